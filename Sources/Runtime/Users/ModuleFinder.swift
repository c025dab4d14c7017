import Lang

/// Finds the modules that lie in files: in the folders of `sys.path`, in their order, as far as they may be reached.
public struct ModuleFinder: ModuleFiles {
  /// What stands before the names of files in the program's own folders, by the folders' whole paths.
  private let prefixes: [String: String]
  /// The version of the spec that the modules are of, also of those that are imported later; nil for what is on disk.
  private let version: SpecFiles?
  private let reach: FileReach?

  /// Creates a finder for the program that is loaded now, and has its `sys.path` begin with its folders.
  ///
  /// - Parameters:
  ///   - folders: the program's own, which are searched as long as `sys.path` names them; "." for the current one.
  ///     Files in them are called as the folders are, others by their whole paths.
  ///   - reach: where other folders that `sys.path` names may lie; nil for anywhere.
  init(_ folders: [String], reach: FileReach?) {
    var prefixes: [String: String] = [:]
    var path: [String] = []
    for folder in folders {
      let whole = SpecFiles.whole(folder)
      guard prefixes[whole] == nil else { continue }
      prefixes[whole] = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
      path.append(whole)
    }
    self.prefixes = prefixes
    self.reach = reach
    version = SpecFiles.loading
    Library.beginPath(path)
  }

  /// Creates a finder for a script that may read all files, and has its `sys.path` begin with a folder.
  ///
  /// - Parameter folder: the script's own; empty for the current one.
  public init(script folder: String) {
    prefixes = [:]
    reach = nil
    version = nil
    Library.beginPath([folder])
  }

  /// Looks in the order of the folders; in each a package comes before a module. Folders that only have the name make
  /// a namespace package where none of them has either.
  public func find(_ name: String, in folders: [String]?) -> ModulePlace? {
    var portions: [String] = []
    for prefix in folders.map({ $0.map { $0 + "/" } }) ?? searched {
      let path = prefix + name
      if isFile(path + "/__init__.py") { return ModulePlace(file: path + "/__init__.py", folders: [path]) }
      if isFile(path + ".py") { return ModulePlace(file: path + ".py") }
      if isFolder(path) { portions.append(path) }
    }
    return portions.isEmpty ? nil : ModulePlace(file: nil, folders: portions)
  }

  /// The source in a file of the version.
  public func read(_ file: String) -> SourceText? { SourceFiles.read(file, in: version) }

  /// Has folders go along where the spec goes, though there may be no file in them that does.
  public func noteFolders(_ folders: [String]) {
    for folder in folders { SpecFiles.recorded[SpecFiles.key(folder) + "/"] = [] }
  }

  /// Names the folders of `sys.path` that are not searched.
  public var missingReason: String? {
    guard let reach else { return nil }
    let outside = Library.searchPath.filter { prefixes[SpecFiles.whole($0)] == nil && !reach.holds($0) }
    guard !outside.isEmpty else { return nil }
    let names = outside.map { "'\($0)'" }.joined(separator: ", ")
    return "\(names) in sys.path \(outside.count == 1 ? "is" : "are") not searched; \(reach.rule)"
  }

  /// What stands before the names of files in the folders that are searched, in their order.
  private var searched: [String] {
    var found: [String] = []
    for entry in Library.searchPath {
      guard let prefix = prefixes[SpecFiles.whole(entry)] ?? prefix(entry), !found.contains(prefix) else { continue }
      found.append(prefix)
    }
    return found
  }

  /// CPython calls files by the whole path of the folder, its dots left in.
  private func prefix(_ entry: String) -> String? {
    let here = entry.isEmpty || entry == "."
    guard isFolder(here ? "." : entry), reach?.holds(entry) != false || version?.hasFolder(entry) == true else {
      return nil
    }
    let whole = here ? SpecFiles.currentFolder : entry.hasPrefix("/") ? entry : SpecFiles.currentFolder + "/" + entry
    return whole.hasSuffix("/") ? whole : whole + "/"
  }

  private func isFile(_ path: String) -> Bool { version?.read(path) != nil || HostFiles.all.isFile(path) }
  private func isFolder(_ path: String) -> Bool { version?.hasFolder(path) == true || HostFiles.all.isDirectory(path) }
}
