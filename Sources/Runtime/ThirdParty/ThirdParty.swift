import Lang

/// The third-party packages that specs import, so far as they are here: written in Python below `Python/`, on modules
/// of ours in Swift where speed, sockets or C libraries come in.
///
/// What a spec has beside it comes first, as it would under Python. Packages that are known but not here are refused
/// with what to use instead.
public enum ThirdParty {
  private typealias Builder = (Namespace) throws(Raised) -> Void

  /// The modules written in Swift; specs have no reason to import them.
  private nonisolated(unsafe) static let builders: [String: Builder] = [
    "_greenlets": GreenletModule.build,
    "_keys": KeyModule.build,
    "_libxml": MarkupModule.build,
    "_libyaml": YAMLModule.build,
    "_requests": RequestsModule.build,
  ]

  private nonisolated(unsafe) static var loaded: [String: Namespace] = [:]

  /// Lets a plain script import what specs can: these packages, and `locust`.
  public static func offer(to importer: Importer) {
    importer.hostModule = { [unowned importer] (name) throws(Raised) in
      try LocustModule.load(name, importer: importer)
    }
  }

  /// The module of a dotted name; nil when it is none of these. Raises `ModuleNotFoundError` for one that is refused.
  static func load(_ name: String, importer: Importer) throws(Raised) -> Namespace? {
    if let module = loaded[name] { return module }
    if let builder = builders[name] {
      // The engine's own exceptions are needed wherever something waits.
      try LocustModule.start(importer: importer)
      return try make(name, builder)
    }
    let package = String(name.prefix { $0 != "." })
    let place = importer.place(of: package)
    if place?.file != nil { return nil }
    // Packages come before the modules in them.
    if let dot = name.lastIndex(of: ".") {
      _ = try load(String(name[..<dot]), importer: importer)
      if let module = loaded[name] { return module }
    }
    if let module = try own(name, importer: importer) { return module }
    // A folder without a file of its own comes after packages that are there, and before those that aren't: if it has
    // modules in it, it isn't something else that happens to be called so.
    if !hasModules(place) { try refuse(name) }
    return nil
  }

  private static func hasModules(_ place: ModulePlace?) -> Bool {
    (place?.folders ?? []).contains { folder in
      do throws(Library.FileFault) { return try Library.files.list(folder).contains { $0.hasSuffix(".py") } } catch {
        return false
      }
    }
  }

  /// Raises `ModuleNotFoundError` for a name that is refused.
  static func refuse(_ name: String) throws(Raised) {
    guard let reason = refusal(name) else { return }
    let error = Exceptions.make(
      ExceptionKind.moduleNotFoundError.cls, Tuple.make([Str.make("No module named '\(name)': \(reason)")]))
    Instance.set(error, Symbol("name"), Str.make(name))
    throw raise(error)
  }

  /// Our module of a name, whatever lies beside the spec; nil when there is none.
  static func own(_ name: String, importer: Importer) throws(Raised) -> Namespace? {
    if let module = loaded[name] { return module }
    guard let text = ThirdPartySources.text(name) else { return nil }
    return try make(name) { (module) throws(Raised) in
      try Program.run(SourceText(ownModule: name, text), in: module, importer: importer)
    }
  }

  private static func make(_ name: String, _ build: Builder) throws(Raised) -> Namespace {
    if loaded.isEmpty { Heap.addRootProvider { for module in loaded.values { Heap.mark(module.value) } } }
    let module = Namespace(name: name)
    loaded[name] = module
    do throws(Raised) { try build(module) } catch {
      loaded[name] = nil
      throw error
    }
    return module
  }

  /// Whether a module of a dotted name is here, for lint.
  public static func has(_ name: String) -> Bool { !name.hasPrefix("_") && ThirdPartySources.text(name) != nil }

  /// Why a module is refused, and the supported way; nil for one that is here or that nobody knows. A package's reason
  /// is that of its modules.
  public static func refusal(_ name: String) -> String? {
    var name = name[...]
    while true {
      if ThirdPartySources.text(String(name)) != nil { return nil }
      if let reason = refusals[String(name)] { return reason }
      guard let dot = name.lastIndex(of: ".") else { return nil }
      name = name[..<dot]
    }
  }
}
