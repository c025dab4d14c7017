import ArgumentParser
import Swarm

/// The command line: `katydid` runs a load test; its subcommands do the rest.
@main
struct Katydid: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "katydid",
    abstract: "Load testing with locustfiles, without Python.",
    version: "katydid \(version)",
    subcommands: [RunCommand.self, ExecCommand.self, DemoTargetCommand.self],
    defaultSubcommand: RunCommand.self)

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as ExitCode {
      exit(withError: error)
    } catch {
      // ArgumentParser's own status for usage errors is 64; Locust's, like most programs', is 2.
      let code = exitCode(for: error)
      let text = fullMessage(for: error)
      if code == .success {
        print(text)
        exit(withError: code)
      }
      Terminal.complain(text)
      exit(withError: ExitCode(2))
    }
  }
}
