import Lang

/// The module `_requests`: the parts of `requests` that are the client of a load test, made by the same code.
enum RequestsModule {
  static func build(_ module: Namespace) throws(Raised) {
    for (name, value) in ClientsModule.shared { module[name] = value }
    // What an adapter that is mounted says of repeating requests.
    module.function("mount", "session, prefix, retry") { (a) throws(Raised) -> Value in
      let state = try SessionType.of(a[0])
      state.retries.mount(Str.swift(try Text.str(a[1])), try RetryPolicy(a[2]))
      return .none
    }
  }
}
