import Foundation
import XCTest

/// Runs every file under `Programs` under CPython and under Katydid: both must print the same.
final class ProgramTests: XCTestCase {
  func testProgramsPrintWhatCPythonPrints() throws {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let folder = here.appendingPathComponent("Programs").path
    let binary = builtProgram()
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".py") }.sorted()
    XCTAssertGreaterThan(files.count, 5)
    for file in files {
      let path = folder + "/" + file
      let expected = try runProgram("/usr/bin/env", ["python3", path])
      let actual = try runProgram(binary, ["exec", path])
      XCTAssertEqual(actual.status, expected.status, file)
      for (line, pair) in zip(lines(actual.output), lines(expected.output)).enumerated() where pair.0 != pair.1 {
        XCTFail("\(file), output line \(line + 1): printed \(pair.0), CPython prints \(pair.1)")
      }
      XCTAssertEqual(lines(actual.output).count, lines(expected.output).count, file)
    }
  }

  /// An import of what doesn't compile raises what CPython raises, with the place in the imported file.
  func testImportsOfBrokenModules() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("broken-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let modules = [
      "x = = 1\n", "def f():\n  pass\n bad\n", "x = 1\n  y = 2\n", "if 1:\nx\n", "if 1:\n\tx = 1\n        y\n",
      "print('ä', (1, 2)\n", "x = 1\nx is 1\n", "return 3\n",
    ]
    for (index, module) in modules.enumerated() {
      try module.write(to: folder.appendingPathComponent("broken\(index).py"), atomically: true, encoding: .utf8)
      let path = folder.appendingPathComponent("main.py").path
      let text = """
        try:
            import broken\(index)
        except SyntaxError as error:
            print(type(error), error, error.args)
        import broken\(index)
        """
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      let expected = try runProgram("/usr/bin/env", ["python3", "-B", path])
      let actual = try runProgram(builtProgram(), ["exec", path])
      XCTAssertEqual(actual.output, expected.output, module)
      XCTAssertEqual(actual.status, expected.status, module)
    }
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
