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
      if settings.mode == .worker, !describes(values) { return try work(words, values, settings) }
      return try perform(words, Spec(settings.locustfiles))
    } catch let fault as OptionFault {
      return fail("katydid: error: \(fault.text)", status: fault.status)
    } catch let fault as SpecFault {
      return fail(fault.text, status: fault.exitStatus)
    } catch { return fail("\(error)", status: 1) }
  }

  /// Whether the options ask for no test, only for what is in the locustfile.
  private static func describes(_ values: OptionValues) -> Bool {
    ["list_commands", "show_task_ratio", "show_task_ratio_json"].contains(where: values.isOn)
  }

  /// Runs a spec, or tells what is in it.
  private static func perform(_ words: [String], _ spec: Spec) throws -> Int32 {
    let (test, values, settings) = try load(words, spec)
    SpecOutput.finish()
    if describes(values) { return try describe(test, values) }
    if let fault = settings.run.reports.firstFault() { return fail(fault, status: 1) }
    Logger(label: "katydid.main").info("Starting Katydid \(version)")
    let watched = SwarmOptions.spec(values, settings.locustfiles)
    if settings.mode == .master {
      return DistributedSwarm.lead(
        test, settings.run(of: test, arguments: spec.arguments), try SwarmOptions.settings(values), spec: watched)
    }
    do throws(SystemFault) {
      return try LocalSwarm.run(test, settings.run(of: test, arguments: spec.arguments), spec: watched)
    } catch {
      return fail(error.text, status: 1)
    }
  }

  /// Makes a test of a spec, with its own options.
  private static func load(_ words: [String], _ spec: Spec) throws -> (LoadTest, OptionValues, RunSettings) {
    var words = words
    // Only the spec knows which words are values of its own options.
    let own = CustomArgument.extract(spec.arguments, from: &words)
    let values = try OptionValues.gather(words, defaults: spec.defaults)
    try values.refuseUnknown(besides: spec.arguments.flatMap(\.names))
    let settings = try RunSettings(values)
    var load = settings.load
    load.customArguments = own
    for entry in values.unknown { load.configuration[String(entry.name.drop { $0 == "-" })] = entry.value }
    return (try LoadTest(spec, options: load), values, settings)
  }

  /// Runs users for a master: of the locustfile that is given, or else of the master's.
  private static func work(_ words: [String], _ values: OptionValues, _ settings: RunSettings) throws -> Int32 {
    let own = values.isGiven("locustfile") && settings.locustfiles != ["-"]
    let watched = own ? SwarmOptions.spec(values, settings.locustfiles) : nil
    /// A test; what is wrong otherwise is said here, as nobody else can.
    func test(_ paths: [String]) -> LoadTest? {
      do { return try load(words, Spec(paths)).0 } catch let fault as OptionFault {
        _ = fail("katydid: error: \(fault.text)", status: 1)
      } catch let fault as SpecFault { _ = fail(fault.text, status: 1) } catch { _ = fail("\(error)", status: 1) }
      return nil
    }
    let swarm = try SwarmOptions.settings(values)
    do throws(SystemFault) {
      return try DistributedSwarm.work(swarm, settings.run, spec: watched) { paths, files in
        guard let files else { return test(paths) }
        return files.whileLoading { test(paths) }
      }
    } catch { return fail(error.text, status: 1) }
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
