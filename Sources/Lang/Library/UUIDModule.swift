/// What `uuid` needs beyond Python: random bytes, the clock and digests.
enum UUIDModule {
  static func build(_ module: Namespace) throws(Raised) {
    module.function("_random_int", "") { (_) throws(Raised) -> Value in
      let bytes = (0..<16).map { _ in UInt8(truncatingIfNeeded: Library.entropy()) }
      return Bytes.make(bytes)
    }
    module.function("_now_ns", "") { (_) throws(Raised) -> Value in Integer.make(Library.clock.wall()) }
    try PythonSources.run("uuid", in: module)
  }
}

/// Python's `copy`.
enum CopyModule {
  static func build(_ module: Namespace) throws(Raised) {
    /// An instance with the same class and none of the attributes.
    module.function("_bare", "obj") { (a) throws(Raised) -> Value in
      guard a[0].isKind(.instance) else { return .none }
      return Instance.make(Types.cls(a[0]))
    }
    module.function("_attributes", "obj") { (a) throws(Raised) -> Value in
      let dict = Dict.make()
      guard a[0].isKind(.instance) else { return dict }
      for (name, value) in Instance.attributes(a[0]) { try Dict.set(dict, name.value, value) }
      return dict
    }
    try PythonSources.run("copy", in: module)
  }
}

/// Python's `typing`, `collections.abc` and `__future__`: names for annotations, which nobody evaluates further.
enum TypingModule {
  static func build(_ module: Namespace) throws(Raised) { try PythonSources.run(module.name, in: module) }

  static func buildFuture(_ module: Namespace) throws(Raised) {
    for name in ["annotations", "division", "absolute_import", "print_function", "unicode_literals", "generator_stop"] {
      module[name] = .yes
    }
  }
}
