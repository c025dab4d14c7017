import ArgumentParser
import Fleet
import Foundation

/// Worker machines in AWS.
struct FleetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fleet", abstract: "Make, look at and end worker machines in AWS.",
    discussion: """
      It uses the command 'aws' with your credentials. Everything that it makes carries the tag katydid:fleet, and \
      'katydid fleet down' ends all of it.
      """,
    subcommands: [
      FleetUp.self, FleetStatus.self, FleetScale.self, FleetLogs.self, FleetSSH.self, FleetCost.self, FleetDown.self,
      FleetScript.self,
    ])
}

/// What says which fleet is meant.
struct FleetIdentity: ParsableArguments {
  @Option(help: "The fleet's name.")
  var name = "default"

  @Option(help: "The region; without it, your profile's.")
  var region: String?

  @Option(help: "The profile of your credentials.")
  var profile: String?

  @Option(help: ArgumentHelp("Another address of the service.", visibility: .hidden))
  var endpointURL: String?

  func validate() throws {
    guard name.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9_-]{0,39}/) != nil else {
      throw ValidationError("--name is to have letters, digits, - and _, at most 40.")
    }
  }

  /// The fleet, with options that only its name is set of.
  func fleet(_ change: (inout FleetOptions) throws -> Void = { _ in }) rethrows -> Fleet {
    var options = FleetOptions()
    options.name = name
    try change(&options)
    var aws = AWSCommand()
    aws.region = region
    aws.profile = profile
    aws.endpoint = endpointURL
    return Fleet(options, aws: aws) { Terminal.complain($0) }
  }

  /// Does something on the fleet while no other command of this machine does; a fault ends the program with status 1.
  func perform(_ body: () throws -> Void) throws {
    let lock = try FleetLock(name)
    defer { lock.release() }
    do { try body() } catch let fault as FleetFault {
      Terminal.complain("katydid fleet: \(fault.text)")
      throw ExitCode(1)
    }
  }
}

/// Keeps two commands of one machine from working on a fleet at the same time.
struct FleetLock {
  private let descriptor: Int32

  /// Waits until no other command has the lock.
  init(_ name: String) throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("katydid-fleet-\(getuid())-\(name).lock")
      .path
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw ValidationError("Can't open \(path): \(String(cString: strerror(errno))).") }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      Terminal.complain("Another command works on the fleet \(name); waiting for its end.")
      while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    }
  }

  func release() { close(descriptor) }
}
