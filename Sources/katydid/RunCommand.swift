import ArgumentParser
import Glibc
import Logging
import Runtime
import Swarm

/// The default command: runs a load test, with Locust's options.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a load test (the default).",
    usage: "katydid [<options>] [<user class> ...]",
    discussion: """
      Options are Locust's; those marked with a variable can also be set by it in the environment. \
      Times are seconds or parts such as 1h30m, 20s.
      """)

  @OptionGroup(title: "Common options") var common: CommonOptions
  @OptionGroup(title: "Run options") var running: RunningOptions
  @OptionGroup(title: "Swarm options") var swarm: SwarmOptions
  @OptionGroup(title: "Output and log options") var output: OutputOptions

  @Argument(help: "The user classes to run; without any, all of the locustfile's.")
  var userClasses: [String] = []

  func run() throws {
    var logging = Log.Options()
    logging.level = output.loglevel?.level ?? .info
    logging.file = output.logfile
    logging.isBare = output.skipLogSetup
    do throws(Log.Fault) { try Log.setUp(logging) } catch { throw fail(error.text) }
    SpecOutput.connect()
    if swarm.worker, !common.list { throw ExitCode(try work()) }
    let test: LoadTest
    let path = common.locustfile ?? "locustfile.py"
    do throws(SpecFault) { test = try LoadTest(path: path, options: loadOptions) } catch {
      throw fail(error.text, status: error.exitStatus)
    }
    if common.list {
      SpecOutput.finish()
      print("Available Users:")
      for userClass in test.userClasses { print("    \(userClass.name)") }
      return
    }
    guard common.headless else {
      throw fail("The web page is not there yet: add --headless to run without it", status: 2)
    }
    SpecOutput.finish()
    let status: Int32
    defer { SpecOutput.finish() }
    if swarm.master {
      guard running.processes == nil else { throw fail("--master cannot be combined with --processes") }
      throw ExitCode(
        DistributedSwarm.lead(test, runOptions(test), try swarm.settings(processes: nil), spec: swarm.spec(path)))
    }
    do throws(SystemFault) { status = try LocalSwarm.run(test, runOptions(test), spec: swarm.spec(path)) } catch {
      throw fail(error.text)
    }
    throw ExitCode(status)
  }

  /// Runs users for a master.
  private func work() throws -> Int32 {
    let settings = try swarm.settings(processes: running.processes)
    let spec = common.locustfile.flatMap { $0 == "-" ? nil : swarm.spec($0) }
    defer { SpecOutput.finish() }
    do throws(SystemFault) {
      return try DistributedSwarm.work(settings, workerOptions, spec: spec) { path, files in
        do throws(SpecFault) {
          guard let files else { return try LoadTest(path: path, options: loadOptions) }
          return try files.whileLoading { () throws(SpecFault) in try LoadTest(path: path, options: loadOptions) }
        } catch {
          _ = fail(error.text)
          return nil
        }
      }
    } catch { throw fail(error.text) }
  }

  private var workerOptions: RunOptions {
    var options = RunOptions()
    options.stopTimeout = running.stopTimeout?.seconds ?? 0
    options.resetsStatistics = running.resetStats
    return options
  }

  private func fail(_ text: String, status: Int32 = 1) -> ExitCode {
    SpecOutput.finish()
    if !text.isEmpty { Terminal.complain(text) }
    return ExitCode(status)
  }

  private var loadOptions: LoadOptions {
    var options = LoadOptions()
    options.host = common.host
    options.userClasses = userClasses.isEmpty ? Variables.words("LOCUST_USER_CLASSES") : userClasses
    options.stopTimeout = running.stopTimeout?.seconds ?? 0
    options.resetStats = running.resetStats
    options.userCount = common.users
    options.spawnRate = common.spawnRate
    options.runTime = common.runTime?.seconds
    return options
  }

  private func runOptions(_ test: LoadTest) -> RunOptions {
    var options = RunOptions()
    options.userCount = common.users ?? 1
    options.spawnRate = common.spawnRate ?? 1
    options.runTime = common.runTime?.seconds
    options.stopTimeout = running.stopTimeout?.seconds ?? 0
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    // How many users a shape will want isn't known.
    let useful = test.shape == nil ? min(cores, max(1, options.userCount)) : cores
    options.processes = running.processes.map { $0 == -1 ? cores : $0 } ?? useful
    options.looksLocal = running.processes == nil
    options.commonOptions = [
      common.runTime == nil ? nil : "--run-time", common.users == nil ? nil : "--users",
      common.spawnRate == nil ? nil : "--spawn-rate",
    ].compactMap { $0 }
    options.host = common.host
    options.resetsStatistics = running.resetStats
    options.printsTables = !output.onlySummary
    options.writesJSON = output.json
    options.exitCodeOnError = running.exitCodeOnError ?? 1
    return options
  }
}

/// What to run.
struct CommonOptions: ParsableArguments {
  @Option(
    name: [.customShort("f"), .long],
    help: ArgumentHelp("The locustfile; locustfile.py without it. LOCUST_LOCUSTFILE", valueName: "file"))
  var locustfile: String?

  @Option(
    name: [.customShort("H"), .long],
    help: ArgumentHelp(
      "The base address of the target; it overrides the user classes' own. LOCUST_HOST", valueName: "url"))
  var host: String?

  @Option(
    name: [.customShort("u"), .long, .customShort("c"), .customLong("clients")], parsing: .unconditional,
    help: ArgumentHelp("The peak number of users; 1 without it. LOCUST_USERS", valueName: "count"))
  var users: Int?

  @Option(
    name: [.customShort("r"), .long], parsing: .unconditional,
    help: ArgumentHelp("How many users to start a second; 1 without it. LOCUST_SPAWN_RATE", valueName: "rate"))
  var spawnRate: Double?

  @Option(
    name: [.customShort("t"), .long],
    help: ArgumentHelp("How long the test runs; without it, until Ctrl-C. LOCUST_RUN_TIME", valueName: "time"))
  var runTime: TimeSpan?

  @Flag(name: [.long, .customLong("no-web")], help: "Run without the web page. LOCUST_HEADLESS")
  var headless = false

  @Flag(name: [.customShort("l"), .long], help: "List the locustfile's user classes, and exit.")
  var list = false

  /// A thousand machines with ten thousand users each.
  private static let mostUsers = 10_000_000

  mutating func validate() throws {
    locustfile = locustfile ?? Variables.text("LOCUST_LOCUSTFILE")
    host = host ?? Variables.text("LOCUST_HOST")
    users = try users ?? Variables.value("LOCUST_USERS")
    spawnRate = try spawnRate ?? Variables.value("LOCUST_SPAWN_RATE")
    runTime = try runTime ?? Variables.value("LOCUST_RUN_TIME")
    headless = try headless || Variables.flag("LOCUST_HEADLESS")
    if let users, users < 0 { throw ValidationError("--users must not be negative.") }
    if let users, users > CommonOptions.mostUsers {
      throw ValidationError("--users must not be above \(CommonOptions.mostUsers).")
    }
    if let spawnRate, !(spawnRate > 0 && spawnRate.isFinite) {
      throw ValidationError("--spawn-rate must be a number greater than 0.")
    }
  }
}

/// How to run it.
struct RunningOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many worker processes to run; -1, like leaving it out, for one per core. LOCUST_PROCESSES",
      valueName: "count"))
  var processes: Int?

  @Option(
    name: [.customShort("s"), .long],
    help: ArgumentHelp(
      "How long users may finish their tasks when the test stops; 0 without it. LOCUST_STOP_TIMEOUT", valueName: "time")
  )
  var stopTimeout: TimeSpan?

  @Flag(help: "Begin the statistics anew once all users are there. LOCUST_RESET_STATS")
  var resetStats = false

  @Option(
    help: ArgumentHelp(
      "The exit status when a request has failed or a task has raised; 1 without it. LOCUST_EXIT_CODE_ON_ERROR",
      valueName: "status"))
  var exitCodeOnError: Int32?

  mutating func validate() throws {
    processes = try processes ?? Variables.value("LOCUST_PROCESSES")
    stopTimeout = try stopTimeout ?? Variables.value("LOCUST_STOP_TIMEOUT")
    resetStats = try resetStats || Variables.flag("LOCUST_RESET_STATS")
    exitCodeOnError = try exitCodeOnError ?? Variables.value("LOCUST_EXIT_CODE_ON_ERROR")
    if let processes, processes < 1 && processes != -1 {
      throw ValidationError("--processes must be a number of processes, or -1 for one per core.")
    }
  }
}

/// What to show of it.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print no table while the test runs. LOCUST_ONLY_SUMMARY")
  var onlySummary = false

  @Flag(help: "Print the final statistics as JSON to standard output.")
  var json = false

  @Option(
    name: [.customShort("L"), .long],
    help: ArgumentHelp(
      "The lowest level of messages that are logged; INFO without it. LOCUST_LOGLEVEL", valueName: "level"))
  var loglevel: Level?

  @Option(help: ArgumentHelp("A file for the log, instead of standard error. LOCUST_LOGFILE", valueName: "file"))
  var logfile: String?

  @Flag(help: "Leave the log's set-up to the locustfile. LOCUST_SKIP_LOG_SETUP")
  var skipLogSetup = false

  mutating func validate() throws {
    onlySummary = try onlySummary || Variables.flag("LOCUST_ONLY_SUMMARY")
    loglevel = try loglevel ?? Variables.value("LOCUST_LOGLEVEL")
    logfile = logfile ?? Variables.text("LOCUST_LOGFILE")
    skipLogSetup = try skipLogSetup || Variables.flag("LOCUST_SKIP_LOG_SETUP")
  }
}

/// A log level by its name, in any case.
struct Level: ExpressibleByArgument {
  let level: Logger.Level

  init?(argument: String) {
    guard let level = Log.level(named: argument) else { return nil }
    self.level = level
  }

  static var allValueStrings: [String] { Log.levelNames }
}
