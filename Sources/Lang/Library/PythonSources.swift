/// The parts of the library that are written in Python: where speed doesn't matter, they say it shortest.
enum PythonSources {
  private static let texts: [String: String] = [:]

  private nonisolated(unsafe) static let importer = Importer()

  /// The module of a name that is written in Python altogether; nil when there is none.
  static func load(_ name: String) throws(Raised) -> Namespace? {
    guard texts[name] != nil else { return nil }
    let module = Namespace(name: name)
    Library.keep(module)
    try run(name, in: module)
    return module
  }

  /// Runs the Python part of a module in its namespace.
  static func run(_ name: String, in module: Namespace) throws(Raised) {
    guard let text = texts[name] else { return }
    try Program.run(SourceText(name: "<\(name)>", text), in: module, importer: importer)
  }
}
