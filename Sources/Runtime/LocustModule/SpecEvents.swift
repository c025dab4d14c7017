import Lang
import Logging

/// The hooks of `locust.events` as the engine fires them.
final class SpecEvents {
  /// Known once the `locust` module has been made.
  nonisolated(unsafe) static var shared: SpecEvents! = nil

  /// `locust.events`
  let events: Value
  private let request: Value
  private let requestHandlers: [Value]
  private let notify = Symbol("_notify")
  private let fireName = Symbol("fire")

  init(_ module: Namespace) throws(Raised) {
    events = Heap.pin(module["events"] ?? .unbound)
    request = try Attributes.get(events, "request")
    var lists: [Value] = []
    for name in ["request", "request_success", "request_failure"] {
      lists.append(Heap.pin(try Attributes.get(try Attributes.get(events, name), "_handlers")))
    }
    requestHandlers = lists
  }

  /// Whether a spec listens to requests at all.
  @inline(__always)
  var hasRequestListeners: Bool {
    for list in requestHandlers where List.count(list) > 0 { return true }
    return false
  }

  /// Calls the listeners of `request` (and of its two old halves); what they raise on purpose passes.
  func notifyRequest(_ arguments: Value) throws(Raised) {
    _ = try Call.call(try Attributes.get(request, notify), with: arguments)
  }

  /// Fires an event of the run. Its listeners' exceptions are logged; those that steer users mean nothing here.
  func fire(_ name: String, _ arguments: [(name: String, value: Value)], reverse: Bool = false) {
    do throws(Raised) {
      let hook = try Attributes.get(events, name)
      let all = reverse ? arguments + [(name: "reverse", value: Value.yes)] : arguments
      _ = try Call.call(try Attributes.get(hook, fireName), [], keywords: all)
    } catch {
      let exception = Interpreter.raised
      if Exceptions.isA(exception, .systemExit) || Exceptions.isA(exception, .keyboardInterrupt) {
        LoadTest.current?.exitRequested(by: exception)
      } else {
        Logger(label: "locust.event").error("\(Program.traceback(of: exception))")
      }
    }
  }

  /// Whether a spec listens to an event.
  func hasListeners(_ name: String) -> Bool {
    guard let hook = Instance.get(events, Symbol(name)), let list = Instance.get(hook, Symbol("_handlers")) else {
      return false
    }
    return List.count(list) > 0
  }

  /// Fires an event whose listeners' exceptions pass.
  func fireOrRaise(_ name: String, _ arguments: [(name: String, value: Value)]) throws(Raised) {
    _ = try Call.call(try Attributes.get(try Attributes.get(events, name), "_fire_or_raise"), [], keywords: arguments)
  }

  /// Fires `user_error`.
  static func fireUserError(_ instance: Value, _ exception: Value) {
    let traceback: Value
    do throws(Raised) { traceback = try Attributes.find(exception, Symbol("__traceback__")) ?? .none } catch {
      traceback = .none
    }
    shared.fire(
      "user_error", [("user_instance", instance), ("exception", exception), ("tb", traceback)])
  }
}
