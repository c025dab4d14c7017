import Foundation
import ProcessRun
import XCTest

/// Tests with a cloud of their own: EC2 by moto, behind a proxy that makes trouble.
class FleetTestCase: XCTestCase {
  /// The project's folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  /// A secret that must be seen nowhere.
  static let secret = String(repeating: "c0ffee42", count: 8)
  /// What stands for a password.
  static let hash = "$2y$05$abcdefghijklmnopqrstuv"
  static let spec = "from locust import HttpUser\n\n\nclass Visitor(HttpUser):\n    host = 'http://x'\n"
  static let digest = String(repeating: "0", count: 64)

  private var cloud: ProcessRun?
  private(set) var port = 0

  override func setUpWithError() throws {
    let python = FleetTestCase.root.appendingPathComponent(".build-moto/bin/python").path
    let script = FleetTestCase.root.appendingPathComponent("Tests/FleetTests/cloud.py").path
    let cloud = try ProcessRun(python, [script], environment: credentials)
    self.cloud = cloud
    XCTAssertTrue(cloud.wait(30) { Int($0.output.prefix { $0 != "\n" }) != nil }, cloud.errors)
    port = Int(cloud.output.prefix { $0 != "\n" }) ?? 0
  }

  override func tearDown() {
    cloud?.signalGroup(SIGKILL)
    _ = cloud?.finish()
    cloud = nil
  }

  private let credentials = [
    "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_CONFIG_FILE": "/dev/null", "AWS_SHARED_CREDENTIALS_FILE": "/dev/null", "AWS_EC2_METADATA_DISABLED": "true",
  ]

  /// Starts `katydid fleet`.
  func start(_ words: String, environment: [String: String] = [:]) throws -> ProcessRun {
    let own = words.split(separator: " ").map(String.init)
    return try ProcessRun(
      "katydid", ["fleet", own[0], "--endpoint-url", "http://127.0.0.1:\(port)"] + own.dropFirst(),
      environment: credentials.merging(environment) { $1 },
      files: [
        "swarm.key": FleetTestCase.secret + "\n", "users": "ann:\(FleetTestCase.hash)\n",
        "spec.py": FleetTestCase.spec,
      ])
  }

  /// Runs `katydid fleet` to its end.
  func fleet(_ words: String, environment: [String: String] = [:]) throws -> ProcessRun.Result {
    let result = try start(words, environment: environment).finish(within: 90)
    XCTAssertFalse((result.output + result.errors).contains(FleetTestCase.secret), "the secret is shown")
    return result
  }

  /// What machines are to be like, for `up` and `scale`.
  let machines = "\(FleetTestCase.basics) --master-host master.example.com"

  /// The same without a master.
  static let basics = """
    --image-id ami-12c6146b --secret-file swarm.key \
    --package-url https://master.example.com/katydid.tar.gz --package-sha256 \(digest) --instance-type c7i.large,c6i.large
    """

  /// Has the proxy's control do something.
  func control(_ path: String, _ json: String) throws {
    let run = try ProcessRun("/usr/bin/curl", ["-sS", "-d", json, "http://127.0.0.1:\(port)/\(path)"])
    XCTAssertEqual(run.finish().status, 0)
  }

  /// How often each action was called since `kill` was last set.
  func calls() throws -> [String: Int] {
    let output = try ProcessRun("/usr/bin/curl", ["-sS", "http://127.0.0.1:\(port)/calls"]).finish().output
    return try JSONDecoder().decode([String: Int].self, from: Data(output.utf8))
  }

  /// Asks the cloud itself, by its own command.
  func aws(_ words: String) throws -> String {
    let result = try ProcessRun(
      "/usr/bin/env",
      ["aws", "--endpoint-url", "http://127.0.0.1:\(port)", "--output", "text", "ec2"]
        + words.split(separator: " ").map(String.init), environment: credentials
    ).finish()
    XCTAssertEqual(result.status, 0, result.errors)
    return result.output
  }

  /// The machines that run or start, whoever has made them.
  func live() throws -> [Substring] {
    try aws(
      "describe-instances --filters Name=instance-state-name,Values=pending,running "
        + "--query Reservations[].Instances[].InstanceId"
    ).split(whereSeparator: \.isWhitespace)
  }

  /// The security groups of fleets.
  func groups() throws -> [Substring] {
    try aws("describe-security-groups --filters Name=tag-key,Values=katydid:fleet --query SecurityGroups[].GroupId")
      .split(whereSeparator: \.isWhitespace)
  }
}
