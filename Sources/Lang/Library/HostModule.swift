import BigInt
import Glibc

/// `_katydid`: what the library's Python files ask of the host and of the interpreter.
enum HostModule {
  static func build(_ module: Namespace) throws(Raised) {
    addRecords(module)
    addFrames(module)
    addThreads(module)
    addObjects(module)
    FileModule.addOperations(module)
    module.function("clock", "") { (_) throws(Raised) -> Value in Integer.make(Library.clock.wall()) }
    module.function("entropy", "count") { (a) throws(Raised) -> Value in
      let count = try Operations.index(a[0])
      if count < 0 { throw raise(.valueError, "negative argument not allowed") }
      return Bytes.make(SystemModules.randomBytes(count))
    }
    // A random UUID of version 4 (RFC 4122, section 4.4) as an int, and the text of any.
    module.function("random_uuid", "") { (_) throws(Raised) -> Value in
      var words: [UInt] = [0, 0]
      for (index, byte) in SystemModules.randomBytes(16).enumerated() {
        words[index / 8] = words[index / 8] << 8 | UInt(byte)
      }
      words[0] = words[0] & ~0xF000 | 0x4000
      words[1] = words[1] & ~(3 << 62) | 2 << 62
      return Integer.make(BigInt(BigUInt(words: words.reversed())))
    }
    module.function("uuid_text", "number") { (a) throws(Raised) -> Value in
      let words = Integer.big(a[0])?.magnitude.words ?? BigUInt(0).words
      var text: [UInt8] = []
      text.reserveCapacity(36)
      for digit in 0..<32 {
        if [8, 12, 16, 20].contains(digit) { text.append(UInt8(ascii: "-")) }
        let place = 31 - digit
        let word = place / 16 < words.count ? words[place / 16] : 0
        let value = UInt8(word >> UInt(place % 16 * 4) & 0xF)
        text.append(value < 10 ? 48 + value : 87 + value)
      }
      return Str.make(text)
    }
    module.function("host_name", "") { (_) throws(Raised) -> Value in
      var name = utsname()
      uname(&name)
      return withUnsafeBytes(of: name.nodename) { bytes in Str.make(Array(bytes.prefix { $0 != 0 })) }
    }
    // The offset from UTC in seconds and the name of the local zone at a moment.
    module.function("local_zone", "seconds") { (a) throws(Raised) -> Value in
      let fields = TimeModule.broken(try Operations.index(a[0]), local: true)
      let name = fields.tm_zone.map { String(cString: $0) } ?? "UTC"
      return Tuple.make(Integer.make(fields.tm_gmtoff), Str.make(name))
    }
    // Year, month, day, hour, minute and second of a moment, and whether it is the second of two equal local times.
    module.function("date_fields", "seconds, utc") { (a) throws(Raised) -> Value in
      let seconds = try Operations.index(a[0])
      let isLocal = try !Operations.truth(a[1])
      let fields = TimeModule.broken(seconds, local: isLocal)
      var fold = 0
      if isLocal, seconds > 86400 {
        let before = TimeModule.broken(seconds - 86400, local: true).tm_gmtoff
        let back = before - fields.tm_gmtoff
        if back > 0, TimeModule.broken(seconds - back, local: true).tm_gmtoff == before { fold = 1 }
      }
      // A leap second counts as the one before it.
      let numbers = [
        Int(fields.tm_year) + 1900, Int(fields.tm_mon) + 1, Int(fields.tm_mday), Int(fields.tm_hour),
        Int(fields.tm_min), min(Int(fields.tm_sec), 59), fold,
      ]
      return Tuple.make(numbers.map { Value(small: $0) })
    }
    module.function("zone_data", "key") { (a) throws(Raised) -> Value in
      // The Python part has checked that the key names nothing outside the database.
      guard let file = fopen("/usr/share/zoneinfo/" + Str.swift(a[0]), "rb") else { return .none }
      defer { fclose(file) }
      var bytes = [UInt8](repeating: 0, count: 1 << 17)
      let count = fread(&bytes, 1, bytes.count, file)
      return ferror(file) != 0 || count == 0 ? .none : Bytes.make(Array(bytes[..<count]))
    }
    module.function("system_name", "") { (_) throws(Raised) -> Value in
      var name = utsname()
      uname(&name)
      func text<Field>(_ field: Field) -> Value {
        withUnsafeBytes(of: field) { bytes in Str.make(Array(bytes.prefix { $0 != 0 })) }
      }
      return Tuple.make([
        text(name.sysname), text(name.nodename), text(name.release), text(name.version), text(name.machine),
      ])
    }
  }

  /// `logging` and `traceback`.
  private static func addRecords(_ module: Namespace) {
    module.function("log_state", "") { (_) throws(Raised) -> Value in
      Tuple.make(Value(Library.log != nil), Value(small: Library.logLevel))
    }
    module.function("log", "level, logger, message") { (a) throws(Raised) -> Value in
      Library.log?(Integer.int(a[0]) ?? 0, Str.swift(a[1]), Str.swift(a[2]))
      return .none
    }
    module.function("exception_text", "exception") { (a) throws(Raised) -> Value in
      guard Exceptions.isException(a[0]) else { return Str.empty }
      return Str.make(Traceback.format(a[0]))
    }
    // The lines about the text that a `SyntaxError` is about.
    module.function("syntax_place", "exception") { (a) throws(Raised) -> Value in
      Str.make(Exceptions.isException(a[0]) ? Traceback.syntaxPlace(a[0]) : "")
    }
    // The frames of a traceback, outermost first: file, line, function, the line's text, where the part of it that
    // matters begins and ends (its last line, and the columns), and how CPython shows all that.
    module.function("traceback_entries", "traceback") { (a) throws(Raised) -> Value in
      let result = List.make()
      guard a[0].isKind(.traceback) else { return result }
      for entry in Traceback.entries(of: a[0]) {
        let source = entry.code.source
        let start = source.position(at: Int(entry.span.start))
        let end = source.position(at: Int(entry.span.end))
        // A text without a file has no lines to show.
        let hasLines = !source.name.hasPrefix("<")
        List.append(
          result,
          Tuple.make([
            Str.make(source.name), Value(small: start.line), Str.make(entry.code.name),
            Str.make(hasLines ? String(source.text(ofLine: start.line)) : ""), Value(small: end.line),
            Value(small: start.column - 1), Value(small: end.column - 1), Str.make(Traceback.format([entry])),
          ]))
      }
      return result
    }
    // Where the call stands that led here, if its name is one of those that note it: file, line, function, module and
    // the line's text; None otherwise.
    module.function("call_site", "") { (_) throws(Raised) -> Value in
      guard let site = CallSite.take() else { return .none }
      return Tuple.make([
        Str.make(site.source.name), Value(small: site.line), Str.make(site.function), site.namespace.shownName,
        Str.make(String(site.source.text(ofLine: site.line))),
      ])
    }
    module.function("write", "text, to_error") { (a) throws(Raised) -> Value in
      Library.write(Str.swift(a[0]), try Operations.truth(a[1]))
      return .none
    }
  }

  private static func addThreads(_ module: Namespace) {
    module.function("thread", "") { (_) throws(Raised) -> Value in Integer.make(Library.threads.current()) }
    module.function("unpark", "thread") { (a) throws(Raised) -> Value in
      Library.threads.unpark(try Operations.index(a[0]))
      return .none
    }
    module.function("park", "seconds=None") { (a) throws(Raised) -> Value in
      let seconds = a.optional(0).flatMap { $0.isNone ? nil : $0 }
      return Value(try Library.threads.park(try seconds.map { (value) throws(Raised) in try Library.double(value) }))
    }
    Heap.addRootProvider { for function in spawned.values { Heap.mark(function) } }
    module.function("spawn", "function") { (a) throws(Raised) -> Value in
      lastSpawned += 1
      let key = lastSpawned
      spawned[key] = a[0]
      try Library.threads.spawn {
        guard let function = spawned[key] else { return }
        // The function catches whatever it raises.
        do { _ = try Call.call(function) } catch {}
        spawned[key] = nil
      }
      return .none
    }
  }

  /// The functions of threads that have not ended, to be found by collections before a stack has them.
  private nonisolated(unsafe) static var spawned: [Int: Value] = [:]
  private nonisolated(unsafe) static var lastSpawned = 0

  /// `copy`, `types` and `dataclasses`.
  private static func addObjects(_ module: Namespace) {
    /// An instance with the same class and none of the attributes; None for other values.
    module.function("bare", "obj") { (a) throws(Raised) -> Value in
      guard a[0].isKind(.instance) else { return .none }
      return Instance.make(Types.cls(a[0]))
    }
    module.function("attributes", "obj") { (a) throws(Raised) -> Value in
      let dict = Dict.make()
      var owner = a[0]
      if a[0].isObject, !a[0].isKind(.instance), let bag = Attributes.bag(a[0]) { owner = bag }
      guard owner.isKind(.instance) else { return dict }
      for (name, value) in Instance.attributes(owner) where !value.isUnbound { try Dict.set(dict, name.value, value) }
      return dict
    }
    // A function that a library module writes as text, as `dataclasses` does: it binds its arguments and runs like any
    // other. Code of specs can't get here, and the text is the library's own.
    module.function("define", "module, name, qualname, text, values") { (a) throws(Raised) -> Value in
      let namespace = Namespace(name: Str.swift(a[0]))
      for (name, value) in Dict.pairs(a[4]) { namespace[Symbol(name)] = value }
      let source = SourceText(name: "<string>", Str.swift(a[3]))
      let prefix = Str.swift(a[2])
      try Program.run(source, in: namespace, importer: .plain)
      guard let function = namespace[Symbol(a[1])], function.isKind(.function) else { return .none }
      let code = Function.code(function)
      code.qualifiedName = prefix
      return function
    }
    // Has the patterns of `match` take a class that is registered as a sequence or a mapping.
    module.function("set_pattern_kind", "cls, kind") { (a) throws(Raised) -> Value in
      if a[0].isKind(.class) { PatternKinds.register(ClassObject.cls(a[0]), as: Str.swift(a[1])) }
      return .none
    }
    // A Python function made one that classes don't bind, as those are that CPython has in C.
    module.function("built_in", "function, owner") { (a) throws(Raised) -> Value in
      let function = a[0]
      Heap.pin(function)
      let name = Function.code(function).name
      return NativeFunction.make(name, "*args, **kwargs", owner: Str.swift(a[1])) { (a) throws(Raised) -> Value in
        try Call.call(
          function, Array(Tuple.items(a[0])), keywords: Dict.pairs(a[1]).map { (Str.swift($0.key), $0.value) })
      }
    }
    module.function("set_module", "cls, name") { (a) throws(Raised) -> Value in
      guard a[0].isKind(.class) else { return .none }
      ClassObject.cls(a[0]).module = Str.swift(a[1])
      return .none
    }
    // What the fields of named tuples answer.
    for (name, text) in [("refuse_setting", "can't set attribute"), ("refuse_deleting", "can't delete attribute")] {
      module.function(name, "self, value=None, /") { (_) throws(Raised) -> Value in throw raise(.attributeError, text) }
    }
    // The name that messages call a class by, where CPython's is dotted.
    module.function("set_message_name", "cls, name") { (a) throws(Raised) -> Value in
      guard a[0].isKind(.class) else { return .none }
      ClassObject.cls(a[0]).messageName = Str.swift(a[1])
      return .none
    }
    module.function("truncate_float", "number") { (a) throws(Raised) -> Value in
      // The nearest float of 32 bits, as `array` and `struct` keep it.
      Value(Double(Float(try Library.double(a[0]))))
    }
    // The function that is given the names of encodings that aren't known; the caller keeps it alive.
    module.function("set_codec_search", "function") { (a) throws(Raised) -> Value in
      Codec.search = a[0]
      return .none
    }
    module.function("general_category", "code") { (a) throws(Raised) -> Value in
      let code = UInt32(clamping: try Operations.index(a[0]))
      guard Unicode.Scalar(code) != nil else { return Str.make("Cs") }
      let category = Text.properties(code)?.generalCategory ?? .unassigned
      return Str.make(UnicodeNames.category(category))
    }
    module.function("character_name", "code") { (a) throws(Raised) -> Value in
      let code = UInt32(clamping: try Operations.index(a[0]))
      guard let name = Text.properties(code)?.name else { return .none }
      return Str.make(name)
    }
    module.function("normalize", "form, text") { (a) throws(Raised) -> Value in
      Str.make(UnicodeNames.normalize(Str.swift(a[1]), Str.swift(a[0])))
    }
    module.function("combining_class", "code") { (a) throws(Raised) -> Value in
      let code = UInt32(clamping: try Operations.index(a[0]))
      return Value(small: Int(Text.properties(code)?.canonicalCombiningClass.rawValue ?? 0))
    }
    module.function("numeric_value", "code") { (a) throws(Raised) -> Value in
      let code = UInt32(clamping: try Operations.index(a[0]))
      guard let value = Text.properties(code)?.numericValue else { return .none }
      return Value(value)
    }
  }
}
