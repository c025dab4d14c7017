/// Python's `re`, on PCRE2.
enum PatternModule {
  nonisolated(unsafe) private static var patternClass: Class! = nil
  nonisolated(unsafe) private static var errorClass: Class! = nil
  /// The patterns that functions of the module compiled, as a dict of (pattern, flags).
  nonisolated(unsafe) private static var cache = Value.unbound

  static func build(_ module: Namespace) throws(Raised) {
    defineError()
    let pattern = definePattern()
    module["error"] = errorClass.value
    module["Pattern"] = pattern.value
    module["Match"] = PatternMatch.define().value
    cache = Heap.pin(Dict.make())
    addFunctions(module)
    try PythonSources.run("re", in: module)
  }

  /// The `re.error` for a place in a pattern, given in bytes.
  static func error(_ message: String, _ pattern: Value, _ offset: Int?) -> Raised {
    guard let offset else {
      let error = Exceptions.make(errorClass, Tuple.make([Str.make(message)]))
      Instance.set(error, .msg, Str.make(message))
      for name in ["pattern", "pos", "lineno", "colno"] { Instance.set(error, Symbol(name), .none) }
      return raise(error)
    }
    let position = CompiledPattern.position(pattern, offset)
    let bytes = pattern.isKind(.str) ? Str.bytes(pattern) : Bytes.buffer(pattern)
    var text = "\(message) at position \(position)"
    let before = bytes[..<min(offset, bytes.count)]
    let line = before.reduce(1) { $1 == 10 ? $0 + 1 : $0 }
    let column = position - (before.lastIndex(of: 10).map { CompiledPattern.position(pattern, $0 + 1) } ?? 0) + 1
    if bytes.contains(10) { text += " (line \(line), column \(column))" }
    let error = Exceptions.make(errorClass, Tuple.make([Str.make(text)]))
    Instance.set(error, .msg, Str.make(message))
    Instance.set(error, Symbol("pattern"), pattern)
    Instance.set(error, .pos, Integer.make(position))
    Instance.set(error, .lineno, Integer.make(line))
    Instance.set(error, .colno, Integer.make(column))
    return raise(error)
  }

  private static func defineError() {
    errorClass = Types.define(
      "error", module: "re", kind: .instance, bases: [ExceptionKind.exception.cls], hasAttributes: true)
  }

  private static func of(_ value: Value) throws(Raised) -> CompiledPattern {
    guard let pattern = Native.payload(value, as: CompiledPattern.self) else {
      throw raise(.typeError, "a 're.Pattern' object is required, not '\(Types.name(value))'")
    }
    return pattern
  }

  /// The compiled form of what a function got as its pattern.
  static func compile(_ source: Value, _ flagsValue: Value?) throws(Raised) -> Value {
    let flags = try flagsValue.map(Operations.index) ?? 0
    if flags & PatternFlags.debug != 0 {
      throw raise(.runtimeError, "re.DEBUG is refused: there is no program of CPython's to show")
    }
    if Native.payload(source, as: CompiledPattern.self) != nil {
      if flags != 0 {
        throw raise(.valueError, "cannot process flags argument with a compiled pattern")
      }
      return source
    }
    guard source.isKind(.str) || source.isKind(.bytes) else {
      throw raise(.typeError, "first argument must be string or compiled pattern")
    }
    let isCacheable = !(source.isKind(.bytes) && Bytes.isMutable(source))
    let key = flags == 0 ? source : Tuple.make(source, Value(small: flags))
    if isCacheable, let known = try Dict.get(cache, key) { return known }
    let pattern = Native.make(patternClass, try CompiledPattern(source, flags: flags))
    if isCacheable {
      if Dict.count(cache) >= 512 { Dict.table(cache).pointee.removeAll() }
      try Dict.set(cache, key, pattern)
    }
    return pattern
  }

  /// Replaces arguments that are memoryviews or arrays by the bytes that they show.
  private static func unwrapViews(_ a: Arguments, from first: Int) throws(Raised) {
    for index in first..<a.count where !a[index].isUnbound && a[index].isKind(.native) {
      if let bytes = try Text.bufferValue(a[index]) { a.base[index] = bytes }
    }
  }

  // MARK: What patterns do

  private typealias Operation = (_ pattern: Value, _ arguments: Arguments) throws(Raised) -> Value

  /// The byte offsets that optional positions mean.
  private static func window(
    _ subject: Value, _ pattern: CompiledPattern, _ start: Value?, _ end: Value?
  ) throws(Raised) -> (start: Int, end: Int, bytes: UnsafeBufferPointer<UInt8>) {
    let bytes = try pattern.subject(subject)
    let low = try start.map(Operations.index).map { CompiledPattern.offset(subject, $0) } ?? 0
    let high = try end.map(Operations.index).map { CompiledPattern.offset(subject, $0) } ?? bytes.count
    return (low, high, bytes)
  }

  private static func find(_ mode: CompiledPattern.Mode) -> Operation {
    return { (value, a) throws(Raised) -> Value in
      let pattern = try of(value)
      let (start, end, bytes) = try window(a[0], pattern, a.optional(1), a.optional(2))
      guard let offsets = try pattern.find(bytes, from: start, to: end, mode) else { return .none }
      return PatternMatch.make(
        value, pattern, a[0], offsets, CompiledPattern.position(a[0], start), CompiledPattern.position(a[0], end))
    }
  }

  private static func findAll(_ value: Value, _ a: Arguments) throws(Raised) -> Value {
    let pattern = try of(value)
    let subject = a[0]
    let (start, end, _) = try window(subject, pattern, a.optional(1), a.optional(2))
    let list = List.make()
    func part(_ offsets: CompiledPattern.Offsets, _ number: Int) -> Value {
      let begin = offsets[number * 2]
      return begin < 0
        ? CompiledPattern.part(subject, 0, 0) : CompiledPattern.part(subject, begin, offsets[number * 2 + 1])
    }
    try pattern.forEach(subject, from: start, to: end) { (offsets) throws(Raised) -> Bool in
      switch pattern.groupCount {
      case 0: List.append(list, part(offsets, 0))
      case 1: List.append(list, part(offsets, 1))
      default: List.append(list, Tuple.make((1...pattern.groupCount).map { part(offsets, $0) }))
      }
      return true
    }
    return list
  }

  private static func findIterator(_ value: Value, _ a: Arguments) throws(Raised) -> Value {
    let pattern = try of(value)
    let subject = a[0]
    let (start, end, _) = try window(subject, pattern, a.optional(1), a.optional(2))
    let list = List.make()
    let (first, last) = (CompiledPattern.position(subject, start), CompiledPattern.position(subject, end))
    try pattern.forEach(subject, from: start, to: end) { (offsets) throws(Raised) -> Bool in
      List.append(list, PatternMatch.make(value, pattern, subject, offsets, first, last))
      return true
    }
    return try Iteration.iterator(list)
  }

  private static func split(_ value: Value, _ a: Arguments) throws(Raised) -> Value {
    let pattern = try of(value)
    let subject = a[0]
    let bytes = try pattern.subject(subject)
    var left = try a.optional(1).map(Operations.index) ?? 0
    if left == 0 { left = .max }
    let list = List.make()
    var start = 0
    if left > 0 {
      try pattern.forEach(subject, from: 0, to: bytes.count) { (offsets) throws(Raised) -> Bool in
        List.append(list, CompiledPattern.part(subject, start, offsets[0]))
        for number in stride(from: 1, through: pattern.groupCount, by: 1) {
          let begin = offsets[number * 2]
          List.append(list, begin < 0 ? .none : CompiledPattern.part(subject, begin, offsets[number * 2 + 1]))
        }
        start = offsets[1]
        left -= 1
        return left > 0
      }
    }
    List.append(list, CompiledPattern.part(subject, start, bytes.count))
    return list
  }

  /// What `sub` and `subn` do: the new text and how many matches were replaced.
  private static func substitute(_ value: Value, _ a: Arguments) throws(Raised) -> (Value, Int) {
    let pattern = try of(value)
    let replacement = a[0]
    let subject = a[1]
    let bytes = try pattern.subject(subject)
    var left = try a.optional(2).map(Operations.index) ?? 0
    if left == 0 { left = .max }
    let template = Call.isCallable(replacement) ? nil : try ReplacementTemplate(replacement, pattern)
    var out: [UInt8] = []
    var start = 0
    var count = 0
    // How many parts CPython would have joined so far, for the message about one that is no text.
    var items = 0
    if left > 0 {
      try pattern.forEach(subject, from: 0, to: bytes.count) { (offsets) throws(Raised) -> Bool in
        out.append(contentsOf: bytes[start..<offsets[0]])
        if offsets[0] > start { items += 1 }
        start = offsets[1]
        count += 1
        if let template {
          template.append(subject, offsets, to: &out)
        } else {
          let match = PatternMatch.make(
            value, pattern, subject, offsets, 0, CompiledPattern.position(subject, bytes.count))
          let text = try Call.call(replacement, match)
          guard text.isKind(pattern.isText ? .str : .bytes) else {
            if text.isNone { return count < left }
            let kind = pattern.isText ? "str instance" : "a bytes-like object"
            throw raise(.typeError, "sequence item \(items): expected \(kind), \(Types.name(text)) found")
          }
          out.append(contentsOf: pattern.isText ? Str.bytes(text) : Bytes.buffer(text))
        }
        items += 1
        return count < left
      }
    }
    if count == 0 { return (subject, 0) }
    out.append(contentsOf: bytes[start...])
    return (pattern.isText ? Str.make(out) : Bytes.make(out), count)
  }

  private static func definePattern() -> Class {
    let cls = Types.define("Pattern", module: "re")
    patternClass = cls
    func add(_ name: String, _ signature: String, _ operation: @escaping Operation) {
      cls.method(name, "self, \(signature)") { (a) throws(Raised) -> Value in
        try unwrapViews(a, from: 1)
        return try operation(a[0], Arguments(base: a.base + 1, count: a.count - 1))
      }
    }
    add("search", "string, pos=0, endpos=sys.maxsize", find(.search))
    add("match", "string, pos=0, endpos=sys.maxsize", find(.match))
    add("fullmatch", "string, pos=0, endpos=sys.maxsize", find(.fullmatch))
    add("findall", "string, pos=0, endpos=sys.maxsize", findAll)
    add("finditer", "string, pos=0, endpos=sys.maxsize", findIterator)
    add("split", "string, maxsplit=0", split)
    add("sub", "repl, string, count=0") { (value, a) throws(Raised) -> Value in try substitute(value, a).0 }
    add("subn", "repl, string, count=0") { (value, a) throws(Raised) -> Value in
      let (text, count) = try substitute(value, a)
      return Tuple.make(text, Integer.make(count))
    }
    PatternScanner.define()
    add("scanner", "string, pos=0, endpos=sys.maxsize") { (value, a) throws(Raised) -> Value in
      let pattern = try of(value)
      let (start, end, _) = try window(a[0], pattern, a.optional(1), a.optional(2))
      return PatternScanner.make(value, pattern, a[0], start, end)
    }
    cls.property("pattern", get: { (value) throws(Raised) -> Value in try of(value).source })
    cls.property("flags", get: { (value) throws(Raised) -> Value in Integer.make(try of(value).flags) })
    cls.property("groups", get: { (value) throws(Raised) -> Value in Integer.make(try of(value).groupCount) })
    cls.property(
      "groupindex",
      get: { (value) throws(Raised) -> Value in
        let dict = Dict.make()
        if try of(value).names.isEmpty { return dict }
        for (name, index) in try of(value).names { Dict.set(dict, name, Value(small: index)) }
        return MappingProxy.make(dict)
      })
    for name in ["__copy__", "__deepcopy__"] {
      cls.method(name, "self, memo=None, /") { (a) throws(Raised) -> Value in a[0] }
    }
    cls.classMethod("__class_getitem__", "cls, item, /") { (a) throws(Raised) -> Value in
      GenericAlias.make(a[0], a[1])
    }
    cls.method("__eq__", "self, value, /") { (a) throws(Raised) -> Value in
      guard let other = Native.payload(a[1], as: CompiledPattern.self) else { return .notImplemented }
      let pattern = try of(a[0])
      let isSame = pattern.flags == other.flags && pattern.isText == other.isText
      return Value(isSame ? try Operations.equal(pattern.source, other.source) : false)
    }
    cls.method("__hash__", "self, /") { (a) throws(Raised) -> Value in
      let pattern = try of(a[0])
      return Integer.make(try Operations.hash(pattern.source) ^ pattern.flags)
    }
    cls.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
      let pattern = try of(a[0])
      var source = Str.swift(try Text.repr(pattern.source))
      if source.unicodeScalars.count > 200 { source = String(source.prefix(200)) }
      var text = "re.compile(\(source)"
      var names = [
        (1, "re.TEMPLATE"), (PatternFlags.ignoreCase, "re.IGNORECASE"), (PatternFlags.locale, "re.LOCALE"),
        (PatternFlags.multiline, "re.MULTILINE"), (PatternFlags.dotAll, "re.DOTALL"),
        (PatternFlags.verbose, "re.VERBOSE"), (PatternFlags.ascii, "re.ASCII"),
      ].filter { pattern.flags & $0.0 != 0 }.map(\.1)
      let unknown = pattern.flags & ~0x1FE
      if unknown != 0 { names.append("0x" + String(unknown, radix: 16)) }
      if !names.isEmpty { text += ", " + names.joined(separator: "|") }
      return Str.make(text + ")")
    }
    return cls
  }

  private static func addFunctions(_ module: Namespace) {
    /// Adds a function whose parameter `flags` comes last, after those of the pattern's method.
    func add(_ name: String, _ parameters: String, _ count: Int, _ operation: @escaping Operation) {
      module.function(name, "pattern, \(parameters), flags=0") { (a) throws(Raised) -> Value in
        let pattern = try compile(a[0], a.optional(count + 1))
        return try Call.withValues(4) { (values) throws(Raised) -> Value in
          for index in 0..<count { values[index] = a[index + 1] }
          try unwrapViews(Arguments(base: values, count: count), from: 0)
          return try operation(pattern, Arguments(base: values, count: 4))
        }
      }
    }
    add("search", "string", 1, find(.search))
    add("match", "string", 1, find(.match))
    add("fullmatch", "string", 1, find(.fullmatch))
    add("findall", "string", 1, findAll)
    add("finditer", "string", 1, findIterator)
    add("split", "string, maxsplit=0", 2, split)
    add("sub", "repl, string, count=0", 3) { (value, a) throws(Raised) -> Value in try substitute(value, a).0 }
    add("subn", "repl, string, count=0", 3) { (value, a) throws(Raised) -> Value in
      let (text, count) = try substitute(value, a)
      return Tuple.make(text, Integer.make(count))
    }
    module.function("compile", "pattern, flags=0") { (a) throws(Raised) -> Value in
      try compile(a[0], a.optional(1))
    }
    module.function("purge", "") { (_) throws(Raised) -> Value in
      Dict.table(cache).pointee.removeAll()
      return .none
    }
    module.function("escape", "pattern") { (a) throws(Raised) -> Value in
      let isText = a[0].isKind(.str)
      guard isText || a[0].isKind(.bytes) else {
        throw raise(.typeError, "expected str or bytes, not \(Types.name(a[0]))")
      }
      let special = Set("()[]{}?*+-|^$\\.&~# \t\n\r\u{0B}\u{0C}".utf8)
      var out: [UInt8] = []
      for byte in isText ? Str.bytes(a[0]) : Bytes.buffer(a[0]) {
        if special.contains(byte) { out.append(UInt8(ascii: "\\")) }
        out.append(byte)
      }
      return isText ? Str.make(out) : Bytes.make(out)
    }
  }
}
