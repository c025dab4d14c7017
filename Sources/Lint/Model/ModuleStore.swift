import Foundation
import Lang

/// The files of modules, each parsed once as long as it doesn't change: many specs may import the same ones.
final class ModuleStore {
  /// A parsed file.
  struct Parsed {
    let source: SourceText
    let module: Module
    let faults: [Diagnostic]
    let outline: ModuleOutline
  }

  private struct Stamp: Equatable {
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  /// Files that are longer are not looked at, in bytes.
  private static let longest = 1 << 20

  private var modules: [String: (stamp: Stamp, parsed: Parsed)] = [:]

  /// The module in a file; nil when it can't be read or is too long.
  func module(_ path: String) -> Parsed? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_size < ModuleStore.longest else { return nil }
    let stamp = Stamp(
      size: Int(status.st_size), seconds: Int(status.st_mtim.tv_sec), nanoseconds: Int(status.st_mtim.tv_nsec))
    if let known = modules[path], known.stamp == stamp { return known.parsed }
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    let source = SourceText(name: path, bytes: Array(data))
    let (module, faults) = Parser.parse(source)
    let outline = ModuleOutline(module, file: ModuleStore.whole(path), current: ModuleStore.currentFolder)
    let parsed = Parsed(source: source, module: module, faults: faults, outline: outline)
    modules[path] = (stamp, parsed)
    return parsed
  }

  func isFile(_ path: String) -> Bool { mode(path) == S_IFREG }
  func isFolder(_ path: String) -> Bool { mode(path) == S_IFDIR }

  private func mode(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  static var currentFolder: String { FileManager.default.currentDirectoryPath }

  /// A path from the root, without dots.
  static func whole(_ path: String) -> String {
    var parts: [Substring] = []
    for part in (path.hasPrefix("/") ? path : currentFolder + "/" + path).split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
