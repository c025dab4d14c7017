import CLinux
import Glibc
import Logging
import Runtime

/// Tells when files change, whichever way they are written: in place, or as a new file under the old name.
///
/// It watches the folders that the files are in (inotify), as a file that is replaced is another one, and waits until
/// writing has paused.
final class SpecWatcher {
  /// How long nothing may change before a change is told, in ns.
  static let pause: UInt64 = 40_000_000
  /// How long a change waits at most when files go on changing, in ns.
  private static let patience: UInt64 = 400_000_000
  /// How long a change waits at most for a file that is being written, in ns.
  private static let writing: UInt64 = 3_000_000_000

  private let descriptor: Int32
  private var folders: [Int32: String] = [:]
  private var names: Set<String> = []
  private let onChange: (_ time: UInt64) -> Void
  private var firstChange: UInt64?
  private var lastChange: UInt64 = 0
  /// The files that somebody writes and hasn't closed yet.
  private var open: Set<String> = []
  /// The watched folders in which every Python file counts.
  private var wholeFolders: Set<String> = []
  private let noticed = Notice()

  /// Begins to watch.
  ///
  /// - Parameter onChange: called on a fiber when files have changed, with the time of the first change on the
  ///   monotonic clock in ns.
  /// - Throws: `SystemFault` when the system has no watch to give.
  init(onChange: @escaping (_ time: UInt64) -> Void) throws(SystemFault) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    self.onChange = onChange
    guard descriptor >= 0 else { throw SystemFault("can't watch files") }
    EventLoop.shared.register(descriptor) { [unowned self] in readEvents() }
    EventLoop.shared.spawn { [self] in tell() }
  }

  /// Watches these files, what links among them lead to, and all Python files in some folders, instead of those before.
  func watch(_ paths: [String], folders whole: [String] = []) {
    wholeFolders = Set(whole)
    var wanted = wholeFolders
    names = []
    for path in paths where !path.hasSuffix("/") {
      for place in [path, SpecWatcher.resolved(path)].compactMap({ $0 }) {
        let (folder, name) = SpecWatcher.split(place)
        wanted.insert(folder)
        names.insert(name)
      }
    }
    for (watch, folder) in folders where !wanted.contains(folder) {
      inotify_rm_watch(descriptor, watch)
      folders[watch] = nil
    }
    let mask = UInt32(IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_MOVED_FROM)
    for folder in wanted where !folders.values.contains(folder) {
      let watch = inotify_add_watch(descriptor, folder, mask)
      if watch >= 0 {
        folders[watch] = folder
      } else {
        Logger(label: "katydid.spec").warning("can't watch \(folder): \(String(cString: strerror(errno)))")
      }
    }
  }

  private func readEvents() {
    var hasChange = false
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
      while true {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        guard count > 0, let base = buffer.baseAddress else { return }
        var offset = 0
        let head = MemoryLayout<inotify_event>.size
        while offset + head <= count {
          let event = (base + offset).load(as: inotify_event.self)
          let name = String(cString: (base + offset + head).assumingMemoryBound(to: CChar.self))
          if note(event, event.len == 0 ? nil : name) { hasChange = true }
          offset += head + Int(event.len)
        }
      }
    }
    guard hasChange else { return }
    let now = EventLoop.now
    firstChange = firstChange ?? now
    lastChange = now
    noticed.post()
  }

  /// Whether an event is about what is watched.
  private func note(_ event: inotify_event, _ name: String?) -> Bool {
    guard let name else { return true }
    let isWhole = folders[event.wd].map { wholeFolders.contains($0) } ?? false
    // A link within the folder, as Kubernetes has them, may be what leads to the file.
    guard names.contains(name) || name.hasPrefix("..") || isWhole && name.hasSuffix(".py") else { return false }
    let file = "\(event.wd)/\(name)"
    if event.mask & UInt32(IN_MODIFY) != 0 { open.insert(file) } else { open.remove(file) }
    return true
  }

  private func tell() {
    while true {
      while firstChange == nil { noticed.wait() }
      while let first = firstChange {
        let now = EventLoop.now
        // Half of a file may well be a spec of its own.
        let due =
          open.isEmpty
          ? min(lastChange + SpecWatcher.pause, first + SpecWatcher.patience) : first + SpecWatcher.writing
        guard now >= due else {
          noticed.wait(until: due)
          continue
        }
        firstChange = nil
        open = []
        onChange(first)
      }
    }
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.index(after: slash)...]))
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
