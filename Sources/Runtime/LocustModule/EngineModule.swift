import Lang
import Logging

/// The module `_engine`: what the Python part of `locust` calls the engine for.
enum EngineModule {
  static func build(_ module: Namespace) {
    WaitTimes.install(in: module)
    addLife(module)
    addRun(module)
    module.function("count_request", "**kwargs") { (a) throws(Raised) -> Value in
      try RequestReport.count(a[0])
      return .none
    }
    module.function("format_exception", "exception") { (a) throws(Raised) -> Value in
      Str.make(Program.traceback(of: a[0]).trimmingEnd())
    }
    module.function("note_legacy", "old, new") { (a) throws(Raised) -> Value in
      LoadTest.noteLegacy(Str.swift(a[0]), Str.swift(a[1]))
      return .none
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
      return Value(run.stop(force: force))
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
    module.function("run_single_user", "user_class") { (a) throws(Raised) -> Value in
      try SingleUser.run(a[0])
      return .none
    }
  }
}
