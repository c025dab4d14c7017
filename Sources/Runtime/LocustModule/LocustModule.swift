import Lang

/// What `import locust` gives; what specs import beside it comes from `ThirdParty`.
///
/// What is not hot is written in Python, a file a module under `Python/`; it reaches the engine through the module
/// `_engine`, which specs have no reason to import.
enum LocustModule {
  private nonisolated(unsafe) static var loaded: [String: Namespace] = [:]

  /// The module of a dotted name; nil when it is none of ours.
  static func load(_ name: String, importer: Importer) throws(Raised) -> Namespace? {
    if let module = loaded[name] { return module }
    switch name {
    case "_engine":
      let module = begin(name)
      EngineModule.build(module)
      return module
    case "locust.clients":
      let module = begin(name)
      try ClientsModule.build(module)
      return module
    case "_fasthttp":
      let module = begin(name)
      FastModule.build(module)
      return module
    default: break
    }
    guard isOurs(name) else { return try ThirdParty.load(name, importer: importer) }
    try start(importer: importer)
    if let module = loaded[name] { return module }
    guard let text = PythonTexts.text(name) else {
      try ThirdParty.refuse(name)
      return nil
    }
    let module = begin(name)
    try Program.run(SourceText(ownModule: name, text), in: module, importer: importer)
    putOffRest(of: module, importer)
    return module
  }

  /// Has what a module's `_late` lists, the names by the modules they are in, and the modules within a package be read
  /// when a spec first asks for them: Locust has read them all then, but few specs need them, and reading them would
  /// take a third of the start-up.
  private static func putOffRest(of module: Namespace, _ importer: Importer) {
    func put(_ name: String, _ make: @escaping () throws(Raised) -> Value?) {
      module.putOff(Symbol(name)) { Interpreter.undisturbed(make) }
    }
    if let late = module["_late"] {
      for (source, names) in Dict.pairs(late) {
        let source = Str.swift(source)
        for name in Tuple.items(names) {
          let name = Str.swift(name)
          put(name) { () throws(Raised) in try importer.find(source)?[name] }
        }
      }
    }
    let prefix = module.name + "."
    for name in PythonTexts.names where name.hasPrefix(prefix) {
      let rest = name.dropFirst(prefix.count)
      guard !rest.contains(".") else { continue }
      put(String(rest)) { () throws(Raised) in try importer.find(name)?.value }
    }
  }

  /// `locust.LoadTestShape`; nil while no spec has asked for it, so that there can be no class derived from it.
  static var shapeClass: Class? { loaded["locust.shape"]?["LoadTestShape"].map(ClassObject.cls) }

  /// What a spec has set in `locust.stats`; the defaults where nobody has imported it.
  ///
  /// Raises `ValueError` for what can't be used.
  static func reportSettings() throws(Raised) -> ReportSettings {
    guard let module = loaded["locust.stats"] else { return ReportSettings() }
    return try ReportSettings(module)
  }

  /// Whether a name is one of the packages `locust` and `katydid` or of a module in them.
  private static func isOurs(_ name: String) -> Bool {
    ["locust", "katydid"].contains(name) || name.hasPrefix("locust.") || name.hasPrefix("katydid.")
  }

  private static func begin(_ name: String) -> Namespace {
    if loaded.isEmpty { Heap.addRootProvider { for module in loaded.values { Heap.mark(module.value) } } }
    let module = Namespace(name: name)
    loaded[name] = module
    return module
  }

  private nonisolated(unsafe) static var isStarted = false

  /// Loads the modules that the engine itself needs, and looks up in them what it uses; further calls do nothing.
  static func start(importer: Importer) throws(Raised) {
    guard !isStarted else { return }
    isStarted = true
    func module(_ name: String) throws(Raised) -> Namespace {
      if let module = try ThirdParty.own(name, importer: importer) { return module }
      guard let module = try load(name, importer: importer) else {
        throw raise(.importError, "No module named '\(name)'")
      }
      return module
    }
    func cls(_ module: Namespace, _ name: String) throws(Raised) -> Class {
      guard let value = module[name], value.isKind(.class) else {
        throw raise(.importError, "\(module.name) has no class \(name)")
      }
      return ClassObject.cls(value)
    }
    SpecExceptions.shared = try SpecExceptions(
      try module("locust.exception"), greenletExit: try cls(module("greenlet"), "GreenletExit"))
    RequestExceptions.importer = importer
    guard let random = try Library.load("random") else { throw raise(.importError, "No module named 'random'") }
    WaitTimes.randomRandom = Heap.pin(random["random"] ?? .unbound)
    _ = try module("locust")
    SpecDefaults.shared = SpecDefaults(
      user: try cls(module("locust.user.users"), "User"), taskSet: try cls(module("locust.user.task"), "TaskSet"),
      defaultTaskSet: try cls(module("locust.user.task"), "DefaultTaskSet"), random: random)
    SpecEvents.shared = try SpecEvents(try module("locust.event"))
  }
}
