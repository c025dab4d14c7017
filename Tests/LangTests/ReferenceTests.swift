import Foundation
import XCTest

/// The language measured beside CPython by programs that nobody wrote for it: a grammar's, and CPython's own tests.
final class ReferenceTests: XCTestCase {
  private var tests: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path
  }

  private func measure(_ script: String, _ arguments: [String]) throws -> (output: String, status: Int32) {
    let command = ["KATYDID=\(builtProgram())", "python3", tests + script] + arguments
    return try runProgram("/usr/bin/env", command)
  }

  func testProgramsOfAGrammarPrintWhatTheyPrintUnderCPython() throws {
    let result = try measure("/Fuzz/fuzz.py", ["--seed", "1", "--seconds", "15", "--settled"])
    XCTAssertEqual(result.status, 0, result.output)
  }

  /// The library and odd classes, whose known gaps other seeds come upon.
  func testProgramsOfTheWholeGrammarPrintWhatTheyPrintUnderCPython() throws {
    for seed in ["13", "26", "41", "51"] {
      let result = try measure("/Fuzz/fuzz.py", ["--seed", seed, "--programs", "8"])
      XCTAssertEqual(result.status, 0, result.output)
    }
  }

  func testCPythonsOwnTestsOfTheLanguagePass() throws {
    let result = try measure("/Suites/cpython.py", ["--quick", "--least", "90"])
    if result.status == 77 { throw XCTSkip(result.output) }
    XCTAssertEqual(result.status, 0, result.output)
  }
}
