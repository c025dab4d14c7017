import Glibc
import Runtime

/// The files of a spec as they are to be used: those on disk, and texts that stand for some of them.
package struct SpecSource {
  private let settings: SpecSettings
  /// What stands for files on disk, by path.
  package private(set) var texts: [String: [UInt8]] = [:]
  /// What the files on disk that `texts` stand for had in them.
  private var replaced: [String: [UInt8]] = [:]

  /// Creates a source that uses the files on disk.
  package init(_ settings: SpecSettings) { self.settings = settings }

  /// The locustfiles; a folder may have got others since the start.
  var locustfiles: [String] { settings.find?() ?? settings.paths }

  /// Looks at the files on disk: a file that has changed there is used again, whatever stood for it.
  package mutating func look() {
    for path in texts.keys where SpecFiles.onDisk(path) != replaced[path] { forget(path) }
  }

  /// Uses the files on disk alone.
  package mutating func useDisk() {
    texts = [:]
    replaced = [:]
  }

  /// Has a text stand for a file, until the file on disk changes.
  package mutating func put(_ bytes: [UInt8], for path: String) {
    // A folder has no text.
    if path.hasSuffix("/") { return }
    let key = SpecFiles.key(path)
    let present = SpecFiles.onDisk(key)
    guard present != bytes else { return forget(key) }
    texts[key] = bytes
    replaced[key] = present
  }

  private mutating func forget(_ path: String) {
    texts[path] = nil
    replaced[path] = nil
  }

  /// The files now: these, and those that the settings name.
  package func bundle(of paths: [String]) -> SpecBundle {
    var files = texts
    for path in paths + settings.includes {
      let key = SpecFiles.key(path)
      // A folder goes along for its name.
      if path.hasSuffix("/"), HostFiles.all.isDirectory(path) { files[key + "/"] = [] }
      if files[key] == nil, let bytes = SpecFiles.onDisk(path) { files[key] = bytes }
    }
    return SpecBundle(locustfiles: locustfiles.map(SpecFiles.key), files: files)
  }

  /// Writes what stands for files to disk.
  ///
  /// - Throws: `SwapFault` for a file that can't be written.
  package mutating func write() throws(SwapFault) {
    for (path, bytes) in texts {
      try SpecSource.write(bytes, to: path)
      forget(path)
    }
  }

  /// Writes a file as a whole: nobody reads half of it.
  private static func write(_ bytes: [UInt8], to path: String) throws(SwapFault) {
    // A link stays one.
    let real = realpath(path, nil)
    defer { free(real) }
    let place = real.map { String(cString: $0) } ?? path
    var template = Array("\(place).XXXXXX".utf8CString)
    let file = mkstemp(&template)
    func fault() -> SwapFault { SwapFault(text: "can't write '\(path)': \(String(cString: strerror(errno)))") }
    guard file >= 0 else { throw fault() }
    var status = stat()
    fchmod(file, stat(place, &status) == 0 ? status.st_mode & 0o7777 : 0o644)
    let count = Glibc.write(file, bytes, bytes.count)
    close(file)
    guard count == bytes.count, rename(template, place) == 0 else {
      let fault = fault()
      unlink(template)
      throw fault
    }
  }
}

extension SpecBundle {
  /// The files that this process has read while it loaded its spec, and those that the settings name.
  static func loaded(_ settings: SpecSettings) -> SpecBundle {
    var files = SpecFiles.recorded
    for path in settings.includes {
      if let bytes = SpecFiles.onDisk(path) { files[SpecFiles.key(path)] = bytes }
    }
    return SpecBundle(locustfiles: settings.paths.map(SpecFiles.key), files: files)
  }
}
