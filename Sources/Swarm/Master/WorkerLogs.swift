import Runtime

/// The last lines of what workers have logged, those of workers that are gone included.
struct WorkerLogs {
  /// How many lines of a worker are kept.
  private static let mostLines = 200
  /// How long a line may be, in characters.
  private static let longestLine = 2000
  /// Of how many workers lines are kept.
  private static let mostWorkers = 2000

  /// The lines by the workers' names, the oldest first.
  private(set) var lines: [String: [String]] = [:]

  /// Takes a `logs` message, which has all of the worker's last lines.
  mutating func take(_ message: Message) {
    guard let sent = message.data["logs"]?.elements else { return }
    guard lines[message.node] != nil || lines.count < WorkerLogs.mostWorkers else { return }
    lines[message.node] = sent.suffix(WorkerLogs.mostLines).compactMap(\.text).map {
      $0.utf8.count > WorkerLogs.longestLine ? String($0.prefix(WorkerLogs.longestLine)) : $0
    }
  }
}
