import ArgumentParser
import Glibc
import Runtime
import Swarm

/// The default command: runs a load test, with Locust's options.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a load test (the default).",
    discussion: """
      Options are Locust's; those marked with a variable can also be set by it in the environment. \
      Times are seconds or parts such as 1h30m, 20s.
      """)

  @OptionGroup(title: "Common options") var common: CommonOptions
  @OptionGroup(title: "Run options") var running: RunningOptions
  @OptionGroup(title: "Output and log options") var output: OutputOptions

  @Argument(help: "The user classes to run; without any, all of the locustfile's.")
  var userClasses: [String] = []

  func validate() throws {
    if let rate = common.spawnRate, !(rate > 0 && rate.isFinite) {
      throw ValidationError("--spawn-rate must be a number greater than 0.")
    }
    if let users = common.users, users < 0 { throw ValidationError("--users must not be negative.") }
    if let processes = running.processes, processes < 1 && processes != -1 {
      throw ValidationError("--processes must be a number of processes, or -1 for one per core.")
    }
    if Log.level(named: output.loglevel) == nil {
      throw ValidationError("--loglevel must be one of \(Log.levelNames.joined(separator: ", ")).")
    }
  }

  func run() throws {
    var logging = Log.Options()
    logging.level = Log.level(named: output.loglevel) ?? .info
    logging.file = output.logfile
    logging.isBare = output.skipLogSetup
    do throws(Log.Fault) { try Log.setUp(logging) } catch { throw fail(error.text) }
    let test: LoadTest
    do throws(SpecFault) { test = try LoadTest(path: common.locustfile, options: loadOptions) } catch {
      throw fail(error.text, status: error.exitStatus)
    }
    if common.list {
      print("Available Users:")
      for userClass in test.userClasses { print("    \(userClass.name)") }
      return
    }
    guard common.headless else {
      throw fail("The web page is not there yet: add --headless to run without it", status: 2)
    }
    let status: Int32
    do throws(SystemFault) { status = try LocalSwarm.run(test, runOptions) } catch { throw fail(error.text) }
    throw ExitCode(status)
  }

  private func fail(_ text: String, status: Int32 = 1) -> ExitCode {
    if !text.isEmpty { Terminal.complain(text) }
    return ExitCode(status)
  }

  private var loadOptions: LoadOptions {
    var options = LoadOptions()
    options.host = common.host
    options.userClasses = userClasses.isEmpty ? Variables.words("LOCUST_USER_CLASSES") : userClasses
    options.stopTimeout = running.stopTimeout.seconds
    options.resetStats = running.resetStats
    options.userCount = common.users
    options.spawnRate = common.spawnRate
    options.runTime = common.runTime?.seconds
    return options
  }

  private var runOptions: RunOptions {
    var options = RunOptions()
    options.userCount = common.users ?? 1
    options.spawnRate = common.spawnRate ?? 1
    options.runTime = common.runTime?.seconds
    options.stopTimeout = running.stopTimeout.seconds
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    options.processes = running.processes.map { $0 == -1 ? cores : $0 } ?? min(cores, max(1, options.userCount))
    options.host = common.host
    options.resetsStatistics = running.resetStats
    options.printsTables = !output.onlySummary
    options.writesJSON = output.json
    options.exitCodeOnError = running.exitCodeOnError
    return options
  }
}

/// What to run.
struct CommonOptions: ParsableArguments {
  @Option(name: [.customShort("f"), .long], help: "The locustfile. LOCUST_LOCUSTFILE")
  var locustfile = Variables.text("LOCUST_LOCUSTFILE") ?? "locustfile.py"

  @Option(
    name: [.customShort("H"), .long],
    help: "The base address of the target; it overrides the user classes' own. LOCUST_HOST")
  var host = Variables.text("LOCUST_HOST")

  @Option(
    name: [.customShort("u"), .long, .customShort("c"), .customLong("clients")],
    help: "The peak number of users. LOCUST_USERS")
  var users: Int? = Variables.number("LOCUST_USERS")

  @Option(name: [.customShort("r"), .long], help: "How many users to start a second. LOCUST_SPAWN_RATE")
  var spawnRate: Double? = Variables.number("LOCUST_SPAWN_RATE")

  @Option(
    name: [.customShort("t"), .long],
    help: "How long the test runs; without it, until Ctrl-C. LOCUST_RUN_TIME")
  var runTime: TimeSpan? = Variables.text("LOCUST_RUN_TIME").flatMap(TimeSpan.init(argument:))

  @Flag(name: [.long, .customLong("no-web")], help: "Run without the web page. LOCUST_HEADLESS")
  var headless = Variables.flag("LOCUST_HEADLESS")

  @Flag(name: [.customShort("l"), .long], help: "List the locustfile's user classes, and exit.")
  var list = false
}

/// How to run it.
struct RunningOptions: ParsableArguments {
  @Option(
    help: "How many worker processes to run; -1, like leaving it out, for one per core. LOCUST_PROCESSES")
  var processes: Int? = Variables.number("LOCUST_PROCESSES")

  @Option(
    name: [.customShort("s"), .long],
    help: "How long users may finish their tasks when the test stops. LOCUST_STOP_TIMEOUT")
  var stopTimeout = Variables.text("LOCUST_STOP_TIMEOUT").flatMap(TimeSpan.init(argument:)) ?? TimeSpan(seconds: 0)

  @Flag(help: "Begin the statistics anew once all users are there. LOCUST_RESET_STATS")
  var resetStats = Variables.flag("LOCUST_RESET_STATS")

  @Option(
    help: "The exit status when a request has failed or a task has raised. LOCUST_EXIT_CODE_ON_ERROR")
  var exitCodeOnError: Int32 = Variables.number("LOCUST_EXIT_CODE_ON_ERROR") ?? 1
}

/// What to show of it.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print no table while the test runs. LOCUST_ONLY_SUMMARY")
  var onlySummary = Variables.flag("LOCUST_ONLY_SUMMARY")

  @Flag(help: "Print the final statistics as JSON to standard output.")
  var json = false

  @Option(
    name: [.customShort("L"), .long], help: "The lowest level of messages that are logged. LOCUST_LOGLEVEL")
  var loglevel = Variables.text("LOCUST_LOGLEVEL") ?? "INFO"

  @Option(help: "A file for the log, instead of standard error. LOCUST_LOGFILE")
  var logfile = Variables.text("LOCUST_LOGFILE")

  @Flag(help: "Leave the log's set-up to the locustfile. LOCUST_SKIP_LOG_SETUP")
  var skipLogSetup = Variables.flag("LOCUST_SKIP_LOG_SETUP")
}
