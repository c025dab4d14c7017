import Glibc

/// Python's `os`, `os.path` and `sys`; what touches files goes through the host, and much of `os` is in Python.
enum SystemModules {
  /// The text of a path given as text, bytes or an object with `__fspath__`.
  static func path(_ value: Value, _ function: String = "") throws(Raised) -> String {
    if value.isKind(.str) { return Str.swift(value) }
    if value.isKind(.bytes) { return String(decoding: Bytes.buffer(value), as: UTF8.self) }
    let path = try fileSystemPath(value)
    return path.isKind(.str) ? Str.swift(path) : String(decoding: Bytes.buffer(path), as: UTF8.self)
  }

  /// `os.fspath`: a text or bytes.
  private static func fileSystemPath(_ value: Value) throws(Raised) -> Value {
    func isPath(_ value: Value) -> Bool {
      value.isKind(.str) || value.isKind(.bytes) && !Bytes.isMutable(value)
    }
    if isPath(value) { return value }
    guard value.isObject, let method = Types.cls(value).lookup(Symbol("__fspath__")) else {
      throw raise(.typeError, "expected str, bytes or os.PathLike object, not \(Types.name(value))")
    }
    let path = try Call.method(method, of: value)
    if isPath(path) { return path }
    throw raise(
      .typeError,
      "expected \(Types.cls(value).name).__fspath__() to return str or bytes, not \(Types.cls(path).name)")
  }

  static func buildOS(_ module: Namespace) throws(Raised) {
    let environment = Dict.make()
    var entry = environ
    while let text = entry.pointee {
      let pair = String(cString: text)
      if let mark = pair.firstIndex(of: "=") {
        Dict.set(environment, String(pair[..<mark]), Str.make(String(pair[pair.index(after: mark)...])))
      }
      entry += 1
    }
    module["_environment"] = environment
    module.function("getcwd", "") { (_) throws(Raised) -> Value in Str.make(currentDirectory()) }
    module.function("getpid", "") { (_) throws(Raised) -> Value in Integer.make(Int(getpid())) }
    module.function("getppid", "") { (_) throws(Raised) -> Value in Integer.make(Int(getppid())) }
    module.function("cpu_count", "") { (_) throws(Raised) -> Value in
      Integer.make(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }
    module.function("urandom", "size, /") { (a) throws(Raised) -> Value in
      let count = try Operations.index(a[0])
      if count < 0 { throw raise(.valueError, "negative argument not allowed") }
      return Bytes.make(randomBytes(count))
    }
    module.function("fspath", "path") { (a) throws(Raised) -> Value in try fileSystemPath(a[0]) }
    for (name, text) in [
      ("sep", "/"), ("linesep", "\n"), ("name", "posix"), ("curdir", "."), ("pardir", ".."), ("extsep", "."),
      ("pathsep", ":"), ("devnull", "/dev/null"),
    ] {
      module[name] = Str.make(text)
    }
    module["error"] = ExceptionKind.osError.cls.value
    if let path = try Library.load("os.path") { module["path"] = path.value }
    try PythonSources.run("os", in: module)
  }

  /// Bytes that nobody can foretell.
  static func randomBytes(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    var word: UInt64 = 0
    for index in 0..<count {
      if index % 8 == 0 { word = Library.entropy() }
      bytes.append(UInt8(truncatingIfNeeded: word))
      word >>= 8
    }
    return bytes
  }

  /// `SystemExit`, as `sys.exit` and the built-in `exit` raise it.
  static func exit(_ code: Value?) -> Raised {
    let error = Exceptions.make(ExceptionKind.systemExit.cls, Tuple.make(code.map { [$0] } ?? []))
    Instance.set(error, .code, code ?? .none)
    return raise(error)
  }

  /// The current folder's path.
  static func currentDirectory() -> String {
    guard let text = Glibc.getcwd(nil, 0) else { return "/" }
    defer { free(text) }
    return String(cString: text)
  }

  // MARK: os.path

  /// Where the last component of a path begins.
  private static func tail(_ path: String) -> String.Index {
    path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
  }

  private static func head(_ path: String) -> String {
    let head = String(path[..<tail(path)])
    let stripped = head.drop { $0 == "/" }.isEmpty ? head : String(head.reversed().drop { $0 == "/" }.reversed())
    return stripped
  }

  static func join(_ parts: [String]) -> String {
    var result = ""
    for (index, part) in parts.enumerated() {
      if index == 0 || part.hasPrefix("/") {
        result = part
      } else {
        result += result.isEmpty || result.hasSuffix("/") ? part : "/" + part
      }
    }
    return result
  }

  static func normalize(_ path: String) -> String {
    if path.isEmpty { return "." }
    let slashes = path.hasPrefix("//") && !path.hasPrefix("///") ? "//" : path.hasPrefix("/") ? "/" : ""
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part != ".." || (slashes.isEmpty && parts.isEmpty) || parts.last == ".." {
        parts.append(part)
      } else if !parts.isEmpty {
        parts.removeLast()
      }
    }
    let result = slashes + parts.joined(separator: "/")
    return result.isEmpty ? "." : result
  }

  private static func split(extensionOf path: String) -> (String, String) {
    let start = tail(path)
    guard let dot = path[start...].lastIndex(of: "."), path[start..<dot].contains(where: { $0 != "." }) else {
      return (path, "")
    }
    return (String(path[..<dot]), String(path[dot...]))
  }

  /// The text of a path, which may be bytes.
  private static func pathText(_ path: Value) throws(Raised) -> String {
    if path.isKind(.str) { return Str.swift(path) }
    guard let text = String(validating: Bytes.buffer(path), as: UTF8.self) else {
      throw raise(.valueError, "paths of bytes that are no UTF-8 are not supported")
    }
    return text
  }

  /// The same in bytes: a text, or a tuple of texts.
  private static func asBytes(_ result: Value) -> Value {
    if result.isKind(.str) { return Bytes.make(Array(Str.bytes(result))) }
    return result.isKind(.tuple) ? Tuple.make(Tuple.items(result).map(asBytes)) : result
  }

  static func buildPath(_ module: Namespace) throws(Raised) {
    func add(_ name: String, _ parameter: String = "path", _ body: @escaping (String) -> Value) {
      module.function(name, parameter) { (a) throws(Raised) -> Value in
        let given = try fileSystemPath(a[0])
        let result = body(try pathText(given))
        return given.isKind(.bytes) ? asBytes(result) : result
      }
    }
    module.function("join", "a, *p") { (a) throws(Raised) -> Value in
      let first = try fileSystemPath(a[0])
      var parts = [try pathText(first)]
      for part in Tuple.items(a[1]) {
        guard part.isKind(.str) || part.isKind(.bytes) || part.isKind(.instance) else {
          throw raise(
            .typeError, "join() argument must be str, bytes, or os.PathLike object, not '\(Types.name(part))'")
        }
        let next = try fileSystemPath(part)
        guard next.isKind(.bytes) == first.isKind(.bytes) else {
          throw raise(.typeError, "Can't mix strings and bytes in path components")
        }
        parts.append(try pathText(next))
      }
      let result = Str.make(join(parts))
      return first.isKind(.bytes) ? asBytes(result) : result
    }
    add("basename", "p") { Str.make(String($0[tail($0)...])) }
    add("dirname", "p") { Str.make(head($0)) }
    add("split", "p") { Tuple.make(Str.make(head($0)), Str.make(String($0[tail($0)...]))) }
    add("splitext", "p") {
      let (root, suffix) = split(extensionOf: $0)
      return Tuple.make(Str.make(root), Str.make(suffix))
    }
    add("normpath") { Str.make(normalize($0)) }
    add("realpath", "filename") {
      guard let text = realpath($0, nil) else {
        return Str.make(normalize($0.hasPrefix("/") ? $0 : join([currentDirectory(), $0])))
      }
      defer { free(text) }
      return Str.make(String(cString: text))
    }
    add("isabs", "s") { Value($0.hasPrefix("/")) }
    module["sep"] = Str.make("/")
    try PythonSources.run("os.path", in: module)
  }

  // MARK: sys

  static func buildSys(_ module: Namespace) throws(Raised) {
    module["argv"] = List.make(Library.arguments.map { Str.make($0) })
    module["version"] = Str.make("3.11.0 (katydid)")
    let version = Types.define(
      "version_info", module: "sys", kind: .tuple, bases: [Types.tuple.takeUnretainedValue()])
    for (index, name) in ["major", "minor", "micro", "releaselevel", "serial"].enumerated() {
      version.property(name, get: { (value) throws(Raised) -> Value in Tuple.items(value)[index] })
    }
    let info = Tuple.make([
      Value(small: 3), Value(small: 11), Value(small: 0), Str.make("final"), Value(small: 0),
    ])
    info.object.pointee.cls = version.reference
    module["version_info"] = info
    module["hexversion"] = Value(small: 0x030B_00F0)
    module["maxsize"] = Integer.make(Int.max)
    module["maxunicode"] = Value(small: 0x10FFFF)
    module["platform"] = Str.make("linux")
    module["byteorder"] = Str.make("little")
    module["executable"] = Str.make("katydid")
    module["path"] = List.make(Library.initialPath.map { Str.make($0) })
    module["modules"] = Library.modules
    addStreams(module)
    module.function("exit", "status=None, /") { (a) throws(Raised) -> Value in throw exit(a.optional(0)) }
    module.function("getrecursionlimit", "") { (_) throws(Raised) -> Value in
      Value(small: Interpreter.recursionLimit)
    }
    module.function("setrecursionlimit", "limit, /") { (a) throws(Raised) -> Value in
      let limit = try Operations.index(a[0])
      guard limit > 0 else { throw raise(.valueError, "recursion limit must be greater or equal than 1") }
      guard limit <= Int32.max else { throw raise(.overflowError, "Python int too large to convert to C int") }
      let depth = Interpreter.depth.pointee
      guard depth < limit else {
        throw raise(
          .recursionError,
          "cannot set the recursion limit to \(limit) at the recursion depth \(depth): the limit is too low")
      }
      // How much stack there is remains a limit of its own.
      Interpreter.recursionLimit = limit
      return .none
    }
    module.function("get_int_max_str_digits", "") { (_) throws(Raised) -> Value in Value(small: Text.mostDigits) }
    module.function("set_int_max_str_digits", "maxdigits") { (a) throws(Raised) -> Value in
      let most = try Operations.index(a[0])
      guard most == 0 || most >= 640 else { throw raise(.valueError, "maxdigits must be 0 or larger than 640") }
      Text.mostDigits = most
      return .none
    }
    module.function("getsizeof", "object, default=None") { (_) throws(Raised) -> Value in Value(small: 64) }
    module.function("intern", "string, /") { (a) throws(Raised) -> Value in
      guard a[0].isKind(.str) else {
        throw raise(.typeError, "intern() argument must be str, not \(Text.describeType(a[0]))")
      }
      return Symbol(a[0]).value
    }
    module.function("getdefaultencoding", "") { (_) throws(Raised) -> Value in Str.make("utf-8") }
    module.function("exc_info", "") { (_) throws(Raised) -> Value in
      let exception = Interpreter.handled
      if exception.isUnbound { return Tuple.make([.none, .none, .none]) }
      return Tuple.make([
        Types.cls(exception).value, exception, Exceptions.get(exception, .traceback) ?? .none,
      ])
    }
    module.function("exception", "") { (_) throws(Raised) -> Value in
      Interpreter.handled.isUnbound ? .none : Interpreter.handled
    }
    try PythonSources.run("sys", in: module)
    module.function("excepthook", "exctype, value, traceback, /") { (a) throws(Raised) -> Value in
      guard Exceptions.isException(a[1]) else { return .none }
      if !a[2].isNone, Exceptions.get(a[1], .traceback) == nil { Exceptions.set(a[1], .traceback, a[2]) }
      let text = Str.make(Traceback.format(a[1], suggesting: true))
      _ = try Call.call(try Attributes.get(module["stderr"] ?? .none, "write"), text)
      return .none
    }
    module["__excepthook__"] = module["excepthook"]
  }

  private final class Stream: Payload {
    let toError: Bool
    init(toError: Bool) { self.toError = toError }
  }

  private nonisolated(unsafe) static var stdout: (cell: UnsafeMutablePointer<Value>, original: Value)?

  /// What a spec has put in place of `sys.stdout`, so that `print` writes there; nil if nothing.
  static var replacedOutput: Value? {
    guard let stdout, stdout.cell.pointee.bits != stdout.original.bits else { return nil }
    return stdout.cell.pointee
  }

  private static func addStreams(_ module: Namespace) {
    let cls = Types.define("TextIOWrapper", module: "_io", hasAttributes: true)
    func isError(_ value: Value) -> Bool { Native.payload(value, as: Stream.self)?.toError ?? false }
    func write(_ stream: Value, _ text: Value) throws(Raised) {
      guard text.isKind(.str) else {
        throw raise(.typeError, "write() argument must be str, not \(Text.describeType(text))")
      }
      if !Str.isASCII(text), !isError(stream) { try Text.checkWritable(text) }
      Library.write(Str.swift(text), isError(stream))
    }
    cls.method("write", "self, text, /") { (a) throws(Raised) -> Value in
      try write(a[0], a[1])
      return Integer.make(Str.length(a[1]))
    }
    cls.method("writelines", "self, lines, /") { (a) throws(Raised) -> Value in
      let stream = a[0]
      try Iteration.forEach(a[1]) { (line) throws(Raised) -> Void in try write(stream, line) }
      return .none
    }
    cls.method("flush", "self, /") { (a) throws(Raised) -> Value in
      if !isError(a[0]) { Builtins.flush() }
      return .none
    }
    for (name, value) in [
      ("isatty", Value.no), ("readable", .no), ("writable", .yes), ("seekable", .no), ("close", .none),
      ("reconfigure", .none),
    ] {
      cls.method(name, "self, /, *args, **kwargs") { (_) throws(Raised) -> Value in value }
    }
    cls.method("fileno", "self, /") { (a) throws(Raised) -> Value in Value(small: isError(a[0]) ? 2 : 1) }
    cls.property("closed", get: { (_) throws(Raised) -> Value in .no })
    cls.property("encoding", get: { (_) throws(Raised) -> Value in Str.make("utf-8") })
    cls.property(
      "errors", get: { (value) throws(Raised) -> Value in Str.make(isError(value) ? "backslashreplace" : "strict") })
    cls.property("mode", get: { (_) throws(Raised) -> Value in Str.make("w") })
    cls.property("line_buffering", get: { (value) throws(Raised) -> Value in Value(isError(value)) })
    cls.property(
      "name", get: { (value) throws(Raised) -> Value in Str.make(isError(value) ? "<stderr>" : "<stdout>") })
    cls.method("__enter__", "self, /") { (a) throws(Raised) -> Value in a[0] }
    cls.method("__exit__", "self, /, *args") { (_) throws(Raised) -> Value in .none }
    cls.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
      Str.make("<_io.TextIOWrapper name='\(isError(a[0]) ? "<stderr>" : "<stdout>")' mode='w' encoding='utf-8'>")
    }
    let out = Native.make(cls, Stream(toError: false))
    module["stdout"] = out
    module["stderr"] = Native.make(cls, Stream(toError: true))
    module["__stdout__"] = out
    module["__stderr__"] = module["stderr"]
    module["_TextIOWrapper"] = cls.value
    stdout = (module.cell(Symbol("stdout")), out)
  }
}
