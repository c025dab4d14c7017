import Lang
import Logging

/// The module `_engine`: what the Python part of `locust` calls the engine for.
enum EngineModule {
  static func build(_ module: Namespace) {
    WaitTimes.install(in: module)
    addLife(module)
    addRun(module)
    addMessages(module)
    addMetrics(module)
    addSingleUser(module)
    module.function("count_request", "**kwargs") { (a) throws(Raised) -> Value in
      try RequestReport.count(a[0])
      return .none
    }
    module.function("count_exception", "exception") { (a) throws(Raised) -> Value in
      Lifecycle.count(a[0])
      return .none
    }
    module.function("format_exception", "exception") { (a) throws(Raised) -> Value in
      Str.make(Program.traceback(of: a[0]).trimmingEnd())
    }
    module.function("keyword_names", "callee") { (a) throws(Raised) -> Value in
      Call.keywordNames(of: a[0]).map { List.make($0.map { Str.make($0) }) } ?? .none
    }
    module.function("note_legacy", "old, new") { (a) throws(Raised) -> Value in
      LoadTest.noteLegacy(Str.swift(a[0]), Str.swift(a[1]))
      return .none
    }
    module.function("log_lines", "") { (_) throws(Raised) -> Value in
      List.make(LogTail.shared.lines.suffix(LogTail.length).map { Str.make($0) })
    }
    module.function("name_width", "") { (_) throws(Raised) -> Value in
      Integer.make(Console.nameWidth(terminalWidth: Console.width))
    }
    module.function("note_listener_failure", "") { (_) throws(Raised) -> Value in
      LoadTest.current?.noteListenerFailure()
      return .none
    }
  }

  private static func method(
    _ module: Namespace, _ name: String, _ signature: String, _ body: @escaping NativeBody
  ) {
    module[name] = NativeFunction.make(name, signature, owner: module.name, isMethod: true, body)
  }

  /// The methods of users and task sets.
  private static func addLife(_ module: Namespace) {
    method(module, "run_user", "self") { (a) throws(Raised) -> Value in
      let run = try currentRun()
      try Lifecycle.run(run)
      return .none
    }
    method(module, "run_task_set", "self") { (a) throws(Raised) -> Value in
      try Lifecycle.run(taskSet: a[0], try currentRun())
      return .none
    }
    method(module, "wait", "self") { (a) throws(Raised) -> Value in
      try Lifecycle.wait(a[0], try currentRun())
      return .none
    }
    method(module, "stop_user", "self, force=False") { (a) throws(Raised) -> Value in
      guard let run = LoadTest.current?.run(of: a[0]) else { return .no }
      let force = try a.optional(1).map { (value) throws(Raised) in try Operations.truth(value) } ?? false
      let goes = run.stop(force: force)
      // A user that ends itself so doesn't get any further.
      if goes, UserRun.current === run { try Host.sleep(0) }
      return Value(goes)
    }
    module.function("user_state", "user") { (a) throws(Raised) -> Value in
      LoadTest.current?.run(of: a[0]).map { Str.make($0.state.rawValue) } ?? .none
    }
    method(module, "get_next_task", "self") { (a) throws(Raised) -> Value in
      try TaskHolder(taskSet: a[0]).choose()
    }
    method(module, "execute_task", "self, task") { (a) throws(Raised) -> Value in
      try TaskHolder(taskSet: a[0]).executePlain(a[1])
      return .none
    }
    module.function("wait_time", "task_set") { (a) throws(Raised) -> Value in try WaitTimes.fallback(a[0]) }
  }

  private static func currentRun() throws(Raised) -> UserRun {
    guard let run = UserRun.current else {
      throw raise(.runtimeError, "only a running user can do this: no user runs here")
    }
    return run
  }

  /// What `environment.runner` asks.
  private static func addRun(_ module: Namespace) {
    module.function("runner", "") { (_) throws(Raised) -> Value in
      guard let test = LoadTest.current else { return .none }
      return try Attributes.get(test.environment, "runner")
    }
    module.function("quit_run", "") { (_) throws(Raised) -> Value in
      LoadTest.current?.quitRequested()
      return .none
    }
    module.function("run_state", "") { (_) throws(Raised) -> Value in
      Str.make(LoadTest.current?.state.rawValue ?? LoadTest.State.ready.rawValue)
    }
    module.function("user_count", "") { (_) throws(Raised) -> Value in
      Integer.make(LoadTest.current?.reportedUserCounts.values.reduce(0, +) ?? 0)
    }
    module.function("user_classes_count", "") { (_) throws(Raised) -> Value in
      let counts = Dict.make()
      for (name, count) in LoadTest.current?.reportedUserCounts ?? [:] { Dict.set(counts, name, Integer.make(count)) }
      return counts
    }
    module.function("target_user_count", "") { (_) throws(Raised) -> Value in
      Integer.make(LoadTest.current?.targetUserCount ?? 0)
    }
    module.function("stats", "") { (_) throws(Raised) -> Value in StatisticsView.make() }
    module.function("stats_classes", "") { (_) throws(Raised) -> Value in StatisticsView.classes }
    module.function("exceptions", "") { (_) throws(Raised) -> Value in try StatisticsView.exceptions() }
    module.function("usage", "") { (_) throws(Raised) -> Value in
      let usage = LoadTest.current?.usage ?? (cpu: 0, memory: 0)
      return Tuple.make(Value(usage.cpu), Integer.make(usage.memory))
    }
    module.function("start_run", "users, rate, classes") { (a) throws(Raised) -> Value in
      guard let users = Integer.int(a[0]), users >= 0, users <= 1 << 32 else {
        throw raise(.valueError, "user_count must be an int of at least 0")
      }
      let rate = a[1].isFloat ? a[1].double : Integer.int(a[1]).map(Double.init) ?? 0
      guard rate > 0, rate.isFinite else { throw raise(.valueError, "spawn_rate must be a number above 0") }
      let names = a[2].isNone ? nil : List.items(a[2]).map { Str.swift($0) }
      LoadTest.current?.hooks.start(users, rate, names)
      return .none
    }
    module.function("stop_run", "") { (_) throws(Raised) -> Value in
      LoadTest.current?.hooks.stop()
      return .none
    }
  }

  /// What `environment.runner` sends, and to whom.
  private static func addMessages(_ module: Namespace) {
    module.function("send_message", "type, data, node") { (a) throws(Raised) -> Value in
      let type = Str.swift(try Text.str(a[0]))
      LoadTest.current?.hooks.send(type, try PlainData(a[1]), a[2].isNone ? nil : Str.swift(try Text.str(a[2])))
      return .none
    }
    module.function("node_id", "") { (_) throws(Raised) -> Value in
      Str.make(LoadTest.current?.hooks.node ?? "local")
    }
    module.function("workers", "") { (_) throws(Raised) -> Value in
      let list = List.make()
      for worker in LoadTest.current?.hooks.workers() ?? [] {
        let counts = Dict.make()
        for (name, count) in worker.userCounts { Dict.set(counts, name, Integer.make(count)) }
        List.append(
          list,
          Tuple.make([
            Str.make(worker.id), Integer.make(worker.index), Str.make(worker.state.rawValue), counts,
            Value(worker.cpuUsage), Integer.make(worker.memoryUsage),
          ]))
      }
      return list
    }
  }

  /// What `katydid.metrics` and `katydid.check` add.
  private static func addMetrics(_ module: Namespace) {
    module.function("add_metric", "kind, name, value, is_time") { (a) throws(Raised) -> Value in
      guard let statistics = LoadTest.current?.statistics ?? StatisticsView.beforeLoading,
        let kind = Metrics.Kind(rawValue: Str.swift(a[0]))
      else { return .none }
      let name = Str.swift(try Text.str(a[1]))
      guard let metric = statistics.metrics.metric(kind, name, isTime: a[3].isTrue) else {
        throw raise(.valueError, "the metric '\(name)' is of another kind already")
      }
      if a[2].isFloat {
        guard a[2].double.isFinite else { throw raise(.valueError, "a metric takes finite numbers only") }
        metric.add(a[2].double)
      } else if a[2].isBool {
        metric.add(a[2].isTrue)
      }
      return .none
    }
  }

  private static func addSingleUser(_ module: Namespace) {
    module.function("single_environment", "") { (_) throws(Raised) -> Value in try SingleUser.makeEnvironment() }
    module.function("run_single_user", "user_class, environment") { (a) throws(Raised) -> Value in
      try SingleUser.run(a[0], a[1])
      return .none
    }
  }
}
