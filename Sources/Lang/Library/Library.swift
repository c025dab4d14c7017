/// The modules of Python's library that specs can import, written in Swift.
public enum Library {
  /// Makes a module's contents.
  typealias Builder = (Namespace) throws(Raised) -> Void

  /// What `time` reads; the host sets these, so that Lang has no clock of its own.
  public struct Clock {
    /// Nanoseconds since 1970 in UTC.
    public var wall: () -> Int
    /// Nanoseconds since some fixed moment, never going back.
    public var monotonic: () -> Int
    /// Creates a clock from its two readings.
    public init(wall: @escaping () -> Int, monotonic: @escaping () -> Int) {
      self.wall = wall
      self.monotonic = monotonic
    }
  }

  /// The clock of `time` and `datetime`; stands at 0 until the host sets it.
  nonisolated(unsafe) public static var clock = Clock(wall: { 0 }, monotonic: { 0 })
  /// What `time.sleep` does.
  nonisolated(unsafe) public static var sleep: (_ seconds: Double) throws(Raised) -> Void = { _ in }
  /// Where the handler that `logging`'s root logger begins with sends what passed the loggers' levels, the traceback
  /// included; nil for a root logger without handlers, as a plain script has it.
  nonisolated(unsafe) private(set) static var log: ((_ level: Int, _ logger: String, _ message: String) -> Void)?
  /// The level that the root logger begins with.
  nonisolated(unsafe) private(set) static var logLevel = 30
  /// Where `sys.stdout` and `sys.stderr` write.
  nonisolated(unsafe) public static var write: (_ text: String, _ toError: Bool) -> Void = { _, _ in }
  /// The random bits that seed what has no seed.
  nonisolated(unsafe) public static var entropy: () -> UInt64 = { UInt64.random(in: .min ... .max) }
  /// The files that a spec can reach; none until the host sets it.
  nonisolated(unsafe) public static var files = FileAccess.none
  /// How `threading` starts and parks threads; until the host sets it, a thread runs to its end when it is started.
  nonisolated(unsafe) public static var threads = Threads.single
  /// The arguments that `sys.argv` shows.
  nonisolated(unsafe) public static var arguments: [String] = [""]

  /// What `sys.path` begins with.
  nonisolated(unsafe) static var initialPath: [String] = []

  private nonisolated(unsafe) static var loaded: [String: Namespace] = [:]
  /// `sys.modules`: the loaded modules by name.
  nonisolated(unsafe) static var modules = Value.unbound

  private nonisolated(unsafe) static let builders: [String: Builder] = [
    "_katydid": HostModule.build,
    "array": ArrayModule.build,
    "binascii": BinasciiModule.build,
    "collections": CollectionsModule.build,
    "csv": CSVModule.build,
    "functools": FunctoolsModule.build,
    "hashlib": HashlibModule.build,
    "itertools": ItertoolsModule.build,
    "json": JSONModule.build,
    "math": MathModule.build,
    "operator": OperatorModule.build,
    "os": SystemModules.buildOS,
    "os.path": SystemModules.buildPath,
    "random": RandomModule.build,
    "re": PatternModule.build,
    "struct": StructModule.build,
    "sys": SystemModules.buildSys,
    "time": TimeModule.build,
    "urllib.parse": URLModule.build,
    "_weakref": WeakrefModule.build,
    "zlib": ZlibModule.build,
  ]

  /// The module of a dotted name, made when it is first asked for; nil when the library has none of that name. Raises
  /// `ImportError` with the reason for one that is refused.
  public static func load(_ name: String) throws(Raised) -> Namespace? {
    if let module = loaded[name] { return module }
    if let reason = refusal(name) {
      let error = Exceptions.make(
        ExceptionKind.importError.cls, Tuple.make([Str.make("module '\(name)' is refused: \(reason)")]))
      Instance.set(error, .name, Str.make(name))
      throw raise(error)
    }
    // A module within a package is an attribute of the package.
    var package: Namespace?
    if let dot = name.lastIndex(of: ".") { package = try load(String(name[..<dot])) }
    if let module = loaded[name] { return module }
    guard let module = try make(name) else { return nil }
    if let package, let dot = name.lastIndex(of: ".") {
      package[String(name[name.index(after: dot)...])] = module.value
    }
    return module
  }

  /// Has the root logger of `logging` write to the host from now on, whatever handlers it has had until now.
  ///
  /// - Parameters:
  ///   - level: the level of the root logger; Locust sets INFO, 20.
  ///   - write: gets what passes the loggers' levels, the traceback included.
  public static func connectLog(
    level: Int, _ write: @escaping (_ level: Int, _ logger: String, _ message: String) -> Void
  ) throws(Raised) {
    logLevel = level
    log = write
    if let module = loaded["logging"], let take = module["_take_host_log"] { _ = try Call.call(take) }
  }

  /// Whether a module of the library has been imported.
  static func isLoaded(_ name: String) -> Bool { loaded[name] != nil }

  /// What a module of the library that has been imported has under a name.
  static func global(_ module: String, _ name: String) -> Value? { loaded[module]?[name] }

  /// Has `sys.path` hold some folders and nothing else: when a program begins.
  public static func beginPath(_ folders: [String]) {
    initialPath = folders
    loaded["sys"]?["path"] = List.make(folders.map { Str.make($0) })
  }

  /// Whether `sys.path` holds something else than at the beginning.
  public static var hasOwnPath: Bool { searchPath != initialPath }

  /// The folders in `sys.path` as it is now. What is no text in it is passed over, as in CPython.
  public static var searchPath: [String] {
    guard let path = loaded["sys"]?["path"], path.isKind(.list) else { return initialPath }
    return List.items(path).compactMap { $0.isKind(.str) ? Str.swift($0) : nil }
  }

  /// Whether the library has a module of a dotted name.
  package static func has(_ name: String) -> Bool { builders[name] != nil || PythonTexts.names.contains(name) }

  /// The names of the library's modules, those for its own use left out.
  package static var moduleNames: Set<String> {
    PythonTexts.names.union(builders.keys)
      .filter { !$0.hasPrefix("_") && !$0.contains("._") || $0 == "__future__" }
  }

  private static func make(_ name: String) throws(Raised) -> Namespace? {
    guard let builder = builders[name] else { return try PythonSources.load(name) }
    let module = Namespace(name: name)
    keep(module)
    do throws(Raised) { try builder(module) } catch {
      forget(module)
      throw error
    }
    return module
  }

  /// Calls what was registered with `atexit`, if anything was: for the end of a script or run. What a function raises
  /// is written to standard error, and the others are called all the same.
  public static func runExitFunctions() {
    if let run = loaded["atexit"]?["_run_exitfuncs"] {
      do throws(Raised) { _ = try Call.call(run) } catch { write(Program.traceback(error), true) }
    }
    Finalizers.runAll()
  }

  /// Writes what is still to be written of files that nobody has closed: before a file is read, and whenever the host
  /// writes out what was printed.
  static func writeFiles() {
    guard let run = loaded["io._files"]?["write_all"] else { return }
    let pending = Interpreter.Pending()
    defer { _ = pending.resume() }
    do throws(Raised) { _ = try Call.call(run) } catch { write(Program.traceback(error), true) }
  }

  /// Gives `random`'s functions a new seed: what a process does that was just forked, so that it doesn't repeat the
  /// numbers of its siblings.
  public static func reseedAfterFork() { RandomModule.reseed() }

  /// Remembers a module, so that all importers share it and the collector knows it.
  public static func keep(_ module: Namespace) {
    if loaded.isEmpty { Heap.addRootProvider { for module in loaded.values { module.mark() } } }
    loaded[module.name] = module
    show(module)
  }

  /// Enters a module into `sys.modules`.
  static func show(_ module: Namespace) {
    if modules.isUnbound { modules = Heap.pin(Dict.make()) }
    Dict.set(modules, module.name, module.value)
  }

  /// What a spec has put into `sys.modules` under a name, if that is no module.
  static func replacement(_ name: String) -> Value? {
    guard !modules.isUnbound, let found = Dict.get(modules, name), !found.isKind(.module) else { return nil }
    return found
  }

  /// Takes a module out of `sys.modules`.
  static func hide(_ module: Namespace) {
    do { _ = try Dict.remove(modules, Str.make(module.name)) } catch {}
  }

  /// Forgets a module whose making failed, so that the next import tries again.
  static func forget(_ module: Namespace) {
    loaded[module.name] = nil
    hide(module)
  }
}

/// Reading the arguments of functions written in Swift.
extension Library {
  /// A real number; raises `TypeError` for anything else.
  static func double(_ value: Value) throws(Raised) -> Double {
    if value.isFloat { return value.double }
    if let double = try NumberTypes.real(value) { return double }
    throw raise(.typeError, "must be real number, not \(Types.name(value))")
  }

  /// A text; raises `TypeError` with the function's name for anything else.
  static func text(_ value: Value, _ function: String, _ position: Int = 1) throws(Raised) -> String {
    guard value.isKind(.str) else {
      throw raise(.typeError, "\(function)() argument \(position) must be str, not \(Text.describeType(value))")
    }
    return Str.swift(value)
  }

  /// The bytes of an argument that has to be bytes.
  static func bytes(_ value: Value) throws(Raised) -> [UInt8] {
    try Text.bytesLike(value)
  }

  /// A text, or the given one where an argument is missing or None.
  static func text(_ value: Value?, else otherwise: String) -> String {
    guard let value, value.isKind(.str) else { return otherwise }
    return Str.swift(value)
  }

  /// The item at an index of any sequence.
  static func item(_ sequence: Value, _ index: Int) throws(Raised) -> Value {
    if sequence.isObject {
      let cls = sequence.object.pointee.cls.toOpaque()
      if cls == Types.list.toOpaque(), index < List.count(sequence) { return List.item(sequence, index) }
      if cls == Types.tuple.toOpaque(), index < Tuple.items(sequence).count { return Tuple.items(sequence)[index] }
    }
    return try Subscript.get(sequence, Integer.make(index))
  }
}
