import Foundation
import ProcessRun
import XCTest

/// The whole program, fibers and all, under valgrind.
final class ValgrindTests: XCTestCase {
  func testNoInvalidReadsOrWrites() throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("valgrind.sh").path
    let katydid = ProcessRun.products.appendingPathComponent("katydid").path
    let result = try ProcessRun("/bin/bash", [script, katydid]).finish(within: 150)
    XCTAssertEqual(result.status, 0, result.errors)
    XCTAssertTrue(result.output.hasSuffix("no invalid reads or writes\n"), result.output)
  }
}
