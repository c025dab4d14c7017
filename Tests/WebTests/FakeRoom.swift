import Synchronization
import Web

/// A control room whose run is made up.
final class FakeRoom: ControlRoom {
  let setup = Setup(
    locustfile: "spec.py", version: "0.0", userClasses: ["Visitor", "Buyer"],
    classSettings: [
      ClassSettings(name: "Visitor", host: nil, weight: 2, fixedCount: 0, tasks: ["look"], allTasks: ["look", "buy"])
    ], percentiles: Percentiles(statistics: [0.9, 0.999], charted: [0.5, 0.98]), users: 10, spawnRate: 2,
    showsClassPicker: true, customArguments: [FormArgument(name: "token", value: "abc", isSecret: true)])
  private let state = Mutex(
    (snapshot: Snapshot(), requests: [SwarmRequest](), stops: 0, resets: 0, wishes: [SwapWish]()))

  var snapshot: Snapshot {
    get { state.withLock { $0.snapshot } }
    set {
      state.withLock {
        let version = $0.snapshot.version
        $0.snapshot = newValue
        $0.snapshot.version = version + 1
      }
    }
  }
  var requests: [SwarmRequest] { state.withLock { $0.requests } }
  var stops: Int { state.withLock { $0.stops } }
  var resets: Int { state.withLock { $0.resets } }

  func swarm(_ request: SwarmRequest) async -> SwarmAnswer {
    state.withLock { $0.requests.append(request) }
    return request.users == 0 ? .refused(reason: "no users") : .started(message: "Swarming started")
  }
  func update(userClass settings: [UInt8]) async -> String? {
    settings.isEmpty ? "The body is no JSON" : nil
  }
  func stop() async { state.withLock { $0.stops += 1 } }
  func reset() async { state.withLock { $0.resets += 1 } }
  func report(theme: String) async -> String { "<!doctype html><title>report \(theme)</title>" }
  func csv(_ table: CSVTable) async -> String { "Type,Name\r\n\(table.rawValue),x\r\n" }
  func fullHistory() async -> String? { nil }

  func texts(of version: Int?) async -> SpecTexts? {
    guard version == nil || version == 1 else { return nil }
    return SpecTexts(version: 1, locustfiles: ["spec.py"], files: ["spec.py": "from locust import HttpUser\n"])
  }
  func lint(_ text: String, path: String) async throws -> [Finding] {
    text.contains("fault")
      ? [Finding(code: "KD001", severity: "error", message: "a fault", line: 1, column: 1, endLine: 1, endColumn: 6)]
      : []
  }
  func swap(_ wish: SwapWish, by cause: String) async -> SwapAnswer {
    state.withLock { $0.wishes.append(wish) }
    return wish == .version(9) ? .refused(reason: "version 9 is not kept") : .inUse(2)
  }
  func writeSpec() async -> String? { nil }
  var wishes: [SwapWish] { state.withLock { $0.wishes } }
}
