import ArgumentParser
import Swarm

/// The command line: `katydid` runs a load test; its subcommands do the rest.
@main
struct Katydid: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "katydid",
    abstract: "Load testing with locustfiles, without Python.",
    usage: "katydid [<options>] [<user class> ...]\nkatydid <command> ...",
    version: "katydid \(version)",
    subcommands: [
      RunCommand.self, ExecCommand.self, LintCommand.self, CheckCommand.self, ReplCommand.self, RunUserCommand.self,
      DemoTargetCommand.self, KeygenCommand.self, CheckSpecCommand.self,
    ],
    defaultSubcommand: RunCommand.self)

  static func main() {
    if ["-h", "--help"].contains(CommandLine.arguments.dropFirst().first) { return printHelp() }
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

  /// The help of the default command, which is what most people look for, and where to find the others'.
  private static func printHelp() {
    print(helpMessage(for: RunCommand.self))
    print("OTHER COMMANDS:")
    for command in configuration.subcommands where command != RunCommand.self && command.configuration.shouldDisplay {
      let name = command.configuration.commandName ?? ""
      let gap = String(repeating: " ", count: max(1, 24 - name.count))
      print("  \(name)\(gap)\(command.configuration.abstract)")
    }
    print("\n  See 'katydid <command> --help' for their options.")
  }
}
