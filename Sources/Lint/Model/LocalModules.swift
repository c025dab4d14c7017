import Foundation
import Lang

/// The modules that lie as files beside a spec, in the current folder, or in folders within them that `sys.path` is told
/// of: where a run looks for them.
final class LocalModules {
  /// Where a module lies.
  struct Place {
    /// Its file; nil for a package without `__init__.py`.
    let file: String?
    /// What stands before the names of the modules in a package; nil for a module that is none.
    let prefixes: [String]?
  }

  /// The folders of `sys.path` that a run doesn't search, as they lie outside.
  private(set) var outside: [String] = []
  /// Whether `sys.path` is told of folders that can't be known.
  private(set) var hasUnknownFolders = false

  /// What stands before the names of files in the folders that are searched, in their order.
  private var prefixes: [String]
  /// The prefixes by the folders' whole paths.
  private var known: Set<String> = []
  /// The real paths of the folders that a spec can reach.
  private let roots: [String]
  private let store: ModuleStore
  private let file: String
  private var places: [String: Place?] = [:]
  private var names: [String: Set<String>?] = [:]

  /// How many modules of one spec are looked at.
  private static let maximum = 1000
  /// How often all of them are gone through again, as one has added folders.
  private static let mostRounds = 20

  /// Knows the modules of a file, before it is said what it adds to `sys.path`.
  ///
  /// - Parameter others: further folders to look in.
  init(beside path: String, _ store: ModuleStore, also others: [String] = []) {
    self.store = store
    file = ModuleStore.whole(path)
    let folder = (path as NSString).deletingLastPathComponent
    prefixes = folder.isEmpty ? [""] : [folder + "/", ""]
    roots = [folder.isEmpty ? "." : folder, "."].compactMap(LocalModules.real)
    known = Set(prefixes.map { ModuleStore.whole($0) })
    for folder in others where known.insert(ModuleStore.whole(folder)).inserted {
      prefixes.append(folder.hasSuffix("/") ? folder : folder + "/")
    }
  }

  // MARK: Where modules are looked for

  /// Takes in the folders that a file, and the modules that it imports, add to `sys.path`.
  func takeFolders(of module: Module) {
    let own = ModuleOutline(module, file: file, current: ModuleStore.currentFolder)
    _ = add(own)
    var all = [(outline: own, folder: LocalModules.folder(of: file))]
    var seen: Set<String> = [file]
    var index = 0
    var rounds = 0
    while index < all.count {
      let (outline, folder) = all[index]
      index += 1
      for path in files(of: outline, in: folder) where seen.count < LocalModules.maximum {
        guard seen.insert(ModuleStore.whole(path)).inserted, let parsed = store.module(path) else { continue }
        all.append((parsed.outline, LocalModules.folder(of: path)))
        // Modules may be found then that weren't before.
        if add(parsed.outline), rounds < LocalModules.mostRounds {
          rounds += 1
          index = 0
        }
      }
    }
  }

  private func files(of outline: ModuleOutline, in folder: String) -> [String] {
    outline.imports.flatMap { site -> [String] in
      if site.level > 0 { return files(site.name, site.names, in: LocalModules.prefixes(site.level, folder)) }
      let package = String(site.name.prefix { $0 != "." })
      return package == "locust" || Library.has(package) ? [] : files(site.name, site.names)
    }
  }

  /// The path of the folder that a path lies in, as it stands before names.
  private static func folder(of path: String) -> String {
    let folder = (path as NSString).deletingLastPathComponent
    return folder.isEmpty || folder == "/" ? folder : folder + "/"
  }

  /// What so many dots before a module's name mean in a file of a folder.
  private static func prefixes(_ level: Int, _ folder: String) -> [String] {
    [(1..<max(level, 1)).reduce(folder) { folder, _ in LocalModules.folder(of: String(folder.dropLast())) }]
  }

  /// Takes in what a file adds; says whether that is something.
  private func add(_ outline: ModuleOutline) -> Bool {
    if outline.addsUnknown { hasUnknownFolders = true }
    let before = outline.first.compactMap(prefix)
    let after = outline.last.compactMap(prefix)
    guard !before.isEmpty || !after.isEmpty else { return false }
    prefixes = before + prefixes + after
    places = [:]
    names = [:]
    return true
  }

  /// What stands before the names of files in a folder that `sys.path` is told of; nil where it isn't searched, or is
  /// already.
  private func prefix(_ folder: String) -> String? {
    guard known.insert(folder).inserted else { return nil }
    guard let real = LocalModules.real(folder) else {
      if !isWithin(LocalModules.nearest(folder)) { outside.append(folder) }
      return nil
    }
    guard isWithin(real) else {
      outside.append(folder)
      return nil
    }
    let here = ModuleStore.currentFolder + "/"
    return folder.hasPrefix(here) ? folder.dropFirst(here.count) + "/" : folder + "/"
  }

  private func isWithin(_ path: String) -> Bool {
    roots.contains { path == $0 || path.hasPrefix($0 == "/" ? "/" : $0 + "/") }
  }

  private static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The real path of the nearest folder above a path that exists.
  private static func nearest(_ path: String) -> String {
    var path = path
    while path != "/", path != "" {
      path = (path as NSString).deletingLastPathComponent
      if let real = real(path) { return real }
    }
    return "/"
  }

  // MARK: Looking for them

  /// Whether there is a module of a dotted name.
  func has(_ name: String) -> Bool { place(name) != nil }

  /// Whether there is a module of a dotted name that has a file, or modules in it.
  func hasFiles(_ name: String) -> Bool {
    guard let place = place(name) else { return false }
    if place.file != nil { return true }
    return (place.prefixes ?? []).contains { prefix in
      ((try? FileManager.default.contentsOfDirectory(atPath: prefix)) ?? []).contains { $0.hasSuffix(".py") }
    }
  }

  /// Where a module of a dotted name lies; nil when there is none.
  func place(_ name: String) -> Place? {
    if let known = places[name] { return known }
    let found = place(name, in: prefixes)
    places[name] = .some(found)
    return found
  }

  private func place(_ name: String, in prefixes: [String]) -> Place? {
    var place = Place(file: nil, prefixes: prefixes)
    for part in name.split(separator: ".", omittingEmptySubsequences: false) {
      guard !part.isEmpty, let inside = place.prefixes, let next = find(String(part), in: inside) else { return nil }
      place = next
    }
    return place
  }

  private func find(_ name: String, in prefixes: [String]) -> Place? {
    var folders: [String] = []
    for prefix in prefixes {
      let path = prefix + name
      if store.isFile(path + "/__init__.py") { return Place(file: path + "/__init__.py", prefixes: [path + "/"]) }
      if store.isFile(path + ".py") { return Place(file: path + ".py", prefixes: nil) }
      if store.isFolder(path) { folders.append(path + "/") }
    }
    return folders.isEmpty ? nil : Place(file: nil, prefixes: folders)
  }

  /// The files that are read when a module is imported and names are taken from it: its packages', its own, and those of
  /// modules among the names.
  ///
  /// - Parameter prefixes: the folders to look in; nil for those of `sys.path`.
  private func files(_ name: String, _ names: [String], in prefixes: [String]? = nil) -> [String] {
    var files: [String] = []
    var inside = prefixes
    if !name.isEmpty {
      for end in name.indices.filter({ name[$0] == "." }) + [name.endIndex] {
        let part = String(name[..<end])
        guard let place = prefixes == nil ? place(part) : place(part, in: prefixes ?? []) else { return files }
        if let file = place.file { files.append(file) }
        inside = place.prefixes
      }
    }
    guard let inside else { return files }
    return files + names.filter { $0 != "*" }.compactMap { find($0, in: inside)?.file }
  }

  /// The files that an import leads to; nil for a relative one that leads nowhere.
  ///
  /// - Parameter path: the file that the import stands in.
  func files(of site: ImportSite, in path: String) -> [String]? {
    let level = site.module.prefix { $0 == "." }.count
    let name = String(site.module.dropFirst(level))
    let names = site.names?.map(\.name) ?? []
    guard level > 0 else { return files(name, names) }
    let inside = LocalModules.prefixes(level, LocalModules.folder(of: path))
    if !name.isEmpty, place(name, in: inside) == nil { return nil }
    return files(name, names, in: inside)
  }

  /// Whether a module lies above a file that may be part of a package: where it is looked for depends on what imports the
  /// file.
  func hasAbove(_ name: String) -> Bool {
    let here = ModuleStore.currentFolder
    var folder = (file as NSString).deletingLastPathComponent
    while folder != "/", folder.hasPrefix(here + "/") || store.isFile(folder + "/__init__.py") {
      folder = (folder as NSString).deletingLastPathComponent
      if place(name, in: [folder + "/"]) != nil { return true }
    }
    return false
  }

  // MARK: What is in them

  /// The names that a module's top level binds; nil when that can't be said.
  func names(_ module: String) -> Set<String>? {
    if let known = names[module] { return known }
    let found = read(module)
    names[module] = .some(found)
    return found
  }

  private func read(_ name: String) -> Set<String>? {
    guard let place = place(name) else { return nil }
    // A package without a file has nothing but the modules in it.
    guard let path = place.file else { return ["__path__"] }
    guard let parsed = store.module(path), parsed.faults.isEmpty else { return nil }
    let empty = SourceText(name: path, bytes: [])
    let file = FileModel(empty, parsed.module, [], Knowledge { (_) throws(Raised) in nil })
    FileModelBuilder.fill(file)
    guard !file.hasOpenStar, file.top.bindings["__getattr__"] == nil, !file.top.isOpen else { return nil }
    return Set(file.top.bindings.keys)
  }
}
