import Glibc
import Runtime

/// How much of a core and how much memory the process takes.
struct ProcessLoad {
  private var lastCPU = ProcessLoad.cpuTime
  private var lastTime = EventLoop.now

  /// The share of a core that was used since the last call, in percent.
  mutating func takeUsage() -> Double {
    let (cpu, now) = (ProcessLoad.cpuTime, EventLoop.now)
    defer { (lastCPU, lastTime) = (cpu, now) }
    guard now > lastTime else { return 0 }
    return Double(cpu - lastCPU) / Double(now - lastTime) * 100
  }

  /// User and system time so far, in ns.
  private static var cpuTime: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// The resident memory, in bytes; 0 when the system doesn't say.
  static var residentMemory: Int {
    let file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return 0 }
    defer { close(file) }
    let text = withUnsafeTemporaryAllocation(byteCount: 256, alignment: 1) { buffer in
      String(decoding: buffer.prefix(max(0, read(file, buffer.baseAddress, buffer.count))), as: UTF8.self)
    }
    let fields = text.split(separator: " ")
    guard fields.count > 1, let pages = Int(fields[1]) else { return 0 }
    return pages * sysconf(Int32(_SC_PAGESIZE))
  }
}
