/// The parts of the library that are written in Python: where speed doesn't matter, they say it shortest. They lie under
/// `Library/Python` and are built into the program.
import Glibc

enum PythonSources {
  static func dev(_ name: String) -> String? {
    guard let root = getenv("KLIB") else { return nil }
    let path = String(cString: root) + "/" + name.split(separator: ".").joined(separator: "/")
    for candidate in [path + ".py", path + "/__init__.py"] {
      guard let f = fopen(candidate, "rb") else { continue }
      defer { fclose(f) }
      var bytes = [UInt8](repeating: 0, count: 1 << 20)
      let n = fread(&bytes, 1, bytes.count, f)
      if n > 0 || true { return String(decoding: bytes[..<n], as: UTF8.self) }
    }
    return nil
  }

  private nonisolated(unsafe) static let importer = Importer()

  /// The module of a name that is written in Python altogether; nil when there is none.
  static func load(_ name: String) throws(Raised) -> Namespace? {
    guard PythonTexts.names.contains(name) || dev(name) != nil else { return nil }
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
    guard let text = dev(name) ?? PythonTexts.text(name) else { return }
    try Program.run(SourceText(name: "<\(name)>", text), in: module, importer: importer)
  }
}
