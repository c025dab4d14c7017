import ArgumentParser
import Foundation
import Repl
import Runtime

/// `katydid repl`: a prompt to try requests and tasks in.
struct ReplCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl", abstract: "Try requests and tasks at a prompt.",
    usage: "katydid repl [-f <file>] [--host <url>]",
    discussion: "%help at the prompt lists what there is. Without a terminal it reads standard input, without prompts.")

  @Option(name: [.customShort("f"), .long], help: ArgumentHelp("A locustfile to load.", valueName: "file"))
  var locustfile: String?

  @Option(name: [.customShort("H"), .long], help: ArgumentHelp("The base address of 'client'.", valueName: "url"))
  var host: String?

  func run() throws {
    var options = Repl.Options()
    options.file = locustfile
    options.host = host ?? EnvironmentOptions.text("LOCUST_HOST")
    options.historyPath = ProcessInfo.processInfo.environment["HOME"].map { $0 + "/.katydid_history" }
    let repl: Repl
    do throws(SpecFault) { repl = try Repl(options) } catch {
      Terminal.complain(error.text)
      throw ExitCode(error.exitStatus)
    }
    throw ExitCode(repl.run())
  }
}
