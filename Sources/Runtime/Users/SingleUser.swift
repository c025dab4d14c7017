import Lang

/// `run_single_user`: one user in this process, on a fiber, while the caller waits.
enum SingleUser {
  /// The user that runs, for the collector.
  private nonisolated(unsafe) static var current: UserRun?
  private nonisolated(unsafe) static var isRooted = false

  /// The `environment` of such a user.
  static func makeEnvironment() throws(Raised) -> Value {
    let importer = Importer()
    ThirdParty.offer(to: importer)
    guard let module = try LocustModule.load("locust.env", importer: importer), let maker = module["Environment"],
      let optionsMaker = module["Options"]
    else { throw raise(.importError, "No module named 'locust.env'") }
    let parsed = try Call.call(
      optionsMaker, [],
      keywords: [
        ("host", .none), ("num_users", .none), ("spawn_rate", .none), ("run_time", .none),
        ("stop_timeout", Value(0.0)), ("reset_stats", .no), ("user_classes", List.make([])),
      ])
    return Heap.pin(
      try Call.call(
        maker, [], keywords: [("events", SpecEvents.shared.events), ("parsed_options", parsed)]))
  }

  /// Makes a user and runs it until it ends. Raises what ended it, unless that was an ordinary end.
  static func run(_ userClass: Value, _ environment: Value) throws(Raised) {
    guard Fiber.current == nil else {
      throw raise(
        .runtimeError, "run_single_user can't be called while a test runs: use it under if __name__ == \"__main__\"")
    }
    if !isRooted {
      isRooted = true
      Heap.addRootProvider { if let current { Heap.mark(current.value) } }
    }
    let user = UserRun(UserClass(userClass), of: nil)
    current = user
    defer { current = nil }
    var raised: Value?
    var isOver = false
    let fiber = EventLoop.shared.spawn {
      do throws(Raised) {
        try user.make(environment)
        try Attributes.set(environment, Symbol("single_user_instance"), user.value)
        try Lifecycle.run(user)
      } catch { raised = Interpreter.raised }
      isOver = true
    }
    user.adopt(fiber)
    EventLoop.shared.run { isOver || Interpreter.hasInterrupt }
    try Interpreter.takeInterrupt()
    if let raised { throw raise(raised) }
  }
}
