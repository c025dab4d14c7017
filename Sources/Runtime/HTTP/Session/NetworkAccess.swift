/// Whether requests may be sent at all: they are not while a spec is only checked.
public enum NetworkAccess {
  /// Whether every connection is refused, as if the system didn't permit it.
  public nonisolated(unsafe) static var isRefused = false
  /// Whether one was.
  public internal(set) nonisolated(unsafe) static var hasRefused = false
}
