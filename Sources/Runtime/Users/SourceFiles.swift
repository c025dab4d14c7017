import Lang

/// Source files of Python code, read from disk.
public enum SourceFiles {
  /// The source at a path, which is also its name; nil when it can't be read.
  public static func read(_ path: String) -> SourceText? {
    if let bytes = SpecFiles.loading?.read(path) { return SourceText(name: path, bytes: bytes) }
    do throws(Library.FileFault) { return SourceText(name: path, bytes: try HostFiles.all.read(path)) } catch {
      return nil
    }
  }

  /// Looks for modules in folders, as `Importer.readSource` wants it: `a.b` is `a/b.py` or `a/b/__init__.py`.
  ///
  /// - Parameter folders: asked in this order; an empty one is the current folder, which then isn't part of names.
  public static func finder(in folders: [String]) -> (_ name: String) -> SourceText? {
    let prefixes = folders.map { $0.isEmpty ? "" : $0 + "/" }
    let files = SpecFiles.loading
    return { name in
      // Modules that are imported later come from the same version.
      let outer = SpecFiles.loading
      SpecFiles.loading = files ?? outer
      defer { SpecFiles.loading = outer }
      let path = String(decoding: name.utf8.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: "/") : $0 }, as: UTF8.self)
      for prefix in prefixes {
        if let source = read("\(prefix)\(path).py") ?? read("\(prefix)\(path)/__init__.py") { return source }
      }
      return nil
    }
  }

  /// The folder that a path lies in; "." for a bare name.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
