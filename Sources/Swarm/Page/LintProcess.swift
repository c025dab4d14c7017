import Dispatch
import Foundation
import Web

/// Lint in a process of its own, one at a time: neither the swarm's thread nor its interpreter has to do with it.
final class LintProcess: Sendable {
  /// How long it may take, in s.
  private static let timeout = 20.0

  private let command: [String]
  private let queue = DispatchQueue(label: "katydid.lint")

  /// - Parameter command: what lints standard input and prints JSON; the name of the file is added.
  init(_ command: [String]) { self.command = command }

  /// What lint says of a text.
  ///
  /// - Throws: `WebFailure` when there is no lint, or it fails.
  func lint(_ text: String, path: String) async throws -> [Finding] {
    guard !command.isEmpty else { throw WebFailure("There is no lint here") }
    let output = try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Data, any Error>) in
      queue.async { [command] in
        continuation.resume(with: Result { try LintProcess.run(command + [path, "-"], input: Data(text.utf8)) })
      }
    }
    guard let findings = try? JSONDecoder().decode([Printed].self, from: output) else {
      throw WebFailure("Lint has failed: \(String(decoding: output.prefix(500), as: UTF8.self))")
    }
    return findings.map(\.finding)
  }

  private static func run(_ command: [String], input: Data) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    let (standardInput, output) = (Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let late = DispatchWorkItem { kill(process.processIdentifier, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + timeout, execute: late)
    // All of the input is read before anything is printed.
    try? standardInput.fileHandleForWriting.write(contentsOf: input)
    try? standardInput.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    late.cancel()
    return data
  }

  /// A finding as `katydid lint --output-format json` prints it.
  private struct Printed: Decodable {
    struct Place: Decodable {
      var row: Int
      var column: Int
    }
    var code: String
    var severity: String?
    var message: String
    var hint: String?
    var location: Place
    var endLocation: Place

    private enum CodingKeys: String, CodingKey {
      case code, severity, message, hint, location
      case endLocation = "end_location"
    }

    var finding: Finding {
      Finding(
        code: code, severity: severity ?? "warning", message: message, hint: hint, line: location.row,
        column: location.column, endLine: endLocation.row, endColumn: endLocation.column)
    }
  }
}
