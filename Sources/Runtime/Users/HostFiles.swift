import Glibc
import Lang

/// The files that Python code can reach.
public enum HostFiles {
  /// All that the process's user can reach: for plain scripts, as with `python3 FILE`.
  nonisolated(unsafe) public static let all = Library.FileAccess(
    exists: { status($0) != nil },
    isFile: { path in status(path).map { $0.st_mode & S_IFMT == S_IFREG } ?? false },
    isDirectory: { path in status(path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false },
    measure: { (path) throws(Library.FileFault) in
      guard let status = status(path) else { throw fault() }
      return (Int(status.st_size), Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec))
    },
    list: { (path) throws(Library.FileFault) in
      guard let folder = opendir(path) else { throw fault() }
      defer { closedir(folder) }
      var names: [String] = []
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != "." && name != ".." { names.append(name) }
      }
      return names
    },
    read: { (path) throws(Library.FileFault) in
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw fault() }
      defer { close(descriptor) }
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 65536)
      while true {
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        if count < 0 {
          if errno == EINTR { continue }
          throw fault()
        }
        if count == 0 {
          SpecFiles.record(path, bytes)
          return bytes
        }
        bytes += buffer[..<count]
      }
    },
    write: { (path, bytes, appends) throws(Library.FileFault) in
      let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (appends ? O_APPEND : O_TRUNC), 0o666)
      guard descriptor >= 0 else { throw fault() }
      defer { close(descriptor) }
      var done = 0
      while done < bytes.count {
        let count = bytes[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0 {
          if errno == EINTR { continue }
          throw fault()
        }
        done += count
      }
    },
    makeDirectory: { (path) throws(Library.FileFault) in
      if mkdir(path, 0o777) != 0 { throw fault() }
    },
    remove: { (path) throws(Library.FileFault) in
      if Glibc.remove(path) != 0 { throw fault() }
    })

  /// Only what lies in some folders: for specs, which anybody may have written.
  ///
  /// - Parameter folders: absolute or relative paths; what a link in them leads out to is outside.
  public static func within(_ folders: [String]) -> Library.FileAccess {
    within(FileReach(folders))
  }

  /// Only what may be reached.
  static func within(_ reach: FileReach) -> Library.FileAccess {
    func check(_ path: String) throws(Library.FileFault) {
      guard reach.holds(path) else { throw Library.FileFault(code: EACCES, message: reach.rule) }
    }
    return Library.FileAccess(
      exists: { reach.holds($0) && all.exists($0) }, isFile: { reach.holds($0) && all.isFile($0) },
      isDirectory: { reach.holds($0) && all.isDirectory($0) },
      measure: { (path) throws(Library.FileFault) in
        try check(path)
        return try all.measure(path)
      },
      list: { (path) throws(Library.FileFault) in
        try check(path)
        return try all.list(path)
      },
      read: { (path) throws(Library.FileFault) in
        try check(path)
        return try all.read(path)
      },
      write: { (path, bytes, appends) throws(Library.FileFault) in
        try check(path)
        // Writing would make the file that a link out of the folder is waiting for.
        guard !reach.isOpenLink(path) else { throw Library.FileFault(code: EACCES, message: reach.rule) }
        try all.write(path, bytes, appends)
      },
      makeDirectory: { (path) throws(Library.FileFault) in
        try check(path)
        try all.makeDirectory(path)
      },
      remove: { (path) throws(Library.FileFault) in
        try check(path)
        try all.remove(path)
      })
  }

  private static func status(_ path: String) -> stat? {
    var result = stat()
    return stat(path, &result) == 0 ? result : nil
  }

  private static func fault() -> Library.FileFault { Library.FileFault(code: errno) }
}
