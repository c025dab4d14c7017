import Foundation
import ProcessRun
import XCTest

/// What the tests of packages and service files share.
enum Deploy {
  /// The project's folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  /// The folder of what is deployed.
  static let folder = root.appendingPathComponent("deploy")
  /// The program as it is packed: `make build` makes it, with Swift's library linked in.
  static let katydid = root.appendingPathComponent(".build/release/katydid").path

  /// Runs a shell command to its end.
  ///
  /// - Parameter words: `$1` and following.
  static func shell(
    _ command: String, _ words: [String] = [], files: [String: String] = [:], within seconds: Double = 60
  ) throws -> ProcessRun.Result {
    try ProcessRun("/bin/sh", ["-euc", command, "sh"] + words, files: files).finish(within: seconds)
  }

  /// Runs a shell command that has to succeed, and gives what it prints.
  @discardableResult
  static func require(
    _ command: String, _ words: [String] = [], files: [String: String] = [:], within seconds: Double = 60,
    file: StaticString = #filePath, line: UInt = #line
  ) throws -> String {
    let result = try shell(command, words, files: files, within: seconds)
    XCTAssertEqual(result.status, 0, "\(command)\n\(result.output)\(result.errors)", file: file, line: line)
    return result.output
  }

  /// A new, empty folder, to be removed by the test.
  static func makeFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("katydid-deploy-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
