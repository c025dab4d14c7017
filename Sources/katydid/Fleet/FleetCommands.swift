import ArgumentParser
import Fleet
import Foundation

/// Lists a fleet's machines.
struct FleetStatus: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "status", abstract: "List a fleet's machines.")

  @OptionGroup var identity: FleetIdentity

  @Flag(help: "Machines that have ended, too.")
  var all = false

  func run() throws {
    try identity.perform {
      let nodes = try identity.fleet().nodes().filter { all || $0.state != "terminated" }
      print("ID                   Role    State          Type         Zone           Address          Started")
      for node in nodes {
        let fields = [
          (node.id, 20), (node.isMaster ? "master" : "worker", 7), (node.state, 14), (node.type, 12), (node.zone, 14),
          (node.address ?? "-", 16),
        ]
        print(
          fields.map { $0.0.padding(toLength: $0.1, withPad: " ", startingAt: 0) }.joined(separator: " "), node.launched
        )
      }
      print(
        "\(nodes.filter { $0.state == "running" }.count) run, \(nodes.filter { $0.state == "pending" }.count) start")
    }
  }
}

/// Shows what a machine's console says.
struct FleetLogs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logs", abstract: "Show what a machine has said since it started.")

  @OptionGroup var identity: FleetIdentity

  @Argument(help: "The machine's id; without it, the oldest one's.")
  var id: String?

  func run() throws {
    try identity.perform {
      let fleet = try identity.fleet()
      let oldest = try fleet.nodes().first { $0.state == "running" }
      guard let node = id ?? oldest?.id else {
        throw FleetFault(.missing, "No machine of the fleet \(identity.name) runs")
      }
      print(try fleet.console(of: node))
    }
  }
}

/// Logs in to a machine.
struct FleetSSH: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ssh", abstract: "Log in to a machine, or run a command there.")

  @OptionGroup var identity: FleetIdentity

  @Option(help: "The machine's id; without it, the oldest one's.")
  var id: String?

  @Option(help: ArgumentHelp("The user there.", valueName: "name"))
  var user = "admin"

  @Argument(parsing: .postTerminator, help: "The command, after --.")
  var command: [String] = []

  func run() throws {
    try identity.perform {
      let nodes = try identity.fleet().nodes().filter { $0.state == "running" && (id == nil || $0.id == id) }
      guard let address = nodes.first?.address else {
        throw FleetFault(.missing, "No such machine of the fleet \(identity.name) runs")
      }
      let words = ["ssh", "\(user)@\(address)"] + (command.isEmpty ? [] : ["--"] + command)
      var arguments: [UnsafeMutablePointer<CChar>?] = words.map { word in strdup(word) } + [nil]
      execvp("ssh", &arguments)
      throw FleetFault(.missing, "The command 'ssh' is missing: \(String(cString: strerror(errno)))")
    }
  }
}

/// Tells what a fleet costs.
struct FleetCost: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cost", abstract: "Tell what a fleet costs, by the on-demand prices of us-east-1.")

  @OptionGroup var identity: FleetIdentity

  @Option(help: ArgumentHelp("What a machine costs an hour, in US dollars.", valueName: "dollars"))
  var pricePerHour: Double?

  func run() throws {
    try identity.perform {
      let nodes = try identity.fleet().nodes().filter(\.isLive)
      var hourly = 0.0
      var spent = 0.0
      for node in nodes {
        guard let price = pricePerHour ?? Prices.hour(of: node.type) else {
          throw FleetFault(.refused, "The price of \(node.type) isn't known here: give --price-per-hour")
        }
        hourly += price
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions =
          node.launched.contains(".") ? [.withInternetDateTime, .withFractionalSeconds] : [.withInternetDateTime]
        if let start = formatter.date(from: node.launched) {
          spent += price * max(60, -start.timeIntervalSinceNow) / 3600
        }
      }
      print("\(nodes.count) machines cost \(Prices.text(hourly)) an hour; since they started, \(Prices.text(spent))")
    }
  }
}

/// Ends a fleet.
struct FleetDown: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "down", abstract: "End everything of a fleet, and check that nothing is left.")

  @OptionGroup var identity: FleetIdentity

  func run() throws { try identity.perform { try identity.fleet().down() } }
}
