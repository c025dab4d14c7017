import ArgumentParser
import Glibc
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
      DemoTargetCommand.self, FleetCommand.self, KeygenCommand.self, DoctorCommand.self, CompletionCommand.self,
      ManCommand.self,
      CheckSpecCommand.self,
    ],
    defaultSubcommand: RunCommand.self)

  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    let isRun = words.first == RunCommand.configuration.commandName
    // No key path here: the compiler (6.3.1) crashes on one through `any ParsableCommand.Type`.
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let first = words.first, names.contains(first), !isRun else {
      Glibc.exit(RunCommand.perform(isRun ? Array(words.dropFirst()) : words))
    }
    do {
      if first == ExecCommand.configuration.commandName {
        try ExecCommand(words.dropFirst()).run()
      } else {
        var command = try parseAsRoot()
        try command.run()
      }
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
