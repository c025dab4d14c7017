/// Finds modules: those of the library, those the host adds, and files beside the spec.
public final class Importer {
  /// Reads the source of a module by its dotted name; nil when there is no such file. The host decides where files may
  /// lie; Lang itself opens none.
  public var readSource: (_ name: String) -> SourceText? = { _ in nil }
  /// Modules that the host provides, by dotted name; asked before the library.
  public var hostModule: (_ name: String) throws(Raised) -> Namespace? = { _ in nil }

  /// Knows the library only: for the library's own Python.
  nonisolated(unsafe) static let plain = Importer()
  /// That of the program that runs, by which code that is made of text at run time (`exec`) imports.
  nonisolated(unsafe) public static var program = plain

  private var loaded: [String: Namespace] = [:]
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
      if !package.isEmpty, try !isPackage(package) { text += "; '\(package)' is not a package" }
      break
    }
    let error = Exceptions.make(ExceptionKind.moduleNotFoundError.cls, Tuple.make([Str.make(text)]))
    Instance.set(error, .name, Str.make(missing))
    throw raise(error)
  }

  /// Whether modules may lie in a module.
  private func isPackage(_ name: String) throws(Raised) -> Bool {
    if Library.moduleNames.contains(where: { $0.hasPrefix(name + ".") }) { return true }
    guard let file = try find(name)?["__file__"], file.isKind(.str) else { return false }
    return Str.swift(file).hasSuffix("/__init__.py")
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
      _ = try find(String(name[..<dot]))
      if let module = loaded[name] { return module }
    }
    guard let source = readSource(name) else { return nil }
    let namespace = Namespace(name: name)
    let isWhole = source.name.hasPrefix("/")
    namespace["__file__"] = Str.make(isWhole ? source.name : "\(SystemModules.currentDirectory())/\(source.name)")
    loaded[name] = namespace
    Library.show(namespace)
    namespace.isInitializing = true
    defer { namespace.isInitializing = false }
    do throws(Raised) {
      try Program.run(source, in: namespace, importer: self)
    } catch {
      loaded[name] = nil
      Library.hide(namespace)
      throw error
    }
    try attach(namespace, name)
    return namespace
  }

  /// Makes a submodule an attribute of its package.
  private func attach(_ module: Namespace, _ name: String) throws(Raised) {
    guard let dot = name.lastIndex(of: ".") else { return }
    guard let package = try find(String(name[..<dot])) else { return }
    let last = String(name[name.index(after: dot)...])
    if package[last] == nil { package[last] = module.value }
  }
}
