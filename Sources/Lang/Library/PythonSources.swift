/// The parts of the library that are written in Python: where speed doesn't matter, they say it shortest. They lie under
/// `Library/Python` and are built into the program.
enum PythonSources {
  /// The module of a name that is written in Python altogether; nil when there is none.
  static func load(_ name: String) throws(Raised) -> Namespace? {
    guard PythonTexts.names.contains(name) else { return nil }
    let module = Namespace(name: name)
    Library.keep(module)
    do throws(Raised) { try run(name, in: module) } catch {
      Library.forget(module)
      throw error
    }
    return module
  }

  /// Runs the Python part of a module in its namespace.
  static func run(_ name: String, in module: Namespace) throws(Raised) {
    guard let text = PythonTexts.text(name) else { return }
    try Program.run(SourceText(ownModule: name, text), in: module, importer: .plain)
  }
}
