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

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
