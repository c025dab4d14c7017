import Glibc
import Lang
import Runtime
import Swarm

/// What a load test is to do, settled from every place that says something about it.
struct RunSettings {
  /// The paths of the locustfiles; `-` for the master's.
  let locustfiles: [String]
  /// How the log is set up.
  let log: Log.Options
  /// What the spec is told.
  let load: LoadOptions
  /// What the swarm is told.
  let run: RunOptions
  /// Which part of a swarm the process is.
  let mode: Mode
  /// A part of a swarm.
  enum Mode {
    /// All of it: the process starts its own workers.
    case local
    /// The one that leads workers which connect to it.
    case master
    /// One that runs users for a master.
    case worker
  }

  /// What the swarm is told of a test. How many users a load shape or the page will want isn't known.
  func run(of test: LoadTest, arguments: [CustomArgument]) -> RunOptions {
    var run = run
    if test.shape != nil || run.page != nil, run.looksLocal { run.processes = RunSettings.cores }
    run.page?.arguments = arguments.filter(\.isShownOnWebPage)
    return run
  }

  /// Settles what the options say.
  ///
  /// - Throws: `OptionFault` for options that contradict each other.
  init(_ values: OptionValues) throws(OptionFault) {
    for text in values.words("resolve") ?? [] {
      do throws(HostOverrides.Fault) { try HostOverrides.add(text) } catch {
        throw OptionFault("argument --resolve: \(error.description)")
      }
    }
    try RunSettings.limitTasks(values)
    locustfiles = try LocustFiles.expand(values.words("locustfile") ?? ["locustfile.py"])
    log = RunSettings.log(values)
    load = try RunSettings.load(values)
    var run = try RunSettings.run(values, load)
    // What joins texts is generic: to make it at all takes as long as reading a file.
    run.reports.script = locustfiles.count == 1 ? locustfiles[0] : locustfiles.joined(separator: ", ")
    mode = try RunSettings.mode(values)
    run.page = try RunSettings.page(values, mode)
    self.run = run
    if locustfiles.contains("-"), mode != .worker {
      throw OptionFault("-f - takes the master's locustfile: it needs --worker.")
    }
  }

  /// Sets what a task may take, here and in the workers that are forked later.
  private static func limitTasks(_ values: OptionValues) throws(OptionFault) {
    var memory: Int?
    if let text = values.text("max_memory") {
      guard let size = ByteSize(argument: text) else {
        throw OptionFault("argument --max-memory: a number of bytes, as 64m or 1g, not '\(text)'")
      }
      memory = size.bytes
    }
    let steps = values.integer("max_steps")
    if memory != nil || steps != nil { Interpreter.limitTasks(steps: steps, memory: memory) }
  }

  private static func log(_ values: OptionValues) -> Log.Options {
    var log = Log.Options()
    log.level = values.text("loglevel").flatMap { Log.level(named: $0) } ?? .info
    log.file = values.text("logfile")
    log.isBare = values.isOn("skip_log_setup")
    return log
  }

  /// What `LoadOptions` has fields for.
  private static let settled: Set<String> = [
    "host", "num_users", "spawn_rate", "run_time", "stop_timeout", "reset_stats", "locustfile", "user_classes", "tags",
    "exclude_tags", "equal_weights", "help", "config_users",
  ]

  private static func load(_ values: OptionValues) throws(OptionFault) -> LoadOptions {
    var load = LoadOptions()
    load.host = values.text("host")
    load.userClasses = values.userClasses
    load.stopTimeout = values.seconds("stop_timeout") ?? 0
    load.resetStats = values.isOn("reset_stats")
    load.userCount = values.integer("num_users")
    load.spawnRate = values.number("spawn_rate")
    load.runTime = values.seconds("run_time")
    load.tags = values.words("tags")
    load.excludedTags = values.words("exclude_tags")
    load.hasEqualWeights = values.isOn("equal_weights")
    let settings = try UserSettings.read(values.words("config_users") ?? [])
    load.userSettings = settings.flatMap(\.self)
    if !settings.isEmpty { load.others["config_users"] = .list(settings.map { .list($0) }) }
    for option in RunOption.all where values.isGiven(option.key) && !settled.contains(option.key) {
      load.others[option.key] = values.data(option)
    }
    return load
  }

  private static func run(_ values: OptionValues, _ load: LoadOptions) throws(OptionFault) -> RunOptions {
    var run = RunOptions()
    run.host = load.host
    run.userCount = load.userCount ?? 1
    run.spawnRate = load.spawnRate ?? 1
    run.runTime = load.runTime == 0 ? nil : load.runTime
    run.iterations = values.integer("iterations")
    run.stopTimeout = load.stopTimeout
    run.resetsStatistics = load.resetStats
    let processes = values.integer("processes").flatMap { $0 == 0 ? nil : $0 }
    if let processes, processes < -1 {
      throw OptionFault("--processes must be a number of processes, or -1 for one per core.", status: 1)
    }
    run.processes = processes.map { $0 == -1 ? cores : $0 } ?? min(cores, max(1, run.userCount))
    run.looksLocal = processes == nil
    run.commonOptions = [("num_users", "--users"), ("spawn_rate", "--spawn-rate"), ("run_time", "--run-time")]
      .filter { values.isGiven($0.0) }.map(\.1)
    run.exitCodeOnError = Int32(values.integer("exit_code_on_error") ?? 1)
    run.reports = try reports(values, run)
    return run
  }

  private static func mode(_ values: OptionValues) throws(OptionFault) -> Mode {
    switch (values.isOn("master"), values.isOn("worker")) {
    case (true, true): throw OptionFault("A process is either --master or --worker.", status: 255)
    case (true, false):
      if values.integer("processes").map({ $0 != 0 }) ?? false {
        throw OptionFault("--master can't be combined with --processes.", status: 1)
      }
      return .master
    case (false, true): return .worker
    case (false, false): return .local
    }
  }

  /// The machine's processors.
  static let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  private static func reports(_ values: OptionValues, _ run: RunOptions) throws(OptionFault) -> ReportOptions {
    var reports = ReportOptions()
    reports.printsTables = !values.isOn("only_summary")
    reports.printsTablesWithPage = values.isOn("print_stats")
    reports.csvPrefix = values.text("csv_prefix")
    reports.writesFullHistory = values.isOn("stats_history_enabled")
    if reports.writesFullHistory, reports.csvPrefix == nil {
      throw OptionFault("--csv-full-history needs --csv.")
    }
    reports.htmlFile = values.text("html_file").map {
      ReportOptions.fileName($0, users: run.userCount, rate: run.spawnRate, time: run.runTime)
    }
    reports.writesJSON = values.isOn("json")
    reports.jsonFile = values.text("json_file")
    reports.profile = values.text("profile")
    reports.summaryFile = values.text("summary_file")
    reports.junitFile = values.text("junit_file")
    reports.thresholds = try thresholds(values)
    if reports.junitFile != nil, reports.thresholds.all.isEmpty {
      throw OptionFault("--junit-xml needs a --threshold to tell of.")
    }
    return reports
  }

  private static func thresholds(_ values: OptionValues) throws(OptionFault) -> Thresholds {
    var thresholds = Thresholds()
    thresholds.addChecks(
      leastRate: values.number("check_rps"), mostFailures: values.number("check_fail_ratio"),
      mostMilliseconds: values.number("check_avg_response_time"))
    for text in values.words("threshold") ?? [] {
      do throws(ThresholdFault) { thresholds.add(try Threshold(text)) } catch {
        throw OptionFault("--threshold: \(error.text)")
      }
    }
    return thresholds
  }

  private static func page(_ values: OptionValues, _ mode: Mode) throws(OptionFault) -> PageSettings? {
    var page = PageSettings()
    page.startsAtOnce = values.isOn("autostart")
    page.quitsAfter = values.integer("autoquit").flatMap { $0 < 0 ? nil : $0 }
    if page.quitsAfter != nil, !page.startsAtOnce { throw OptionFault("--autoquit needs --autostart.", status: 1) }
    if mode == .worker || values.isOn("headless") && !values.isOn("headful") { return nil }
    page.server.basePath = values.text("web_base_path") ?? ""
    guard page.server.basePath.isEmpty || page.server.basePath.hasPrefix("/") else {
      throw OptionFault("--web-base-path must begin with a slash, as in /katydid.", status: 1)
    }
    // Unlike Locust's, the page is for this machine alone unless more is asked for.
    let host = values.text("web_host") ?? "127.0.0.1"
    page.server.host = host == "*" ? "" : host
    page.lintCommand = ["/proc/self/exe", "lint", "--output-format", "json", "--exit-zero", "--stdin-filename"]
    page.server.port = values.integer("web_port") ?? page.server.port
    page.server.certificateFile = values.text("tls_cert")
    page.server.keyFile = values.text("tls_key")
    page.server.requiresLogin = values.isOn("web_login")
    page.server.passwordFile = values.text("htpasswd")
    page.server.viewers = Set(values.words("web_viewers") ?? [])
    page.server.packageFile = values.text("package")
    page.server.tokenFile = values.text("api_token_file")
    page.showsClassPicker = values.isOn("class_picker")
    page.displayName = values.text("web_host_display_name")
    page.runTime = values.text("run_time")
    return page
  }
}
