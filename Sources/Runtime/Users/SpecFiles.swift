import Glibc
import Lang

/// The files of one version of a spec, held in memory: what runs doesn't change when a file does, and a worker needs
/// none on its disk.
///
/// A file is known by its path from the current folder, or by its absolute path where it lies elsewhere. A path that ends
/// in "/" is that of a folder, which counts though there may be no file in it: it is a package.
public struct SpecFiles: Sendable, Equatable {
  /// The files' bytes by path.
  public let contents: [String: [UInt8]]
  private let folders: Set<String>

  /// The files that this process has read so far, for finding out what belongs to a spec.
  nonisolated(unsafe) public static var recorded: [String: [UInt8]] = [:]
  /// The files that stand for those on disk while a version is loaded.
  nonisolated(unsafe) static var loading: SpecFiles?

  /// Creates a set of files.
  public init(_ contents: [String: [UInt8]]) {
    self.contents = contents
    var folders: Set<String> = ["."]
    for path in contents.keys {
      // With nothing behind its slash, a folder's path is that of something in it.
      var folder = SourceFiles.folder(of: path)
      while folders.insert(folder).inserted, folder != "/" { folder = SourceFiles.folder(of: folder) }
    }
    self.folders = folders
  }

  /// The bytes of a file on disk, which may be any; nil when it can't be read.
  public static func onDisk(_ path: String) -> [UInt8]? {
    do throws(Library.FileFault) { return try HostFiles.all.read(path) } catch { return nil }
  }

  /// Runs something that loads a spec, with these files in place of those on disk.
  public func whileLoading<Result, Fault>(_ body: () throws(Fault) -> Result) throws(Fault) -> Result {
    SpecFiles.loading = self
    defer { SpecFiles.loading = nil }
    return try body()
  }

  /// Notes a file that was read.
  static func record(_ path: String, _ bytes: [UInt8]) { recorded[key(path)] = bytes }

  /// The path by which a file is known.
  public static func key(_ path: String) -> String {
    let whole = whole(path)
    let here = currentFolder == "/" ? "/" : currentFolder + "/"
    return whole == currentFolder ? "." : whole.hasPrefix(here) ? String(whole.dropFirst(here.count)) : whole
  }

  /// The path from the root.
  static func whole(_ path: String) -> String {
    var parts: [Substring] = []
    let absolute = path.hasPrefix("/") ? path : "\(currentFolder)/\(path)"
    for part in absolute.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    guard !parts.isEmpty else { return "/" }
    return parts.reduce(into: "") { $0 += "/" + String($1) }
  }

  static var currentFolder: String {
    guard let folder = getcwd(nil, 0) else { return "/" }
    defer { free(folder) }
    return String(cString: folder)
  }

  /// The bytes of a file; nil when it isn't one of these.
  func read(_ path: String) -> [UInt8]? {
    // A worker may run in a folder that the master's whole paths lie in.
    contents[SpecFiles.key(path)] ?? contents[SpecFiles.whole(path)]
  }

  /// Whether there is a folder at a path, with some of these files in it.
  func hasFolder(_ path: String) -> Bool {
    folders.contains(SpecFiles.key(path)) || folders.contains(SpecFiles.whole(path))
  }

  /// Access to these files, and to all others as before.
  func over(_ base: Library.FileAccess) -> Library.FileAccess {
    Library.FileAccess(
      exists: { read($0) != nil || hasFolder($0) || base.exists($0) },
      isFile: { read($0) != nil || base.isFile($0) },
      isDirectory: { hasFolder($0) || base.isDirectory($0) },
      measure: { (path) throws(Library.FileFault) in
        if let bytes = read(path) { return (bytes.count, 0) }
        return try base.measure(path)
      },
      list: { (path) throws(Library.FileFault) in
        let folder = SpecFiles.key(path)
        guard folders.contains(folder) else { return try base.list(path) }
        let own = contents.keys.filter { !$0.hasSuffix("/") && SourceFiles.folder(of: $0) == folder }.map {
          String($0.split(separator: "/").last ?? "")
        }
        let others: [String]
        do throws(Library.FileFault) { others = try base.list(path) } catch { others = [] }
        return Set(own + others).sorted()
      },
      read: { (path) throws(Library.FileFault) in
        if let bytes = read(path) { return bytes }
        return try base.read(path)
      },
      write: base.write, makeDirectory: base.makeDirectory, remove: base.remove)
  }
}
