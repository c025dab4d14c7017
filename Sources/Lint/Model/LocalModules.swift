import Foundation
import Lang

/// The modules that lie as files beside a spec, or in the current folder.
final class LocalModules {
  private let folders: [String]
  private var existing: [String: Bool] = [:]
  private var names: [String: Set<String>?] = [:]

  init(beside path: String) {
    let folder = (path as NSString).deletingLastPathComponent
    folders = folder.isEmpty ? [""] : [folder + "/", ""]
  }

  /// Whether there is a module of a dotted name.
  func has(_ name: String) -> Bool {
    if let known = existing[name] { return known }
    let found = path(name) != nil || isFolder(name)
    existing[name] = found
    return found
  }

  private func path(_ name: String) -> String? {
    let path = name.replacingOccurrences(of: ".", with: "/")
    for folder in folders {
      for candidate in ["\(folder)\(path).py", "\(folder)\(path)/__init__.py"]
      where FileManager.default.fileExists(atPath: candidate) { return candidate }
    }
    return nil
  }

  private func isFolder(_ name: String) -> Bool {
    let path = name.replacingOccurrences(of: ".", with: "/")
    return folders.contains { folder in
      var isDirectory: ObjCBool = false
      return FileManager.default.fileExists(atPath: folder + path, isDirectory: &isDirectory) && isDirectory.boolValue
    }
  }

  /// The names that a module's top level binds; nil when that can't be said.
  func names(_ module: String) -> Set<String>? {
    if let known = names[module] { return known }
    let found = read(module)
    names[module] = found
    return found
  }

  private func read(_ name: String) -> Set<String>? {
    guard let path = path(name), let data = FileManager.default.contents(atPath: path), data.count < 1 << 20 else {
      return nil
    }
    let (module, faults) = Parser.parse(SourceText(name: path, bytes: Array(data)))
    guard faults.isEmpty else { return nil }
    let file = FileModel(SourceText(name: path, bytes: []), module, [], Knowledge { (_) throws(Raised) in nil })
    FileModelBuilder.fill(file)
    guard !file.hasOpenStar, file.top.bindings["__getattr__"] == nil, !file.top.isOpen else { return nil }
    return Set(file.top.bindings.keys)
  }
}
