/// Where the files of a new version come from.
public enum SwapSource: Sendable, Equatable {
  /// The files on disk, as far as they have changed since they were last looked at.
  case change
  /// The files on disk as they are, in place of texts that were given.
  case disk
  /// Texts in place of the files of these paths; the other files as they were. Nothing is written to disk.
  case texts([String: String])
  /// The files of an earlier version.
  case version(Int)
}

/// A wish to change the spec.
struct SwapRequest {
  /// Who or what asks, for people.
  let cause: String
  let source: SwapSource
  /// When the change was made, on the monotonic clock in ns.
  let time: UInt64
  /// Called once: with the number of the version in use, which is the one before if nothing has changed, or with why
  /// the spec can't be used.
  let onOutcome: (Result<Int, SwapFault>) -> Void
}

/// A spec that can't be swapped.
public struct SwapFault: Error, Equatable {
  /// What is wrong, for people: rendered diagnostics, a traceback.
  public let text: String

  /// Creates a fault.
  public init(text: String) { self.text = text }
}
