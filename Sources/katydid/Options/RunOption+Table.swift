import Runtime

/// Every option of a load test. Names, variables and meanings are Locust's (2.47) unless the help says otherwise.
extension RunOption {
  /// The options, in the order of `--help`.
  static let all = common + web + master + worker + tags + statistics + thresholds + log + other + refused

  /// A thousand machines with ten thousand users each.
  private static let mostUsers = 10_000_000
  private static let port = Kind.integer(0...65535)

  private static let common: [RunOption] = [
    RunOption("--help", "-h", in: .common, "Show this help, and exit."),
    RunOption(
      "--locustfile", "-f", kind: .list, "file", in: .common, variable: "LOCUST_LOCUSTFILE",
      """
      The locustfile; several, parted by commas or each with its own -f; or a folder, of which every .py file is \
      taken that doesn't begin with an underscore. Without it: locustfile.py.
      """),
    RunOption("--config", kind: .text, "file", in: .common, "A further configuration file."),
    RunOption(
      "--host", "-H", kind: .text, "url", in: .common, variable: "LOCUST_HOST",
      "The base address of the target; it overrides the user classes' own."),
    RunOption(
      "--users", "-u", key: "num_users", kind: .integer(0...mostUsers), "count", in: .common,
      variable: "LOCUST_USERS", old: ["--clients", "-c"],
      "The peak number of users; 1 without it. The keys w and W add 1 and 10 users while a test runs, s and S stop "
        + "them."),
    RunOption(
      "--spawn-rate", "-r", kind: .rate, "rate", in: .common, variable: "LOCUST_SPAWN_RATE", old: ["--hatch-rate"],
      oldVariables: ["LOCUST_HATCH_RATE"], "How many users to start a second; 1 without it."),
    RunOption(
      "--run-time", "-t", kind: .time, "time", in: .common, variable: "LOCUST_RUN_TIME",
      "How long the test runs: seconds, or parts as in 1h30m or 20s. Without it, until Ctrl-C."),
    RunOption(
      "--list", "-l", key: "list_commands", in: .common, "List the locustfile's user classes, and exit."),
    RunOption(
      "--config-users", kind: .words, "json", in: .common, variable: "LOCUST_CONFIG_USERS",
      """
      Attributes of user classes, as JSON or names of .json files: an object or an array of objects, each with \
      user_class_name.
      """),
  ]

  private static let web: [RunOption] = [
    RunOption(
      "--web-host", kind: .text, "address", in: .web, variable: "LOCUST_WEB_HOST",
      "The address that the web page is served on; 127.0.0.1 without it, * for all."),
    RunOption(
      "--web-port", "-P", kind: port, "port", in: .web, variable: "LOCUST_WEB_PORT",
      "The port of the web page; 8089 without it."),
    RunOption(
      "--headless", in: .web, variable: "LOCUST_HEADLESS", old: ["--no-web"], oldVariables: ["LOCUST_NO_WEB"],
      "Run without the web page: the test starts at once."),
    RunOption("--headful", in: nil, variable: "LOCUST_HEADFUL", "Take back a --headless of a configuration file."),
    RunOption(
      "--autostart", in: .web, variable: "LOCUST_AUTOSTART", "Start the test at once, with the web page."),
    RunOption(
      "--autoquit", kind: .integer(-1...Int.max), "seconds", in: .web, variable: "LOCUST_AUTOQUIT",
      "End the program so many seconds after an --autostart test."),
    RunOption(
      "--web-login", in: .web, variable: "LOCUST_WEB_LOGIN",
      "Ask for a password on this machine, too; a page that others reach always does."),
    RunOption(
      "--htpasswd", kind: .text, "file", in: .web, variable: "KATYDID_HTPASSWD",
      "Who may log in: names and hashes as the program htpasswd writes them. Without it: a password made at the start."),
    RunOption(
      "--web-viewers", kind: .list, "name", in: .web, variable: "KATYDID_WEB_VIEWERS",
      "Users of the password file who may look but not steer."),
    RunOption(
      "--api-token-file", kind: .text, "file", in: .web, variable: "KATYDID_API_TOKEN_FILE",
      "Tokens for scripts, one a line; 'TOKEN viewer' may only look."),
    RunOption(
      "--package", kind: .text, "file", in: .web,
      "A tarball of 'make dist' that the page serves to new machines; its path there has its SHA-256 in it."),
    RunOption(
      "--web-base-path", kind: .text, "path", in: .web, variable: "LOCUST_WEB_BASE_PATH",
      "What the page's paths begin with, such as /katydid."),
    RunOption("--tls-cert", kind: .text, "file", in: .web, variable: "LOCUST_TLS_CERT", "The page's certificate."),
    RunOption("--tls-key", kind: .text, "file", in: .web, variable: "LOCUST_TLS_KEY", "The certificate's key."),
    RunOption(
      "--class-picker", in: .web, variable: "LOCUST_USERCLASS_PICKER", "Let the page choose user classes and shapes."),
    RunOption(
      "--web-host-display-name", kind: .text, "url", in: nil, variable: "LOCUST_WEB_HOST_DISPLAY_NAME",
      "The page's address as the log shows it."),
  ]

  private static let master: [RunOption] = [
    RunOption(
      "--master", in: .master, variable: "LOCUST_MODE_MASTER", oldVariables: ["LOCUST_MASTER"],
      "Lead workers on other machines."),
    RunOption(
      "--master-bind-host", kind: .text, "address", in: .master, variable: "LOCUST_MASTER_BIND_HOST",
      "The address for workers; without it, all."),
    RunOption(
      "--master-bind-port", kind: port, "port", in: .master, variable: "LOCUST_MASTER_BIND_PORT",
      "The port for workers; 5557 without it."),
    RunOption(
      "--expect-workers", kind: .integer(1...1_000_000), "count", in: .master, variable: "LOCUST_EXPECT_WORKERS",
      old: ["--expect-slaves"],
      "Start the test when so many workers are there."),
    RunOption(
      "--expect-workers-max-wait", kind: .time, "time", in: .master,
      variable: "LOCUST_EXPECT_WORKERS_MAX_WAIT", "How long to wait for them; without it, for ever."),
    RunOption(
      "--enable-rebalancing", in: .master,
      "Give users to other workers when one is lost or comes. That is always done; the option is there for Locust's."),
    RunOption(
      "--allow-locust-peers", in: .master,
      "With a secret, let workers without it in, such as Locust's, at the port above the master's."),
    RunOption(
      "--include", kind: .list, "file", in: .master,
      "A further file that workers need, one that tasks open, say; may be given several times."),
    RunOption(
      "--no-watch", in: .master, "Leave the running users alone when the locustfile changes."),
    RunOption(
      "--swap", kind: .choice(["keep", "restart"]), "mode", in: .master,
      "What a change of the locustfile does to users: keep has them change over between two tasks, restart starts "
        + "fresh ones in their place."),
  ]

  private static let worker: [RunOption] = [
    RunOption(
      "--worker", in: .worker, variable: "LOCUST_MODE_WORKER", old: ["--slave"], oldVariables: ["LOCUST_SLAVE"],
      "Run users for a master; -f - takes its locustfile."),
    RunOption(
      "--processes", kind: .integer(Int.min...4096), "count", in: .worker, variable: "LOCUST_PROCESSES",
      "How many processes run users; -1, like leaving it out, for one a core."),
    RunOption(
      "--master-host", kind: .text, "host", in: .worker, variable: "LOCUST_MASTER_NODE_HOST",
      oldVariables: ["LOCUST_MASTER_HOST"], "The master's host; 127.0.0.1 without it."),
    RunOption(
      "--master-port", kind: port, "port", in: .worker, variable: "LOCUST_MASTER_NODE_PORT",
      oldVariables: ["LOCUST_MASTER_PORT"], "The master's port; 5557 without it."),
    RunOption(
      "--secret-file", kind: .text, "file", in: .worker,
      """
      A file with the swarm's secret, for the master, too; 'katydid keygen' makes it. Messages are encrypted, and only \
      nodes that have it can join or lead. The secret itself may be in KATYDID_SECRET.
      """),
  ]

  private static let tags: [RunOption] = [
    RunOption(
      "--tags", "-T", kind: .words, "tag", in: .tags, variable: "LOCUST_TAGS", "Run only tasks with one of these tags."),
    RunOption(
      "--exclude-tags", "-E", kind: .words, "tag", in: .tags, variable: "LOCUST_EXCLUDE_TAGS",
      "Run no tasks with one of these tags."),
  ]

  private static let statistics: [RunOption] = [
    RunOption(
      "--csv", key: "csv_prefix", kind: .text, "prefix", in: .statistics, variable: "LOCUST_CSV",
      old: ["--csv-base-name"], oldVariables: ["CSVFILEBASE"],
      "Write statistics to PREFIX_stats.csv, _stats_history.csv, _failures.csv and _exceptions.csv."),
    RunOption(
      "--csv-full-history", key: "stats_history_enabled", in: .statistics, variable: "LOCUST_CSV_FULL_HISTORY",
      "Write each entry to the history, not only all together."),
    RunOption(
      "--print-stats", in: .statistics, variable: "LOCUST_PRINT_STATS",
      "Print tables also while a test with the web page runs."),
    RunOption(
      "--only-summary", in: .statistics, variable: "LOCUST_ONLY_SUMMARY", "Print no tables while the test runs."),
    RunOption(
      "--reset-stats", in: .statistics, variable: "LOCUST_RESET_STATS",
      "Begin the statistics anew once all users are there."),
    RunOption(
      "--html", key: "html_file", kind: .text, "file", in: .statistics, variable: "LOCUST_HTML",
      "Write a report; {u}, {r} and {t} in the name become users, spawn rate and run time."),
    RunOption("--json", in: .statistics, "Print the final statistics as JSON on standard output."),
    RunOption(
      "--json-file", kind: .text, "name", in: .statistics, "Write the final statistics as JSON to NAME.json."),
    RunOption(
      "--summary-export", key: "summary_file", kind: .text, "file", in: .statistics,
      "Write all about the run as one JSON object: parameters, statistics, failures, thresholds, versions of the spec."),
  ]

  private static let thresholds: [RunOption] = [
    RunOption(
      "--check-rps", kind: .amount, "rate", in: .thresholds, variable: "LOCUST_CHECK_RPS",
      "End with status 3 when there were fewer requests a second."),
    RunOption(
      "--check-fail-ratio", kind: .amount, "share", in: .thresholds, variable: "LOCUST_CHECK_FAIL_RATIO",
      "End with status 3 when a larger share of requests failed, from 0 to 1."),
    RunOption(
      "--check-avg-response-time", kind: .amount, "ms", in: .thresholds,
      variable: "LOCUST_CHECK_AVG_RESPONSE_TIME", "End with status 3 when requests took longer on average."),
    RunOption(
      "--threshold", kind: .list, "threshold", in: .thresholds,
      "End with status 3 unless this holds: 'p95<200ms', 'login:failures<1%', 'rps>100 abort after 10s', say; may be "
        + "given several times."),
    RunOption(
      "--junit-xml", key: "junit_file", kind: .text, "file", in: .thresholds,
      "Write how thresholds stand at the end, as CI servers read test results."),
  ]

  private static let log: [RunOption] = [
    RunOption(
      "--skip-log-setup", in: .log, variable: "LOCUST_SKIP_LOG_SETUP", "Leave the log's set-up to the locustfile."),
    RunOption(
      "--loglevel", "-L", kind: .choice(Log.levelNames), "level", in: .log, variable: "LOCUST_LOGLEVEL",
      "The lowest level that is logged: DEBUG, INFO, WARNING, ERROR or CRITICAL; INFO without it."),
    RunOption(
      "--logfile", kind: .text, "file", in: .log, variable: "LOCUST_LOGFILE",
      "A file for the log, instead of standard error."),
  ]

  private static let other: [RunOption] = [
    RunOption("--show-task-ratio", in: .other, "Print how often each task runs, and exit."),
    RunOption("--show-task-ratio-json", in: .other, "Print that as JSON, and exit."),
    RunOption("--version", "-V", in: .other, "Print the version, and exit."),
    RunOption(
      "--exit-code-on-error", kind: .integer(0...255), "status", in: .other, variable: "LOCUST_EXIT_CODE_ON_ERROR",
      "The exit status when a request has failed or a task has raised; 1 without it."),
    RunOption(
      "--stop-timeout", "-s", kind: .time, "time", in: .other, variable: "LOCUST_STOP_TIMEOUT",
      "How long users may finish their tasks when the test stops; 0 without it."),
    RunOption(
      "--equal-weights", in: .other,
      "Ignore the weights of user classes and tasks."),
    RunOption(
      "--iterations", "-i", kind: .integer(1...Int.max), "count", in: .other, variable: "LOCUST_ITERATIONS",
      "Run so many tasks altogether, and end."),
    RunOption(
      "--resolve", kind: .words, "host:port:address", in: .other, variable: "KATYDID_RESOLVE",
      "Addresses to use instead of what a name server says, as curl has it; the port may be *."),
    RunOption(
      "--max-memory", kind: .text, "size", in: .other, variable: "KATYDID_MAX_MEMORY",
      "How much memory the values of one task may take, as 64m or 1g; a task that takes more gets MemoryError. On each "
        + "machine that runs users."),
    RunOption(
      "--max-steps", kind: .integer(1...Int.max), "count", in: .other, variable: "KATYDID_MAX_STEPS",
      "How many calls and rounds of loops one task may take; a task that takes more gets RuntimeError. On each machine "
        + "that runs users."),
    RunOption("--profile", kind: .text, "name", in: .other, "A label for reports."),
  ]

  private static let refused: [RunOption] = [
    RunOption(
      "--web-auth", kind: .text, in: nil, variable: "LOCUST_WEB_AUTH",
      refusal: "--web-auth is gone from Locust, too: use --web-login.", ""),
    RunOption(
      "--legacy-ui", in: nil, variable: "LOCUST_LEGACY_UI", refusal: "--legacy-ui: there is only one web page.", ""),
    RunOption(
      "--build-path", kind: .text, in: nil, variable: "LOCUST_BUILD_PATH",
      refusal: "--build-path: the web page is part of the program.", ""),
    RunOption(
      "--otel", in: nil, variable: "LOCUST_ENABLE_OPENTELEMETRY",
      refusal: "--otel: OpenTelemetry is not supported; --csv, --json-file and --html write what was measured.", ""),
    RunOption("--step-load", in: nil, refusal: "--step-load is gone from Locust, too: use a LoadTestShape.", ""),
    RunOption("--step-users", kind: .text, in: nil, refusal: "--step-users: use a LoadTestShape.", ""),
    RunOption("--step-time", kind: .text, in: nil, refusal: "--step-time: use a LoadTestShape.", ""),
    RunOption(
      "--no-reset-stats", in: nil,
      refusal: "--no-reset-stats is what happens anyway; --reset-stats begins the statistics anew.", ""),
  ]
}
