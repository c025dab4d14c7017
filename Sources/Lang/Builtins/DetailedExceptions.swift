import Glibc

/// The exceptions with attributes of their own: those of names, imports, the system, the codecs and syntax.
public enum DetailedExceptions {
  static func install() {
    for (kind, names) in [
      (ExceptionKind.nameError, ["name"]), (.attributeError, ["name", "obj"]), (.importError, ["name", "path"]),
    ] {
      installNamed(kind, names)
    }
    installImport()
    installSystem()
    installCodecs()
    installSyntax()
  }

  private static func field(_ cls: Class, _ name: String) {
    let symbol = Symbol(name)
    cls.property(
      name, get: { (v) throws(Raised) -> Value in Instance.get(v, symbol) ?? .none },
      set: { (v, new) throws(Raised) in Instance.set(v, symbol, new) })
  }

  /// Exceptions that take some attributes as keyword arguments.
  private static func installNamed(_ kind: ExceptionKind, _ names: [String]) {
    let cls = kind.cls
    for name in names { field(cls, name) }
    cls.method("__init__", "self, /, *args, **kwargs") { (a) throws(Raised) -> Value in
      Exceptions.set(a[0], .args, a[1])
      for (key, value) in Dict.pairs(a[2]) {
        guard names.contains(Str.swift(key)) else {
          throw raise(.typeError, "'\(Str.swift(key))' is an invalid keyword argument for \(kind.name)()")
        }
        Instance.set(a[0], Symbol(key), value)
      }
      if kind == .importError, Tuple.items(a[1]).count == 1 { Instance.set(a[0], Symbol(.msg), Tuple.items(a[1])[0]) }
      return .none
    }
  }

  private static func installImport() {
    let cls = ExceptionKind.importError.cls
    field(cls, "msg")
    cls.method("__str__", "self, /") { (a) throws(Raised) -> Value in
      if let message = Instance.get(a[0], .msg), message.isKind(.str) { return message }
      let args = Exceptions.args(a[0])
      return args.count == 0
        ? Str.empty : try Text.str(args.count == 1 ? args[0] : Exceptions.get(a[0], .args) ?? .none)
    }
  }

  /// The subclass of `OSError` for an error number.
  static func kind(_ number: Int) -> ExceptionKind {
    switch Int32(truncatingIfNeeded: number) {
    case EAGAIN, EALREADY, EINPROGRESS: .blockingIOError
    case EPIPE, ESHUTDOWN: .brokenPipeError
    case ECHILD: .childProcessError
    case ECONNABORTED: .connectionAbortedError
    case ECONNREFUSED: .connectionRefusedError
    case ECONNRESET: .connectionResetError
    case EEXIST: .fileExistsError
    case ENOENT: .fileNotFoundError
    case EISDIR: .isADirectoryError
    case ENOTDIR: .notADirectoryError
    case EINTR: .interruptedError
    case EACCES, EPERM: .permissionError
    case ESRCH: .processLookupError
    case ETIMEDOUT: .timeoutError
    default: .osError
    }
  }

  /// The `OSError` of a number, of the subclass that the number calls for.
  ///
  /// - Parameters:
  ///   - message: what is wrong; nil for the system's own text for the number.
  ///   - filename: the path that it is about; `None` for no path.
  public static func system(_ number: Int, _ message: String? = nil, filename: Value = .none) -> Value {
    let message = message ?? String(cString: strerror(Int32(truncatingIfNeeded: number)))
    let error = Exceptions.make(
      kind(number).cls, Tuple.make([Value(small: number), Str.make(message)]))
    Instance.set(error, Symbol("filename"), filename)
    return error
  }

  private static func installSystem() {
    let cls = ExceptionKind.osError.cls
    field(cls, "filename")
    field(cls, "filename2")
    for (index, name) in ["errno", "strerror"].enumerated() {
      cls.property(
        name,
        get: { (v) throws(Raised) -> Value in
          if let given = Instance.get(v, Symbol(name)), !given.isUnbound { return given }
          let args = Exceptions.args(v)
          return args.count >= 2 && args.count <= 5 ? args[index] : .none
        }, set: { (v, new) throws(Raised) in Instance.set(v, Symbol(name), new) })
    }
    cls.staticMethod("__new__", "cls, /, *args, **kwargs") { (a) throws(Raised) -> Value in
      var target = ClassObject.cls(a[0])
      let args = Tuple.items(a[1])
      if target === cls, args.count >= 2, args.count <= 5, let number = Integer.int(args[0]) {
        target = kind(number).cls
      }
      let error = Exceptions.make(target, a[1])
      take(args, error)
      return error
    }
    cls.method("__init__", "self, /, *args, **kwargs") { (a) throws(Raised) -> Value in
      if Dict.count(a[2]) > 0 { throw raise(.typeError, "\(Types.name(a[0]))() takes no keyword arguments") }
      Exceptions.set(a[0], .args, a[1])
      take(Tuple.items(a[1]), a[0])
      return .none
    }
    cls.method("__str__", "self, /") { (a) throws(Raised) -> Value in
      let args = Exceptions.args(a[0])
      guard args.count >= 2 else { return args.count == 1 ? try Text.str(args[0]) : Str.empty }
      // What was assigned to the attributes goes before the arguments.
      let number = Instance.get(a[0], Symbol("errno")) ?? args[0]
      let message = Instance.get(a[0], Symbol("strerror")) ?? args[1]
      var text = "[Errno \(Str.swift(try Text.str(number)))] \(Str.swift(try Text.str(message)))"
      let name = Instance.get(a[0], Symbol("filename")) ?? (args.count > 2 ? args[2] : .none)
      if !name.isNone {
        text += ": \(Str.swift(try Text.repr(name)))"
        if let second = Instance.get(a[0], Symbol("filename2")), !second.isNone {
          text += " -> \(Str.swift(try Text.repr(second)))"
        }
      }
      return Str.make(text)
    }
  }

  /// The file names among the arguments of an `OSError` become attributes.
  private static func take(_ args: UnsafeMutableBufferPointer<Value>, _ error: Value) {
    guard args.count > 2, args.count <= 5 else { return }
    Instance.set(error, Symbol("filename"), args[2])
    if args.count > 4 { Instance.set(error, Symbol("filename2"), args[4]) }
    Exceptions.set(error, .args, Tuple.make(args[0], args[1]))
  }

  /// A `UnicodeEncodeError` or `UnicodeDecodeError`: what could not be converted, from where to where and why.
  static func codec(
    _ kind: ExceptionKind, _ encoding: String, _ object: Value, _ range: Swift.Range<Int>, _ reason: String
  ) -> Value {
    Exceptions.make(
      kind.cls,
      Tuple.make([
        Str.make(encoding), object, Integer.make(range.lowerBound), Integer.make(range.upperBound), Str.make(reason),
      ]))
  }

  private static func installCodecs() {
    for kind in [ExceptionKind.unicodeDecodeError, .unicodeEncodeError, .unicodeTranslateError] {
      let names = kind.ownFields
      for (index, name) in names.enumerated() {
        let symbol = Symbol(name)
        kind.cls.property(
          name, get: { (v) throws(Raised) -> Value in codecField(v, symbol, index) ?? .none },
          set: { (v, new) throws(Raised) in Instance.set(v, symbol, new) })
      }
      kind.cls.method("__init__", "self, /, *args") { (a) throws(Raised) -> Value in
        let given = Tuple.items(a[1])
        guard given.count == names.count else {
          throw raise(.typeError, "function takes exactly \(names.count) arguments (\(given.count) given)")
        }
        for (index, name) in names.enumerated() {
          switch name {
          case "encoding", "reason":
            guard given[index].isKind(.str) else {
              throw raise(
                .typeError, "argument \(index + 1) must be str, not \(Text.describeType(given[index]))")
            }
          case "object":
            if kind == .unicodeDecodeError {
              guard try Text.bufferBytes(given[index]) != nil else {
                throw raise(
                  .typeError, "a bytes-like object is required, not '\(Types.name(given[index]))'")
              }
            } else if !given[index].isKind(.str) {
              throw raise(
                .typeError, "argument \(index + 1) must be str, not \(Text.describeType(given[index]))")
            }
          default: _ = try Operations.index(given[index])
          }
        }
        Exceptions.set(a[0], .args, a[1])
        for (index, name) in names.enumerated() { Instance.set(a[0], Symbol(name), given[index]) }
        return .none
      }
      kind.cls.method("__str__", "self, /") { (a) throws(Raised) -> Value in try codecText(a[0], kind) }
    }
  }

  /// One of the parts that the error was made of, unless it has been set since; the engine's own have arguments only.
  private static func codecField(_ error: Value, _ name: Symbol, _ index: Int) -> Value? {
    if let own = Instance.get(error, name) { return own }
    let args = Exceptions.args(error)
    return index < args.count ? args[index] : nil
  }

  private static func codecText(_ error: Value, _ kind: ExceptionKind) throws(Raised) -> Value {
    var parts: [String: Value] = [:]
    for (index, name) in kind.ownFields.enumerated() { parts[name] = codecField(error, Symbol(name), index) }
    guard let object = parts["object"], let from = parts["start"], let to = parts["end"],
      let start = Integer.int(from), let end = Integer.int(to)
    else { return Str.empty }
    let isDecoding = kind == .unicodeDecodeError
    let length = object.isKind(.str) ? Str.length(object) : object.isKind(.bytes) ? Bytes.buffer(object).count : 0
    let encoding = try parts["encoding"].map { (v) throws(Raised) in Str.swift(try Text.str(v)) } ?? ""
    let codec =
      kind == .unicodeTranslateError
      ? "can't translate" : "'\(encoding)' codec can't " + (isDecoding ? "decode" : "encode")
    let reason = Str.swift(try Text.str(parts["reason"] ?? .none))
    var what = isDecoding ? "bytes" : "characters"
    var place = "position \(start)-\(end - 1)"
    if end == start + 1 {
      place = "position \(start)"
      if isDecoding, object.isKind(.bytes), (0..<length).contains(start) {
        let hex = String(Bytes.buffer(object)[start], radix: 16)
        what = "byte 0x" + (hex.count == 1 ? "0" : "") + hex
      } else if object.isKind(.str), (0..<length).contains(start) {
        let scalar = Str.scalars(object)[start]
        let hex = String(scalar, radix: 16)
        let width = scalar < 0x100 ? 2 : scalar < 0x10000 ? 4 : 8
        let mark = scalar < 0x100 ? "x" : scalar < 0x10000 ? "u" : "U"
        what = "character '\\\(mark)\(String(repeating: "0", count: width - hex.count))\(hex)'"
      }
    }
    return Str.make("\(codec) \(what) in \(place): \(reason)")
  }

  private static func installSyntax() {
    let cls = ExceptionKind.syntaxError.cls
    for name in ExceptionKind.syntaxError.ownFields { field(cls, name) }
    cls.method("__init__", "self, /, *args") { (a) throws(Raised) -> Value in
      Exceptions.set(a[0], .args, a[1])
      let args = Tuple.items(a[1])
      if args.count > 0 { Instance.set(a[0], Symbol(.msg), args[0]) }
      if args.count == 2 {
        let details = try Iteration.list(args[1])
        let given = List.count(details)
        if given < 4 { throw raise(.typeError, "function takes at least 4 arguments (\(given) given)") }
        if given > 6 { throw raise(.typeError, "function takes at most 6 arguments (\(given) given)") }
        if given == 5 { throw raise(.typeError, "end_offset must be provided when end_lineno is provided") }
        for (index, name) in ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"].enumerated()
        where index < List.count(details) {
          Instance.set(a[0], Symbol(name), List.item(details, index))
        }
      }
      return .none
    }
    cls.method("__str__", "self, /") { (a) throws(Raised) -> Value in
      // The engine's own are made without a call of `__init__`.
      let said = Instance.get(a[0], .msg) ?? Array(Exceptions.args(a[0])).first
      let message = Str.swift(try Text.str(said ?? .none))
      let file = Instance.get(a[0], Symbol("filename")).flatMap { $0.isKind(.str) ? Str.swift($0) : nil }
      let name = file.map { String($0.split(separator: "/").last ?? "") }
      let line = Instance.get(a[0], .lineno).flatMap { Integer.int($0) }
      switch (name, line) {
      case (let name?, let line?): return Str.make("\(message) (\(name), line \(line))")
      case (let name?, nil): return Str.make("\(message) (\(name))")
      case (nil, let line?): return Str.make("\(message) (line \(line))")
      default: return Str.make(message)
      }
    }
  }
}
