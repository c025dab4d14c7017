import Lang
import Runtime

/// The names that the prompt adds to those of Python: users, tasks and what was measured.
enum ReplNames {
  static func install(in repl: Repl) {
    let names = repl.bench.namespace
    let bench = repl.bench
    names.function(Repl.display, "value") { [weak repl] (a) throws(Raised) -> Value in
      try repl?.show(a[0])
      return .none
    }
    names.function("start", "user_class") { (a) throws(Raised) -> Value in
      let user = try bench.startUser(a[0])
      Instance.set(
        user, Symbol("run"),
        NativeFunction.make("run", "task, n=1") { (a) throws(Raised) -> Value in
          try repeated(a.optional(1)) { () throws(Raised) in try bench.run(a[0], user: user) }
        })
      return user
    }
    names.function("stop", "user") { (a) throws(Raised) -> Value in
      try bench.stopUser(a[0])
      return .none
    }
    names.function("run", "task, n=1, user=None") { (a) throws(Raised) -> Value in
      let given = a.optional(2) ?? .none
      guard let user = given.isNone ? bench.latestUser : given else {
        throw raise(.runtimeError, "run() needs a user: user = start(UserClass)")
      }
      return try repeated(a.optional(1)) { () throws(Raised) in try bench.run(a[0], user: user) }
    }
    names.function("reset", "") { (_) throws(Raised) -> Value in
      bench.reset()
      return .none
    }
    let shown = Types.define("Shown", module: "katydid")
    shown.method("__repr__", "self") { (a) throws(Raised) -> Value in
      Str.make(try Native.payload(a[0], as: Shown.self)?.text() ?? "")
    }
    names["stats"] = Native.make(shown, Shown { [weak repl] () throws(Raised) in repl?.statistics() ?? "" })
    names["users"] = Native.make(
      shown,
      Shown { () throws(Raised) in bench.test?.userClasses.map(\.name).joined(separator: "\n") ?? "no spec is loaded" })
  }

  private static func repeated(_ count: Value?, _ body: () throws(Raised) -> Void) throws(Raised) -> Value {
    var left = count.flatMap { Integer.int($0) } ?? 1
    while left > 0 {
      try body()
      left -= 1
    }
    return .none
  }

  /// The names that were there before anything was typed.
  static let own: Set<String> = [
    Repl.display, "start", "stop", "run", "reset", "stats", "users", "client", "_", "__", "__name__",
  ]
}

/// A value that shows something anew each time.
private final class Shown: Payload {
  let text: () throws(Raised) -> String
  init(_ text: @escaping () throws(Raised) -> String) { self.text = text }
}
