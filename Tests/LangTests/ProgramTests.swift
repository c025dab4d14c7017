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
    let modules = [
      "x = = 1\n", "def f():\n  pass\n bad\n", "x = 1\n  y = 2\n", "if 1:\nx\n", "if 1:\n\tx = 1\n        y\n",
      "print('ä', (1, 2)\n", "x = 1\nx is 1\n", "return 3\n",
    ]
    for module in modules {
      try compare(
        main: """
          try:
              import broken
          except SyntaxError as error:
              print(type(error), error, error.args)
          import broken
          """, with: ["broken.py": module])
    }
  }

  /// What isn't in a module is told with the module's file, and whether it has been read to its end.
  func testImportsOfMissingNames() throws {
    try compare(
      main: """
        def show(text):
            try:
                exec(text)
            except (ImportError, AttributeError) as error:
                print(type(error).__name__, error, error.name)

        for text in [
            "from plain import nothing", "import plain; plain.nothing", "import first", "from third import x",
            "from nowhere import x", "import plain.inner", "from plain.inner import x", "from sys import nothing",
        ]:
            show(text)
        from plain import nothing
        """,
      with: [
        "plain.py": "x = 1\n", "first.py": "import second\nx = 1\n", "second.py": "from first import x\n",
        "third.py": "import fourth\nx = 1\n", "fourth.py": "import third\nprint(third.x)\n",
      ])
  }

  /// Runs a program, with modules beside it, under CPython and under Katydid: both must do the same.
  private func compare(main: String, with modules: [String: String], line: UInt = #line) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("imports-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in modules {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let path = folder.appendingPathComponent("main.py").path
    try main.write(toFile: path, atomically: true, encoding: .utf8)
    let expected = try runProgram("/usr/bin/env", ["python3", "-B", path])
    let actual = try runProgram(builtProgram(), ["exec", path])
    XCTAssertEqual(actual.output, expected.output, "\(modules)", line: line)
    XCTAssertEqual(actual.status, expected.status, "\(modules)", line: line)
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
