import ArgumentParser
import Foundation
import Logging
import Runtime
import Swarm

/// The default command: runs a load test, with Locust's options.
///
/// `CommandLineReader` reads them instead of ArgumentParser: locustfiles add options of their own, and files and
/// variables set them, too.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a load test (the default).")

  @Argument(parsing: .captureForPassthrough, help: "The options and user classes; see katydid --help.")
  var arguments: [String] = []

  func run() throws { throw ExitCode(RunCommand.perform(arguments)) }

  /// Does what a command line says.
  ///
  /// - Parameter words: what follows the program's name.
  /// - Returns: the exit status.
  static func perform(_ words: [String]) -> Int32 {
    defer { SpecOutput.finish() }
    do {
      let values = try OptionValues.gather(words)
      if values.isOn("version") {
        print("katydid \(version)")
        return 0
      }
      if values.isOn("help") { return printHelp(values) }
      let settings = try RunSettings(values)
      do throws(Log.Fault) { try Log.setUp(settings.log) } catch { return fail(error.text, status: 1) }
      SpecOutput.connect()
      return try perform(words, Spec(settings.locustfiles))
    } catch let fault as OptionFault {
      return fail("katydid: error: \(fault.text)", status: fault.status)
    } catch let fault as SpecFault {
      return fail(fault.text, status: fault.exitStatus)
    } catch { return fail("\(error)", status: 1) }
  }

  /// Runs a spec, or tells what is in it.
  private static func perform(_ words: [String], _ spec: Spec) throws -> Int32 {
    var words = words
    // Only the spec knows which words are values of its own options.
    let own = CustomArgument.extract(spec.arguments, from: &words)
    let values = try OptionValues.gather(words)
    try values.refuseUnknown(besides: spec.arguments.flatMap(\.names))
    let settings = try RunSettings(values)
    var load = settings.load
    load.customArguments = own
    for entry in values.unknown { load.configuration[String(entry.name.drop { $0 == "-" })] = entry.value }
    let test = try LoadTest(spec, options: load)
    SpecOutput.finish()
    if ["list_commands", "show_task_ratio", "show_task_ratio_json"].contains(where: values.isOn) {
      return try describe(test, values)
    }
    guard settings.web == nil else {
      throw OptionFault("The web page is not there yet: add --headless to run without it.")
    }
    guard settings.mode == .local else {
      throw OptionFault("A swarm of several machines is not there yet: leave out --master and --worker.")
    }
    if let fault = settings.run.reports.firstFault() { return fail(fault, status: 1) }
    Logger(label: "katydid.main").info("Starting Katydid \(version)")
    do throws(SystemFault) { return try LocalSwarm.run(test, settings.run(of: test)) } catch {
      return fail(error.text, status: 1)
    }
  }

  /// Prints what there is in a locustfile.
  private static func describe(_ test: LoadTest, _ values: OptionValues) throws -> Int32 {
    if values.isOn("list_commands") {
      print("Available Users:")
      for userClass in test.userClasses { print("    \(userClass.name)") }
      return 0
    }
    let counts = TaskRatios.counts(of: test.userClasses, users: values.integer("num_users"))
    let ratios = TaskRatios(try test.taskShares(), counts: counts)
    print(values.isOn("show_task_ratio_json") ? ratios.json : ratios.table)
    return 0
  }

  private static func fail(_ text: String, status: Int32) -> Int32 {
    SpecOutput.finish()
    if !text.isEmpty { Terminal.complain(text) }
    return status
  }

  /// Prints the help, with the options of the locustfile when there is one that can be read.
  private static func printHelp(_ values: OptionValues) -> Int32 {
    let files = (try? LocustFiles.expand(values.words("locustfile") ?? ["locustfile.py"])) ?? []
    let exist = !files.isEmpty && files.allSatisfy { FileManager.default.fileExists(atPath: $0) }
    let custom = exist ? (try? Spec(files))?.arguments ?? [] : []
    let commands = Katydid.configuration.subcommands.filter { $0 != RunCommand.self && $0.configuration.shouldDisplay }
      .map { RunHelp.Line(names: "katydid " + ($0.configuration.commandName ?? ""), text: $0.configuration.abstract) }
    print(
      RunHelp.text(
        custom: custom.map { argument in
          let value = argument.isSwitch ? "" : " <\(argument.placeholder)>"
          return RunHelp.Line(names: argument.names.joined(separator: ", ") + value, text: argument.help)
        }, commands: commands))
    return 0
  }
}
