import ArgumentParser
import Foundation
import Lang
import Logging
import Runtime

/// `katydid run-user`: one user, each of its requests printed.
struct RunUserCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run-user", abstract: "Run one user of a locustfile and print each of its requests.",
    usage: "katydid run-user <locustfile> [<user class>] [--tasks <count>] [--host <url>]",
    discussion: "Exits with 1 when a request failed or a task raised. Ctrl-C ends it.")

  @Argument(help: ArgumentHelp("The locustfile.", valueName: "locustfile"))
  var locustfile: String

  @Argument(help: "The user class; without it the locustfile's first by name.")
  var userClass: String?

  @Option(help: ArgumentHelp("How many tasks to run; without it, until Ctrl-C.", valueName: "count"))
  var tasks: Int?

  @Option(
    name: [.customShort("H"), .long],
    help: ArgumentHelp("The base address of the target; it overrides the user class's own.", valueName: "url"))
  var host: String?

  mutating func validate() throws {
    if let tasks, tasks < 1 { throw ValidationError("--tasks must be at least 1.") }
  }

  func run() throws {
    SpecOutput.connect()
    var options = LoadOptions()
    options.host = host ?? EnvironmentOptions.text("LOCUST_HOST")
    options.userClasses = userClass.map { [$0] } ?? []
    options.userCount = 1
    let test: LoadTest
    do throws(SpecFault) { test = try LoadTest(path: locustfile, options: options) } catch {
      SpecOutput.finish()
      Terminal.complain(error.text)
      throw ExitCode(error.exitStatus)
    }
    signal(SIGINT) { _ in RunUserCommand.isInterrupted = 1 }
    SoloRun.run(
      test, userClass: test.userClasses[0].name, tasks: tasks, isInterrupted: { RunUserCommand.isInterrupted != 0 },
      onRequest: { note in
        SpecOutput.finish()
        print(note.line)
        fflush(nil)
      })
    SpecOutput.finish()
    let hasFailed = test.statistics.total.failures > 0 || !test.statistics.exceptions.isEmpty
    if hasFailed { throw ExitCode(1) }
  }

  /// Whether Ctrl-C was pressed, for the signal handler.
  nonisolated(unsafe) private static var isInterrupted: sig_atomic_t = 0
}
