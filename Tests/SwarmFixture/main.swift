import Glibc
import Runtime
import Swarm

// Runs a test with users that need no spec and no target, in real processes: what the swarm's tests start.
//
// usage: swarm-fixture USERS RATE TIME PROCESSES [FLAG…]

/// Users that make a request every 10 ms, with response times that are known.
final class FixtureUsers: Users {
  let userClasses = [
    UserClassInfo(name: "Alpha", weight: 2, fixedCount: 0, host: nil),
    UserClassInfo(name: "Beta", weight: 1, fixedCount: 0, host: nil),
  ]
  let statistics = Statistics()
  var userCounts: [String: Int] { running.mapValues(\.count) }
  var exitCode: Int32?
  var hasFailedListeners = false
  var state = LoadTest.State.ready
  var targetUserCount = 0
  var clusterUserCounts: [String: Int]?
  var onQuit: (String?) -> Void = { _ in }
  let hooks = RunHooks()

  private let flags: Set<String>
  private var running: [String: [Fiber]] = ["Alpha": [], "Beta": []]
  private var index: Int?
  private var requests = 0

  init(flags: [String]) { self.flags = Set(flags) }

  private func say(_ text: String) {
    let role = index.map { "worker \($0)" } ?? "master"
    print("\(role): \(text)")
    fflush(nil)
  }

  func begin(_ role: LoadTest.Role) {
    if case .worker(let index) = role { self.index = index }
    say("pid \(getpid())")
  }

  func start() { say("start") }

  func setUserCounts(_ counts: [String: Int]) {
    for (name, count) in counts {
      while running[name, default: []].count < count { add(name) }
      while running[name, default: []].count > count {
        if let fiber = running[name]?.popLast() { EventLoop.shared.interrupt(fiber) }
      }
    }
    say("users \(counts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " "))")
  }

  private func add(_ name: String) {
    let entry = statistics.entry(method: "GET", name: "/\(name.lowercased())")
    let fiber = EventLoop.shared.spawn { [self] in
      while EventLoop.shared.sleep(10_000_000) == .timedOut {
        entry.record(nanoseconds: 5_000_000, length: 10, at: EventLoop.now)
        requests += 1
        if flags.contains("fail") { statistics.recordFailure(entry, error: "Broken()", at: EventLoop.now) }
        if flags.contains("raise"), requests == 3 {
          statistics.recordException(message: "oh no", traceback: "  File \"x.py\", line 1, in t\n")
        }
        if flags.contains("crash"), index == 1, requests > 30 { fatalError("as asked") }
        if flags.contains("hang"), index == 1, requests > 30 { while true {} }
        if flags.contains("quit"), index == 0, requests == 30 { onQuit(nil) }
        if flags.contains("stoptest"), index == 0, requests == 30 { onQuit("no host") }
      }
    }
    running[name, default: []].append(fiber)
  }

  func spawningComplete(userCount: Int) { say("spawning complete \(userCount)") }

  func stop(timeout: Double) {
    setUserCounts(["Alpha": 0, "Beta": 0])
    say("stop, \(requests) requests")
  }

  func quit() {
    if flags.contains("code"), index == nil { exitCode = 7 }
    say("quit, statistics have \(statistics.total.requests)")
  }

  func quitted(exitCode: Int32) { say("quitted \(exitCode)") }
}

let arguments = CommandLine.arguments
var options = RunOptions()
options.userCount = Int(arguments[1]) ?? 1
options.spawnRate = Double(arguments[2]) ?? 1
options.runTime = Double(arguments[3])
options.processes = Int(arguments[4]) ?? 1
let flags = Array(arguments.dropFirst(5))
options.reports.writesJSON = flags.contains("json")
options.resetsStatistics = flags.contains("reset")
options.reports.printsTables = !flags.contains("only-summary")
do {
  try Log.setUp(Log.Options())
  exit(try LocalSwarm.run(FixtureUsers(flags: flags), options))
} catch {
  print("\(error)")
  exit(3)
}
