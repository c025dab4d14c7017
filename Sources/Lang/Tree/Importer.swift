/// Where a module that lies in files was found.
public struct ModulePlace {
  /// Its file, `__init__.py` for a package; nil for a package without one, a namespace package.
  public let file: String?
  /// The folders in which the modules of a package lie; nil for a module that is no package.
  public let folders: [String]?

  /// Creates a place.
  public init(file: String?, folders: [String]? = nil) {
    self.file = file
    self.folders = folders
  }
}

/// The files in which modules are looked for. The host decides where they may lie; Lang itself opens none.
public protocol ModuleFiles {
  /// Where a module lies; nil when there is none.
  ///
  /// - Parameters:
  ///   - name: a name without dots.
  ///   - folders: those of the package that it is in; nil for the folders of `sys.path`.
  func find(_ name: String, in folders: [String]?) -> ModulePlace?
  /// The source in a file that was found; nil when it can't be read.
  func read(_ file: String) -> SourceText?
  /// Notes that a package without a file is imported: its folders are part of the program.
  func noteFolders(_ folders: [String])
  /// Why a module may be missing though it is there; nil where nothing special is the matter.
  var missingReason: String? { get }
}

/// Finds modules: those of the library, those the host adds, and files beside the spec.
public final class Importer {
  /// The files in which modules are looked for that neither the library nor the host has; nil for none.
  public var files: (any ModuleFiles)?
  /// Modules that the host provides, by dotted name; asked before the library.
  public var hostModule: (_ name: String) throws(Raised) -> Namespace? = { _ in nil }

  /// Knows the library only: for the library's own Python.
  nonisolated(unsafe) static let plain = Importer()
  /// That of the program that runs, by which code that is made of text at run time (`exec`) imports.
  nonisolated(unsafe) public static var program = plain

  private var loaded: [String: Namespace] = [:]
  /// Where the modules that lie in files were found, by their names.
  private var places: [String: ModulePlace] = [:]
  private var provider = 0

  /// Creates an importer that knows the library only.
  public init() {
    provider = Heap.addRootProvider { [unowned(unsafe) self] in for module in loaded.values { module.mark() } }
  }

  deinit { Heap.removeRootProvider(provider) }

  /// The module of a dotted name; raises `ModuleNotFoundError` when there is none.
  func load(_ name: String) throws(Raised) -> Namespace {
    if let module = try find(name) { return module }
    // What is missing is the first part that isn't there, of a package that is.
    var missing = ""
    var text = "No module named '"
    for part in name.split(separator: ".", omittingEmptySubsequences: false) {
      let package = missing
      missing += missing.isEmpty ? part : ".\(part)"
      if try find(missing) != nil { continue }
      text += missing + "'"
      if !package.isEmpty, !isPackage(package) { text += "; '\(package)' is not a package" }
      if package.isEmpty, let reason = files?.missingReason { text += ": " + reason }
      break
    }
    let error = Exceptions.make(ExceptionKind.moduleNotFoundError.cls, Tuple.make([Str.make(text)]))
    Instance.set(error, .name, Str.make(missing))
    throw raise(error)
  }

  /// Whether modules may lie in a module that was found.
  private func isPackage(_ name: String) -> Bool {
    places[name]?.folders != nil || Library.moduleNames.contains { $0.hasPrefix(name + ".") }
  }

  /// The exception for a name that stands for `None` in `sys.modules`.
  static func halted(_ name: String) -> Raised {
    let error = Exceptions.make(
      ExceptionKind.moduleNotFoundError.cls,
      Tuple.make([Str.make("import of \(name) halted; None in sys.modules")]))
    Instance.set(error, .name, Str.make(name))
    return raise(error)
  }

  /// The module of a dotted name, imported now if it has not been; nil when there is none. Raises what it raises.
  public func find(_ name: String) throws(Raised) -> Namespace? {
    if let module = loaded[name] { return module }
    if name == "builtins" { return Interpreter.builtins }
    var module = try hostModule(name)
    if module == nil { module = try Library.load(name) }
    if let module {
      loaded[name] = module
      // Those with an underscore are the host's own.
      if !name.hasPrefix("_") { Library.show(module) }
      try attach(module, name)
      return module
    }
    // A package comes before the modules in it.
    if let dot = name.lastIndex(of: ".") {
      let package = String(name[..<dot])
      guard try find(package) != nil else { return nil }
      if let module = loaded[name] { return module }
      // A folder beside the spec adds nothing to a package of the library or the host.
      guard places[package] != nil else { return nil }
    }
    guard let files, let place = place(of: name) else { return nil }
    let namespace = Namespace(name: name)
    if let folders = place.folders { namespace["__path__"] = List.make(folders.map { Str.make(Importer.whole($0)) }) }
    var source: SourceText?
    if let file = place.file {
      source = files.read(file)
      if source == nil { return nil }
      namespace["__file__"] = Str.make(Importer.whole(file))
    } else {
      namespace["__file__"] = Value.none
      files.noteFolders(place.folders ?? [])
    }
    loaded[name] = namespace
    places[name] = place
    Library.show(namespace)
    namespace.isInitializing = true
    defer { namespace.isInitializing = false }
    do throws(Raised) {
      if let source { try Program.run(source, in: namespace, importer: self) }
    } catch {
      loaded[name] = nil
      places[name] = nil
      Library.hide(namespace)
      throw error
    }
    try attach(namespace, name)
    return namespace
  }

  /// Where the files of a module lie, whether it was imported or not; nil when it has none.
  public func place(of name: String) -> ModulePlace? {
    guard let dot = name.lastIndex(of: ".") else { return name.isEmpty ? nil : files?.find(name, in: nil) }
    let package = String(name[..<dot])
    // A package with a file stays where it was found; one without may have got further folders.
    let known = places[package]
    guard let folders = (known?.file == nil ? place(of: package) : known)?.folders else { return nil }
    return files?.find(String(name[name.index(after: dot)...]), in: folders)
  }

  /// The source of a module that lies in a file, whether it was imported or not.
  func source(of name: String) -> SourceText? { place(of: name)?.file.flatMap { files?.read($0) } }

  /// Reads the files that the imports of a text lead to, also those within functions, which run later or never: so that
  /// the host knows them all.
  public func readImports(of source: SourceText, module: String) {
    var seen: Set<String> = []
    read(source, module, &seen)
  }

  private func read(_ source: SourceText, _ module: String, _ seen: inout Set<String>) {
    for name in FrameTracking.imports(of: source, module) where !Library.has(name) && seen.insert(name).inserted {
      if let imported = self.source(of: name) { read(imported, name, &seen) }
    }
  }

  private static func whole(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(SystemModules.currentDirectory())/\(path)"
  }

  /// Makes a submodule an attribute of its package.
  private func attach(_ module: Namespace, _ name: String) throws(Raised) {
    guard let dot = name.lastIndex(of: ".") else { return }
    guard let package = try find(String(name[..<dot])) else { return }
    let last = String(name[name.index(after: dot)...])
    if package[last] == nil { package[last] = module.value }
  }
}
