import COpenSSL
import Foundation

/// A number of worker machines in AWS that belong together.
///
/// EC2 itself keeps the record: machines and their security group carry tags, and calls carry tokens that follow from
/// what is there. So a command that was cut, or two at once, end in the same state: the same call with the same token
/// makes nothing twice (https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html).
public struct Fleet: Sendable {
  /// The tag that all of a fleet have, with its name.
  static let tag = "katydid:fleet"
  /// The tag that says which call has made a machine.
  static let batchTag = "katydid:batch"
  /// The tag that says what a machine is: `master` or `worker`.
  static let roleTag = "katydid:role"

  /// A machine.
  public struct Node: Equatable, Sendable {
    /// Its id.
    public let id: String
    /// `pending`, `running`, `shutting-down`, `stopping`, `stopped` or `terminated`.
    public let state: String
    /// Its type.
    public let type: String
    /// Its zone.
    public let zone: String
    /// Its public address, else its private one; nil while it has none.
    public let address: String?
    /// When it was started, as ISO 8601.
    public let launched: String
    /// Its address in its own network; nil while it has none.
    public let innerAddress: String?
    /// The number of the call that has made it.
    public let batch: Int
    /// Whether it leads the others.
    public let isMaster: Bool

    /// Whether it is there to stay.
    public var isLive: Bool { state == "pending" || state == "running" }
  }

  /// How AWS is called.
  public let aws: AWSCommand
  /// What the fleet is to be.
  public internal(set) var options: FleetOptions
  /// Tells people how things go.
  public let report: @Sendable (String) -> Void

  /// Creates a fleet that may be there already or not.
  public init(_ options: FleetOptions, aws: AWSCommand, report: @escaping @Sendable (String) -> Void) {
    self.options = options
    self.report = report
    var aws = aws
    // A refusal may repeat the whole request.
    if let secret = options.workers.secret { aws.secrets += [secret, "UserData"] }
    self.aws = aws
  }

  // MARK: What is there

  /// The fleet's machines, the oldest first; those that have ended stay listed for about an hour.
  public func nodes() throws(FleetFault) -> [Node] {
    let answer = try repeating { () throws(FleetFault) in
      try aws.call(
        "ec2", "describe-instances",
        ["Filters": [["Name": .text("tag:\(Fleet.tag)"), "Values": [.text(options.name)]]]])
    }
    return (answer["Reservations"]?.elements ?? []).flatMap { $0["Instances"]?.elements ?? [] }.map(Node.init)
      .sorted { ($0.launched, $0.id) < ($1.launched, $1.id) }
  }

  /// The fleet's workers, the oldest first.
  public func workers() throws(FleetFault) -> [Node] { try nodes().filter { !$0.isMaster } }

  /// The fleet's own master; nil when it has none.
  public func master() throws(FleetFault) -> Node? { try nodes().first { $0.isMaster && $0.isLive } }

  /// The id of the fleet's security group; nil when there is none.
  func group() throws(FleetFault) -> String? {
    let answer = try repeating { () throws(FleetFault) in
      try aws.call(
        "ec2", "describe-security-groups",
        ["Filters": [["Name": .text("tag:\(Fleet.tag)"), "Values": [.text(options.name)]]]])
    }
    return answer["SecurityGroups"]?.elements.first?["GroupId"]?.text
  }

  // MARK: Patience

  /// How often a call is tried, and how long the first pause is, in s; each further one is twice as long.
  private static let tries = 7
  private static let firstPause = 0.4

  /// Calls again what was throttled or has got no answer.
  func repeating<Result>(_ call: () throws(FleetFault) -> Result) throws(FleetFault) -> Result {
    var pause = Fleet.firstPause
    var left = Fleet.tries
    while true {
      left -= 1
      do { return try call() } catch {
        guard left > 0, error.kind == .throttled || error.kind == .unanswered else { throw error }
      }
      Fleet.wait(pause)
      pause *= 2
    }
  }

  /// Waits for about so many seconds: not all who were refused at once shall come back at once.
  static func wait(_ seconds: Double) { usleep(UInt32(seconds * Double.random(in: 0.75...1.25) * 1e6)) }

  /// A token that is the same for the same call.
  static func token(_ parts: String...) -> String {
    let bytes = Array(parts.joined(separator: "\u{0}").utf8)
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil)
    return "katydid-" + digest.prefix(20).map { String(format: "%02x", $0) }.joined()
  }
}

extension Fleet.Node {
  /// Reads an instance of an answer of EC2.
  init(_ instance: JSONValue) {
    id = instance["InstanceId"]?.text ?? ""
    state = instance["State"]?["Name"]?.text ?? ""
    type = instance["InstanceType"]?.text ?? ""
    zone = instance["Placement"]?["AvailabilityZone"]?.text ?? ""
    func address(_ key: String) -> String? { instance[key]?.text.flatMap { $0.isEmpty ? nil : $0 } }
    innerAddress = address("PrivateIpAddress")
    self.address = address("PublicIpAddress") ?? innerAddress
    launched = instance["LaunchTime"]?.text ?? ""
    func tag(_ key: String) -> String? {
      instance["Tags"]?.elements.first { $0["Key"]?.text == key }?["Value"]?.text
    }
    batch = tag(Fleet.batchTag).flatMap { Int($0) } ?? 0
    isMaster = tag(Fleet.roleTag) == "master"
  }
}

extension Fleet {
  /// What a machine has written to its console; empty while nothing is there.
  public func console(of id: String) throws(FleetFault) -> String {
    let answer = try repeating { () throws(FleetFault) in
      try aws.call("ec2", "get-console-output", ["InstanceId": .text(id), "Latest": true])
    }
    let text = answer["Output"]?.text ?? ""
    guard let secret = options.workers.secret else { return text }
    return text.replacing(secret, with: "[hidden]")
  }
}
