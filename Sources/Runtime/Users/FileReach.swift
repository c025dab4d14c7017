import Glibc

/// The folders within which a spec can reach files.
struct FileReach {
  /// The folders' real paths.
  private var roots: [String] = []
  /// Those that aren't on this machine: on another one than the master's, a spec's folder is in memory alone.
  private var absent: [String] = []

  /// Creates a reach of some folders.
  init(_ folders: [String]) {
    for folder in folders {
      if let real = FileReach.resolved(folder) {
        if !roots.contains(real) { roots.append(real) }
      } else {
        absent.append(SpecFiles.whole(folder))
      }
    }
  }

  /// What is said of everything else. It is the same for what is there and what isn't: a spec is not to find out which
  /// files a machine has.
  var rule: String {
    "a spec can reach files in its own folder only (\((absent + roots).joined(separator: ", ")))"
  }

  /// Whether a path lies in one of the folders; what a link in them leads out to doesn't.
  func holds(_ path: String) -> Bool {
    // What doesn't exist has no real path. It lies where the nearest folder lies that exists: what follows can't lead
    // anywhere, not even back out, as long as it isn't there.
    var place = path
    while true {
      if let real = FileReach.resolved(place) {
        if FileReach.lies(real, in: roots) { return true }
        break
      }
      place = SourceFiles.folder(of: place)
    }
    return !absent.isEmpty && FileReach.lies(SpecFiles.whole(path), in: absent)
  }

  /// Whether a path is a link to something that isn't there.
  func isOpenLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK && FileReach.resolved(path) == nil
  }

  private static func lies(_ place: String, in roots: [String]) -> Bool {
    roots.contains { place == $0 || place.hasPrefix($0 == "/" ? "/" : $0 + "/") }
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path.isEmpty ? "." : path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
