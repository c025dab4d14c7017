/// What one worker has measured: request entries, failures and exceptions.
public final class Statistics {
  private var entries: [RequestKey: RequestEntry] = [:]

  /// Creates empty statistics.
  public init() {}

  /// The entry of a method and a name, made at its first use. Callers on the hot path keep it.
  public func entry(method: String, name: String) -> RequestEntry {
    let key = RequestKey(method: method, name: name)
    if let entry = entries[key] { return entry }
    let entry = RequestEntry(key: key)
    entries[key] = entry
    return entry
  }

  /// Counts a failure of a request that `RequestEntry.record` has counted.
  ///
  /// - Parameter error: the error as Locust's report shows it, such as `HTTPError('404 Client Error…')`.
  public func recordFailure(_ entry: RequestEntry, error: String) {}

  /// Counts an exception that left a task.
  ///
  /// - Parameters:
  ///   - message: `str(exception)`.
  ///   - traceback: the Python-style traceback, for grouping and for the report.
  public func recordException(message: String, traceback: String) {}
}

/// What requests are grouped by.
public struct RequestKey: Hashable, Sendable {
  /// The HTTP method, or the type that a spec reports.
  public let method: String
  /// The name, by default the path with its query.
  public let name: String
}

/// One row of the statistics.
public final class RequestEntry {
  /// What the row stands for.
  public let key: RequestKey

  init(key: RequestKey) { self.key = key }

  /// Counts one request.
  ///
  /// - Parameters:
  ///   - nanoseconds: the response time.
  ///   - length: the size of the body, in bytes.
  public func record(nanoseconds: UInt64, length: Int) {}
}
