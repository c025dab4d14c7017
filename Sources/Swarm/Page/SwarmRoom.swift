import Foundation
import Runtime
import Synchronization
import Web

/// What the page shows and steers, for the server's threads.
///
/// Unchecked: `run` and `maker` are touched on the swarm's thread only; the rest is locked or constant.
final class SwarmRoom: ControlRoom, @unchecked Sendable {
  let thread: SwarmThread
  unowned let run: PageRun
  let linter: LintProcess
  private let maker: SnapshotMaker
  private let shown: Mutex<(setup: Setup, snapshot: Snapshot)>

  /// Creates a room. To be called on the swarm's thread.
  init(_ thread: SwarmThread, _ run: PageRun, _ page: PageSettings) {
    self.thread = thread
    self.run = run
    linter = LintProcess(page.lintCommand)
    maker = SnapshotMaker(run, page)
    shown = Mutex((maker.setup, Snapshot()))
  }

  /// Notes how serving went. To be called on the swarm's thread.
  func noteServer(_ outcome: Result<WebServer, WebFailure>) { run.note(outcome) }

  /// Shows how things stand. To be called on the swarm's thread.
  func publish() {
    let next = (maker.setup, maker.snapshot())
    shown.withLock { $0 = next }
  }

  // MARK: On the server's threads

  var setup: Setup { shown.withLock { $0.setup } }
  var snapshot: Snapshot { shown.withLock { $0.snapshot } }

  func swarm(_ request: SwarmRequest) async -> SwarmAnswer {
    await thread.perform { [self] in
      let answer = run.swarm(request)
      publish()
      return answer
    }
  }

  func update(userClass settings: [UInt8]) async -> String? {
    guard let data = try? JSONDecoder().decode(PlainData.self, from: Data(settings)) else {
      return "The body is no JSON"
    }
    guard data["user_class_name"]?.text != nil else { return "The object needs a user_class_name" }
    return await thread.perform { [self] in
      do throws(SpecFault) {
        try run.master.update(userClass: data)
        publish()
        return nil
      } catch { return error.text }
    }
  }

  func stop() async {
    await thread.perform { [self] in
      run.stop()
      publish()
    }
  }

  func reset() async { await thread.perform { [self] in run.reset() } }

  func report(theme: String) async -> String {
    let html = await thread.perform { [self] in run.report }
    guard !theme.isEmpty, let place = html.range(of: "<html ") else { return html }
    return html.replacingCharacters(in: place, with: "<html data-theme=\"\(theme)\" ")
  }

  func csv(_ table: CSVTable) async -> String {
    await thread.perform { [self] in
      let statistics = run.users.statistics
      return switch table {
      case .requests: CSVText.requests(statistics)
      case .failures: CSVText.failures(statistics)
      case .exceptions: CSVText.exceptions(statistics)
      }
    }
  }

  func fullHistory() async -> String? { await thread.perform { [self] in run.fullHistory } }
}
