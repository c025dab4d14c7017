import CLinux
import Glibc
import Runtime

/// The worker processes that a process has forked, by the names of their nodes.
struct ChildProcesses {
  /// How long what a process has sent last may take to arrive after its end, in ns.
  private static let lastMessages: UInt64 = 100_000_000

  private var processes: [String: pid_t] = [:]

  /// How many there are, ended ones included.
  var count: Int { processes.count }

  /// Forks a process.
  ///
  /// - Returns: whether this is the child.
  /// - Throws: `SystemFault` when the system refuses; the children so far are killed then.
  mutating func fork(_ node: String) throws(SystemFault) -> Bool {
    let child = katydid_fork()
    if child == 0 {
      processes = [:]
      return true
    }
    guard child > 0 else {
      let fault = SystemFault("can't start a worker process")
      kill(SIGKILL)
      throw fault
    }
    processes[node] = child
    return false
  }

  /// In a child: has the kernel send a signal when the parent ends, so that a worker that hangs doesn't outlive it.
  ///
  /// - Returns: false when the parent has ended already.
  static func endWithParent(_ signal: Int32) -> Bool {
    let parent = getppid()
    _ = katydid_die_with_parent(signal)
    return getppid() == parent && parent != 1
  }

  /// Tells of each process that ends, some time later, when its last messages have arrived. To be called on a fiber.
  func watch(_ body: @escaping (_ node: String) -> Void) {
    for (node, process) in processes {
      EventLoop.shared.spawn {
        let descriptor = katydid_pidfd_open(process)
        guard descriptor >= 0 else { return }
        EventLoop.shared.register(descriptor)
        _ = EventLoop.shared.wait(descriptor, for: .read, deadline: nil)
        EventLoop.shared.unregister(descriptor)
        close(descriptor)
        _ = EventLoop.shared.sleep(ChildProcesses.lastMessages)
        body(node)
      }
    }
  }

  /// Sends a signal to all that are still there.
  func kill(_ signal: Int32) {
    for process in processes.values { Glibc.kill(process, signal) }
  }

  /// Waits until all have ended.
  ///
  /// - Returns: the highest exit status, 128 and the signal for a process that a signal has ended.
  @discardableResult
  func wait() -> Int32 {
    var highest: Int32 = 0
    for process in processes.values {
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { break } }
      let signal = status & 0x7f
      highest = max(highest, signal == 0 ? status >> 8 & 0xff : 128 + signal)
    }
    return highest
  }

  /// How a process ended, for people; nil when it hasn't.
  func howItEnded(_ node: String) -> String? {
    guard let process = processes[node] else { return nil }
    var status: Int32 = 0
    guard waitpid(process, &status, 0) == process else { return nil }
    let signal = status & 0x7f
    if signal == 0 { return "it exited with status \(status >> 8 & 0xff)" }
    return "it was ended by signal \(signal) (\(String(cString: strsignal(signal))))"
  }
}
