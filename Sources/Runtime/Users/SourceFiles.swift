import Lang

/// Source files of Python code, read from disk.
public enum SourceFiles {
  /// The source at a path, which is also its name; nil when it can't be read.
  public static func read(_ path: String) -> SourceText? { read(path, in: SpecFiles.loading) }

  /// The source at a path, of some version of a spec or, with nil, on disk.
  static func read(_ path: String, in version: SpecFiles?) -> SourceText? {
    if let bytes = version?.read(path) { return SourceText(name: path, bytes: bytes) }
    do throws(Library.FileFault) { return SourceText(name: path, bytes: try HostFiles.all.read(path)) } catch {
      return nil
    }
  }

  /// The folder that a path lies in; "." for a bare name.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
