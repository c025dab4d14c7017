import Lang

/// The module `_greenlets`: what `gevent`, which is written in Python, asks of the fibers beyond what `threading` does.
enum GreenletModule {
  static func build(_ module: Namespace) {
    // Has an exception raised where another thread waits.
    module.function("throw", "thread, exception") { (a) throws(Raised) -> Value in
      guard Exceptions.isException(a[1]) else { throw raise(.typeError, "exceptions must derive from BaseException") }
      return Value(FiberThreads.raise(a[1], in: try Operations.index(a[0])))
    }
    module.function("withdraw", "thread, exception") { (a) throws(Raised) -> Value in
      FiberThreads.withdraw(a[1], from: try Operations.index(a[0]))
      return .none
    }
    module.function("traceback", "exception") { (a) throws(Raised) -> Value in
      Str.make(Program.traceback(of: a[0]))
    }
    // Whether a load test is loaded: then listeners and users run on fibers.
    module.function("is_loaded", "") { (_) throws(Raised) -> Value in Value(LoadTest.current != nil) }
  }
}
