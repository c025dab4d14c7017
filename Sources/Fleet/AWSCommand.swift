import Foundation

/// Calls AWS by its own command, `aws`: it knows profiles, single sign-on, roles and endpoints, and is kept well.
public struct AWSCommand: Sendable {
  /// The region; nil for the profile's.
  public var region: String?
  /// The profile of the credentials; nil for the default.
  public var profile: String?
  /// Another address of the service, for tests.
  public var endpoint: String?
  /// How long one call may take, in s.
  public var timeout = 60.0
  /// What must never be shown: a message that has one of them is left out.
  public var secrets: [String] = []

  /// Creates a command with the default profile.
  public init() {}

  /// Calls an operation.
  ///
  /// - Parameters:
  ///   - service: such as `ec2`.
  ///   - operation: as the command spells it, such as `run-instances`.
  ///   - input: the parameters. They go by a file that only the user can read, never by the command line, which others
  ///     on the machine can see.
  /// - Throws: `FleetFault` of the kind that says what to do.
  public func call(
    _ service: String, _ operation: String, _ input: JSONValue = [:]
  ) throws(FleetFault) -> JSONValue {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("katydid-fleet-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("input.json")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try input.data.write(to: file)
    } catch { throw FleetFault(.refused, "Can't write to \(folder.path): \(error.localizedDescription)") }
    var words = [
      "aws", service, operation, "--output", "json", "--cli-input-json", "file://\(file.path)",
    ]
    if let region { words += ["--region", region] }
    if let profile { words += ["--profile", profile] }
    if let endpoint { words += ["--endpoint-url", endpoint] }
    let result: Subprocess.Result
    do {
      result = try Subprocess.run(
        words, environment: ["AWS_MAX_ATTEMPTS": "1", "AWS_PAGER": "", "AWS_CLI_AUTO_PROMPT": "off"], in: folder,
        timeout: timeout)
    } catch { throw FleetFault(.refused, "\(error)") }
    guard result.status == 0 else { throw fault(of: result, operation) }
    if result.output.isEmpty { return .null }
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: result.output) else {
      throw FleetFault(.unanswered, "aws \(service) \(operation) has answered with what is no JSON")
    }
    return value
  }

  private func fault(of result: Subprocess.Result, _ operation: String) -> FleetFault {
    guard let status = result.status else {
      return FleetFault(.unanswered, "aws \(operation) has not answered within \(Int(timeout)) s")
    }
    if status == 127 {
      return FleetFault(
        .refused, "The command 'aws' is missing: install the AWS command line (on Debian: apt-get install awscli)")
    }
    var text = result.errors.trimmingCharacters(in: .whitespacesAndNewlines)
    let code = text.firstMatch(of: /An error occurred \(([\w.]+)\)/)?.1
    if secrets.contains(where: { text.contains($0) }) {
      text = "aws \(operation): \(code ?? "it has failed"); the message is hidden, as it repeats a secret"
    }
    if let code { return FleetFault(FleetFault.kind(ofCode: String(code)), text) }
    let unanswered = [
      "Could not connect to the endpoint", "Read timeout", "Connect timeout", "Connection was closed",
      "Connection reset", "Unable to parse response",
    ]
    return FleetFault(unanswered.contains(where: text.contains) ? .unanswered : .refused, text)
  }
}
