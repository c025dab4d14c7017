import CLinux
import Foundation
import Glibc

/// Reads the limits of a Linux machine and judges them for a number of users.
struct Doctor {
  /// How a limit is judged.
  enum Grade: String, Encodable {
    case fine
    /// It may cost speed or exactness.
    case doubtful
    /// The users can't all run.
    case fails
  }

  /// What was found about one limit.
  struct Finding: Encodable {
    let what: String
    let grade: Grade
    /// What there is.
    let text: String
    /// How to mend it; nil where nothing is to be done.
    var remedy: String?

    var mark: String {
      switch grade {
      case .fine: "ok  "
      case .doubtful: "warn"
      case .fails: "FAIL"
      }
    }
  }

  /// Memory for each user that is waiting, connected, with its buffers, in bytes: what the benchmarks measure, and as
  /// much again for what a spec keeps.
  private static let memoryPerUser = 32_768
  /// Open files of a process beside its users' connections.
  private static let ownFiles = 100
  /// Stacks come 64 to a mapping; a heap of many objects takes some mappings more.
  private static let usersPerMapping = 64

  let users: Int
  /// Where the kernel's files are, for tests.
  var root = ""

  /// Everything that is looked at, in the order in which it is told.
  func findings() -> [Finding] {
    [
      openFiles(), ports(), timeWait(), mappings(), memory(), processors(), governor(), clockSource(),
      clockIsSynchronised(), backlog(), connectionTracking(),
    ].compactMap { $0 }
  }

  /// The findings as JSON, one object each.
  static func json(_ findings: [Finding]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return String(decoding: try encoder.encode(findings), as: UTF8.self)
  }

  // MARK: Limits of a process

  private func openFiles() -> Finding {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    let most = Int(clamping: limit.rlim_max)
    let needed = (users + cores - 1) / cores + Doctor.ownFiles
    let text = "\(most) a process; \(needed) are needed in each of \(cores) worker processes"
    // Root raises the limit by itself.
    guard most < needed, geteuid() != 0 else { return Finding(what: "open files", grade: .fine, text: text) }
    return Finding(
      what: "open files", grade: .fails, text: text,
      remedy: "/etc/security/limits.conf: * hard nofile 1048576; in a systemd unit: LimitNOFILE=1048576")
  }

  private func mappings() -> Finding? {
    guard let most = number("/proc/sys/vm/max_map_count") else { return nil }
    let needed = users / Doctor.usersPerMapping + 1000
    return Finding(
      what: "memory mappings", grade: most < needed ? .fails : .fine,
      text: "vm.max_map_count is \(most); about \(needed) are needed",
      remedy: most < needed ? "sysctl -w vm.max_map_count=\(max(262_144, needed * 2))" : nil)
  }

  // MARK: Network

  private func ports() -> Finding? {
    let range = words("/proc/sys/net/ipv4/ip_local_port_range").compactMap { Int($0) }
    guard range.count == 2 else { return nil }
    let count = range[1] - range[0] + 1
    return Finding(
      what: "local ports", grade: count < users ? .fails : .fine,
      text: "\(range[0]) to \(range[1]): \(count) connections to one address and port at a time",
      remedy: count < users
        ? "sysctl -w net.ipv4.ip_local_port_range='1024 65535'; for more, several target addresses or machines" : nil)
  }

  private func timeWait() -> Finding? {
    guard let reuse = number("/proc/sys/net/ipv4/tcp_tw_reuse") else { return nil }
    return Finding(
      what: "ports of closed connections", grade: reuse == 0 ? .doubtful : .fine,
      text: "net.ipv4.tcp_tw_reuse is \(reuse)",
      remedy: reuse == 0
        ? "specs that open a connection a request run out of ports for 60 s each: sysctl -w net.ipv4.tcp_tw_reuse=1"
        : nil)
  }

  private func backlog() -> Finding? {
    guard let length = number("/proc/sys/net/core/somaxconn") else { return nil }
    return Finding(
      what: "queue of new connections", grade: length < 1024 ? .doubtful : .fine,
      text: "net.core.somaxconn is \(length)",
      remedy: length < 1024
        ? "a master with 1,000 workers that all come at once: sysctl -w net.core.somaxconn=4096" : nil)
  }

  private func connectionTracking() -> Finding? {
    guard let most = number("/proc/sys/net/netfilter/nf_conntrack_max") else { return nil }
    return Finding(
      what: "connection tracking", grade: most < users * 2 ? .fails : .fine,
      text: "the firewall's table has room for \(most) connections",
      remedy: most < users * 2 ? "sysctl -w net.netfilter.nf_conntrack_max=\(users * 4)" : nil)
  }

  // MARK: The machine

  private func memory() -> Finding? {
    let lines = text("/proc/meminfo")?.split(separator: "\n") ?? []
    guard let line = lines.first(where: { $0.hasPrefix("MemAvailable:") }),
      let kibibytes = line.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return nil }
    var available = kibibytes * 1024
    if let limit = number("/sys/fs/cgroup/memory.max") { available = min(available, limit) }
    let needed = users * Doctor.memoryPerUser
    return Finding(
      what: "memory", grade: available < needed ? .fails : .fine,
      text: "\(available >> 20) MiB are free; about \(needed >> 20) MiB are needed",
      remedy: available < needed ? "fewer users here and more worker machines" : nil)
  }

  private var cores: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

  private func processors() -> Finding {
    let quota = words("/sys/fs/cgroup/cpu.max")
    guard quota.count == 2, let time = Double(quota[0]), let period = Double(quota[1]), period > 0,
      time / period < Double(cores)
    else { return Finding(what: "processors", grade: .fine, text: "\(cores)") }
    return Finding(
      what: "processors", grade: .doubtful,
      text: "\(cores), but the container may use only \(String(format: "%.1f", time / period))",
      remedy: "--processes \(max(1, Int(time / period))), or a higher limit: what is throttled measures wrongly")
  }

  private func governor() -> Finding? {
    guard let name = text("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor") else { return nil }
    let isSlow = name != "performance"
    return Finding(
      what: "processor frequency", grade: isSlow ? .doubtful : .fine, text: "the governor is \(name)",
      remedy: isSlow ? "short requests seem slower at low load: cpupower frequency-set -g performance" : nil)
  }

  private func clockSource() -> Finding? {
    guard let name = text("/sys/devices/system/clocksource/clocksource0/current_clocksource") else { return nil }
    let isSlow = ["hpet", "acpi_pm", "jiffies", "xen"].contains(name)
    return Finding(
      what: "clock", grade: isSlow ? .doubtful : .fine, text: "the clock source is \(name)",
      remedy: isSlow
        ? "reading it takes a system call, several a request: echo tsc > "
          + "/sys/devices/system/clocksource/clocksource0/current_clocksource" : nil)
  }

  /// Nodes whose clocks differ show the same second at different places of a chart.
  private func clockIsSynchronised() -> Finding? {
    var state = timex()
    guard adjtimex(&state) >= 0 else { return nil }
    let isSynchronised = state.status & STA_UNSYNC == 0
    return Finding(
      what: "time of day", grade: isSynchronised ? .fine : .doubtful,
      text: isSynchronised ? "synchronised" : "not synchronised with a time server",
      remedy: isSynchronised ? nil : "apt-get install chrony (or systemd-timesyncd)")
  }

  // MARK: Reading

  private func text(_ path: String) -> String? {
    guard let text = try? String(contentsOfFile: root + path, encoding: .utf8) else { return nil }
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func words(_ path: String) -> [Substring] { text(path)?.split(whereSeparator: \.isWhitespace) ?? [] }

  private func number(_ path: String) -> Int? { text(path).flatMap { Int($0) } }
}
