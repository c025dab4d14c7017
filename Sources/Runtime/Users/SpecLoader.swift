import Foundation
import Lang

/// Reads a spec and the modules beside it, and runs its module level.
struct SpecLoader {
  /// The importer that the spec's `import` statements use.
  let importer = Importer()
  private let path: String

  /// Prepares to load a spec.
  init(path: String) {
    self.path = path
    let directories = [directory(of: path), "."]
    Library.files = HostFiles.within(directories)
    let importer = importer
    importer.hostModule = { [unowned importer] (name) throws(Raised) in
      try LocustModule.load(name, importer: importer)
    }
    importer.readSource = { name in
      let relative = name.split(separator: ".").joined(separator: "/")
      for directory in directories {
        for candidate in ["\(directory)/\(relative).py", "\(directory)/\(relative)/__init__.py"] {
          let shown = candidate.hasPrefix("./") ? String(candidate.dropFirst(2)) : candidate
          if let bytes = SpecLoader.read(candidate) { return SourceText(name: shown, bytes: bytes) }
        }
      }
      return nil
    }
  }

  /// Runs the spec's module level and gives its module.
  func load() throws(SpecFault) -> Namespace {
    guard path.hasSuffix(".py") else {
      throw SpecFault(text: "Could not load '\(path)': a locustfile is a file that ends in .py")
    }
    guard let bytes = SpecLoader.read(path) else {
      throw SpecFault(
        text: "Could not find '\(path)': no such file, or not readable. Name the locustfile with -f, "
          + "or run where a locustfile.py is")
    }
    let source = SourceText(name: path, bytes: bytes)
    let faults = Program.check(source)
    guard faults.isEmpty else {
      throw SpecFault(text: faults.map { $0.rendered(in: source) }.joined().trimmingEnd())
    }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    do throws(Raised) {
      try LocustModule.start(importer: importer)
      let module = Namespace(name: String(file.dropLast(3)))
      Heap.pin(module.value)
      module["__file__"] = Str.make(path)
      try Program.run(source, in: module, importer: importer)
      return module
    } catch {
      Program.flushOutput()
      if let status = Program.exitStatus(error) { throw SpecFault(text: "", exitStatus: status) }
      throw SpecFault(text: Program.traceback(error).trimmingEnd())
    }
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return Array(data)
  }
}

private func directory(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

extension String {
  /// The text without its final newlines.
  func trimmingEnd() -> String {
    var text = self
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }
}
