import Glibc

/// A refusal of the operating system.
public struct SystemFault: Error {
  /// What did not work and why, for people.
  public let text: String

  /// Creates a fault from what did not work and `errno`.
  init(_ what: String) { self.init(text: "\(what): \(String(cString: strerror(errno)))") }

  /// Creates a fault from its text.
  init(text: String) { self.text = text }
}
