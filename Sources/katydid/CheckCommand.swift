import ArgumentParser
import Foundation
import Lang
import Lint
import Runtime

/// `katydid check`: lint, then a look at what a run would do.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Lint a locustfile, load it without sending anything, and list what it would run.",
    usage: "katydid check [-f <file>] [<user class> ...]",
    discussion: """
      Loading runs the module level of the locustfile, as a run does: requests are refused, and files outside of its \
      folder can't be reached. Exits with 0 when the locustfile can be run, with 1 when it can't, with 2 when there is \
      none. Warnings are shown, but don't count.
      """)

  @Option(
    name: [.customShort("f"), .long], help: ArgumentHelp("The locustfile; locustfile.py without it.", valueName: "file")
  )
  var locustfile: String?

  @Argument(help: "The user classes to look at; without any, all of the locustfile's.")
  var userClasses: [String] = []

  func run() throws {
    let path = locustfile ?? EnvironmentOptions.text("LOCUST_LOCUSTFILE") ?? "locustfile.py"
    guard let source = SourceFiles.read(path) else {
      Terminal.complain("katydid: can't read \(path)")
      throw ExitCode(2)
    }
    var options = LintOptions()
    do throws(LintConfiguration.Fault) { options = try LintConfiguration.find(from: ".").options } catch {
      Terminal.complain("katydid: \(error.text)")
      throw ExitCode(2)
    }
    let findings = Linter(knowledge: Knowledge(load: SpecModules.load), options: options).lint(source)
    let result = LintResult(source: source, findings: findings)
    print(OutputFormat.full.render([result], colours: isatty(1) == 1), terminator: "")
    fflush(nil)
    if findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    try load(path, warnings: findings.count)
  }

  /// How long the module level may take, in s.
  private static let loadTime: UInt32 = 30

  private func load(_ path: String, warnings: Int) throws {
    NetworkAccess.isRefused = true
    signal(SIGALRM) { _ in
      let text: StaticString = "katydid: loading takes more than 30 s: the module level of the locustfile must end\n"
      _ = write(2, text.utf8Start, text.utf8CodeUnitCount)
      _exit(1)
    }
    alarm(CheckCommand.loadTime)
    SpecOutput.connect()
    var options = LoadOptions()
    options.userClasses = userClasses
    do throws(SpecFault) {
      let test = try LoadTest(path: path, options: options)
      let shares = try test.taskShares()
      SpecOutput.finish()
      print("\(path): \(warnings == 0 ? "nothing found" : "\(warnings) warning\(warnings == 1 ? "" : "s")"), loaded")
      for (info, share) in zip(test.userClasses, shares) { CheckCommand.show(info, share) }
    } catch {
      SpecOutput.finish()
      if !error.text.isEmpty { Terminal.complain(error.text) }
      if NetworkAccess.hasRefused {
        Terminal.complain(
          "katydid: nothing is sent while a locustfile is checked; send requests in on_start or a test_start listener")
      }
      throw ExitCode(error.exitStatus == 0 ? 0 : 1)
    }
  }

  private static func show(_ info: UserClassInfo, _ share: TaskShare) {
    var facts =
      info.fixedCount > 0 ? "fixed_count \(info.fixedCount)" : "weight \(number(info.weight)), \(percent(share.share))"
    if let host = info.host { facts += ", host \(host)" }
    print("\n\(info.name)  (\(facts))")
    show(share.tasks, of: 1, depth: 1)
  }

  private static func show(_ tasks: [TaskShare], of part: Double, depth: Int) {
    for task in tasks {
      let whole = part * task.share
      let indent = String(repeating: " ", count: depth * 2)
      let padding = String(repeating: " ", count: max(0, 7 - percent(whole).count))
      print(
        "\(padding)\(percent(whole))\(indent)\(task.name)\(task.weight == 1 ? "" : "  (weight \(number(task.weight)))")"
      )
      show(task.tasks, of: whole, depth: depth + 1)
    }
  }

  private static func percent(_ share: Double) -> String { String(format: "%.1f %%", share * 100) }
  private static func number(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }
}
