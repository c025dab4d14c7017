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

  private let descriptor: Int32
  private var folders: [Int32: String] = [:]
  private var names: Set<String> = []
  private let onChange: () -> Void
  private var firstChange: UInt64?
  private var lastChange: UInt64 = 0
  private let noticed = Notice()

  /// Begins to watch.
  ///
  /// - Parameter onChange: called on a fiber when files have changed.
  /// - Throws: `SystemFault` when the system has no watch to give.
  init(onChange: @escaping () -> Void) throws(SystemFault) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    self.onChange = onChange
    guard descriptor >= 0 else { throw SystemFault("can't watch files") }
    EventLoop.shared.register(descriptor) { [unowned self] in readEvents() }
    EventLoop.shared.spawn { [self] in tell() }
  }

  /// Watches these files, and what links among them lead to, instead of those before.
  func watch(_ paths: [String]) {
    var wanted: Set<String> = []
    names = []
    for path in paths {
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

  /// Notes a change without one, as when somebody asks for it.
  func poke() {
    let now = EventLoop.now
    firstChange = firstChange ?? now
    lastChange = now
    noticed.post()
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
          // A link within the folder, as Kubernetes has them, may be what leads to the file.
          if event.len == 0 || names.contains(name) || name.hasPrefix("..") { hasChange = true }
          offset += head + Int(event.len)
        }
      }
    }
    if hasChange { poke() }
  }

  private func tell() {
    while true {
      while firstChange == nil { noticed.wait() }
      while let first = firstChange {
        let now = EventLoop.now
        let due = min(lastChange + SpecWatcher.pause, first + SpecWatcher.patience)
        if now >= due {
          firstChange = nil
        } else {
          noticed.wait(until: due)
        }
      }
      onChange()
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
