import Lang

/// Taking all listeners away from the hooks of `locust.events` and putting others there, for another version of a spec.
extension SpecEvents {
  private static let names = [
    "request", "request_success", "request_failure", "user_error", "report_to_master", "worker_report",
    "worker_connect", "spawning_complete", "quitting", "quit", "init", "init_command_line_parser", "test_start",
    "test_stopping", "test_stop", "reset_stats", "cpu_warning", "heartbeat_sent", "heartbeat_received",
    "usage_monitor",
  ]

  /// The hooks' lists of listeners, in the order of `names`.
  private func lists() -> [Value] {
    SpecEvents.names.map { name in
      do throws(Raised) {
        guard let hook = try Attributes.find(events, Symbol(name)) else { return List.make([]) }
        return try Attributes.get(hook, "_handlers")
      } catch { return List.make([]) }
    }
  }

  /// Takes all listeners away and gives them; they are pinned until they are put back or let go of.
  func takeListeners() -> [[Value]] {
    lists().map { list in
      let listeners = List.items(list).map { Heap.pin($0) }
      List.removeAll(list)
      return listeners
    }
  }

  /// Makes these the listeners.
  func putListeners(_ listeners: [[Value]]) {
    for (list, own) in zip(lists(), listeners) {
      List.removeAll(list)
      for listener in own { List.append(list, listener) }
    }
    SpecEvents.letGo(listeners)
  }

  /// Undoes the pinning of listeners that were taken.
  static func letGo(_ listeners: [[Value]]) {
    for list in listeners { for listener in list { Heap.unpin(listener) } }
  }
}
