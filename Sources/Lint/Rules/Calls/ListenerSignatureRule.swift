import Lang

/// KD207: an event's listener that can't take what the event gives.
enum ListenerSignatureRule: Rule {
  static let info = RuleInfo(
    "KD207", "listener-signature", .error,
    summary: "A listener's parameters don't fit the arguments of its event.",
    why: """
      Events call their listeners with keyword arguments. A listener that names a parameter otherwise, or doesn't take \
      all of them, raises TypeError each time, which is logged and sets the exit status. `**kwargs` takes what a \
      listener doesn't need, also what later versions add.
      """,
    bad: """
      from locust import events


      @events.test_start.add_listener
      def start(env):
          print(env)
      """,
    good: """
      from locust import events


      @events.test_start.add_listener
      def start(environment, **kwargs):
          print(environment)
      """)

  static func check(_ file: FileModel, _ report: Reporter) {
    for function in file.functions {
      for decorator in function.definition.decorators {
        if let event = event(decorator, in: function.outer, file) { check(function, event, report) }
      }
    }
    for call in file.calls {
      guard case .decorator = call.use else {
        guard call.arguments.count == 1, let event = event(call.function, in: call.place.scope, file),
          case .localFunction(let function, false)? = file.known(call.arguments[0], in: call.place.scope),
          function.cls == nil
        else { continue }
        check(function, event, report)
        continue
      }
    }
  }

  /// The event that `events.NAME.add_listener` names.
  private static func event(_ expression: Expr, in scope: ScopeModel, _ file: FileModel) -> String? {
    guard case .attribute(let hook, "add_listener", _) = expression.kind,
      case .attribute(let events, let name, _) = hook.kind,
      case .value(let value)? = file.known(events, in: scope),
      value.bits == file.knowledge.member("locust", "events")?.bits
    else { return nil }
    return name
  }

  private static func check(_ function: FunctionModel, _ event: String, _ report: Reporter) {
    guard let given = EventArguments.table[event] else { return }
    let signature = function.signature
    let names = function.definition.parameters
    let all = names.positional + names.keywordOnly
    if let odd = all.first(where: { $0.defaultValue == nil && !given.contains($0.name) }) {
      let near = Spelling.nearest(odd.name, among: given) ?? (given.count == 1 ? given[0] : nil)
      report(
        "the event '\(event)' gives no '\(odd.name)'", at: odd.span,
        hint: near.map { "did you mean '\($0)'?" } ?? "it gives: \(given.joined(separator: ", "))")
    } else if signature.keywordVariadic == nil,
      let lacking = given.first(where: { name in !all.contains { $0.name == name } })
    {
      report(
        "'\(function.name)' can't take '\(lacking)', which the event '\(event)' gives",
        at: function.definition.nameSpan,
        hint: "add **kwargs to its parameters")
    }
  }
}

/// The keyword arguments with which Locust's events call their listeners.
enum EventArguments {
  static let table: [String: [String]] = [
    "request": [
      "request_type", "name", "response_time", "response_length", "response", "context", "exception", "start_time",
      "url",
    ],
    "user_error": ["user_instance", "exception", "tb"], "init": ["environment", "runner", "web_ui"],
    "init_command_line_parser": ["parser"], "test_start": ["environment"], "test_stopping": ["environment"],
    "test_stop": ["environment"], "spawning_complete": ["user_count"], "quitting": ["environment"],
    "quit": ["exit_code"], "report_to_master": ["client_id", "data"], "worker_report": ["client_id", "data"],
    "worker_connect": ["client_id"], "heartbeat_sent": ["client_id", "timestamp"],
    "heartbeat_received": ["client_id", "timestamp"], "cpu_warning": ["environment", "cpu_usage"],
    "usage_monitor": ["environment", "cpu_usage", "memory_usage"],
    "request_success": ["request_type", "name", "response_time", "response_length"],
    "request_failure": ["request_type", "name", "response_time", "response_length", "exception"],
  ]
}
