import Lang

/// One user of a spec, alone in this process, each of its requests told to a function.
public enum SoloRun {
  /// Runs a user until it has run its tasks, ends by itself, or `isInterrupted` says so.
  ///
  /// - Parameters:
  ///   - userClass: the name of its class.
  ///   - tasks: how many tasks it runs; nil for no end.
  public static func run(
    _ test: LoadTest, userClass: String, tasks: Int?, isInterrupted: @escaping () -> Bool,
    onRequest: @escaping (RequestNote) -> Void
  ) {
    test.tasksPerUser = tasks
    EventLoop.shared.spawn {
      test.begin(.worker(index: 0))
      do throws(Raised) { try RequestNote.listen(onRequest) } catch { return }
      test.onQuit = { _ in test.setUserCounts([:]) }
      test.start()
      test.setUserCounts([userClass: 1])
      while test.userCounts.values.contains(where: { $0 > 0 }) {
        if isInterrupted() { test.setUserCounts([:]) }
        Program.flushOutput()
        if EventLoop.shared.sleep(interval) == .interrupted { break }
      }
      test.stop(timeout: 0)
      EventLoop.shared.stop()
    }
    EventLoop.shared.run()
    Program.flushOutput()
  }

  /// How often it is looked whether the user is still there, in ns.
  private static let interval: UInt64 = 20_000_000
}
