import Foundation
import Lang

/// Finds the Python files that paths on a command line stand for.
public enum FileFinder {
  /// Folders that hold no specs of their own, whatever `.gitignore` says.
  private static let skipped: Set<String> = [
    ".git", ".hg", ".svn", ".venv", "venv", "__pycache__", "node_modules", ".tox", ".nox", ".mypy_cache", ".build",
    "site-packages",
  ]

  /// The files, in order; folders are walked, what `.gitignore` files name left out. A file that is named is taken
  /// whatever it is called.
  ///
  /// - Parameters:
  ///   - exclude: patterns, as `.gitignore` has them, of what to leave out besides.
  ///   - respectsGitIgnore: whether `.gitignore` files count.
  public static func files(
    _ paths: [String], exclude: [String] = [], respectsGitIgnore: Bool = true
  ) -> (files: [String], missing: [String]) {
    var files: [String] = []
    var missing: [String] = []
    for path in paths {
      var isDirectory: ObjCBool = false
      if !FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) {
        missing.append(path)
      } else if isDirectory.boolValue {
        let root = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
        var ignores = [GitIgnore(patterns: exclude, base: "")]
        if respectsGitIgnore { ignores += above(root) }
        walk(root, root == "." ? "" : root + "/", ignores, respectsGitIgnore, &files)
      } else {
        files.append(path)
      }
    }
    return (files, missing)
  }

  /// The `.gitignore` files between the root of the repository and a folder, the folder's own not included.
  private static func above(_ folder: String) -> [GitIgnore] {
    let full = URL(fileURLWithPath: folder).standardizedFileURL.path
    var result: [GitIgnore] = []
    var current = (full as NSString).deletingLastPathComponent
    var inner = full
    while !FileManager.default.fileExists(atPath: inner + "/.git"), current != inner {
      if let ignore = GitIgnore(file: current + "/.gitignore", base: current + "/", offset: full) {
        result.insert(ignore, at: 0)
      }
      inner = current
      current = (current as NSString).deletingLastPathComponent
    }
    // Outside of a repository such files mean nothing.
    return FileManager.default.fileExists(atPath: inner + "/.git") ? result : []
  }

  private static func walk(
    _ folder: String, _ prefix: String, _ ignores: [GitIgnore], _ respects: Bool, _ files: inout [String]
  ) {
    var ignores = ignores
    if respects, let own = GitIgnore(file: folder + "/.gitignore", base: prefix) { ignores.append(own) }
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    for name in names {
      let path = prefix + name
      var info = stat()
      guard stat(path, &info) == 0 else { continue }
      let isFolder = info.st_mode & S_IFMT == S_IFDIR
      // From what is no plain file, such as a pipe, nothing may ever come.
      guard isFolder ? !skipped.contains(name) : name.hasSuffix(".py") && info.st_mode & S_IFMT == S_IFREG else {
        continue
      }
      if GitIgnore.isIgnored(path, isFolder: isFolder, by: ignores) { continue }
      if isFolder {
        // A link could lead back to where the walk came from.
        if (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil { continue }
        walk(path, path + "/", ignores, respects, &files)
      } else {
        files.append(path)
      }
    }
  }
}
