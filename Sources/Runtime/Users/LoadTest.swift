import Lang

/// A spec that could not be loaded: syntax faults, an exception at module level, no user class.
public struct SpecFault: Error {
  /// What is wrong, where, and what to do: the rendered diagnostics or the traceback, without a final newline.
  public let text: String

  /// Creates a fault from its text.
  public init(text: String) { self.text = text }
}

/// A user class of a spec, as the dispatcher needs it.
public struct UserClassInfo: Sendable, Equatable {
  /// The class's name.
  public let name: String
  /// Its share of the users, relative to the other classes.
  public let weight: Double
  /// How many users it gets whatever the weights say; 0 for by weight.
  public let fixedCount: Int
  /// The `host` attribute of the class, if it has one.
  public let host: String?

  /// Creates a description of a class.
  public init(name: String, weight: Double, fixedCount: Int, host: String?) {
    self.name = name
    self.weight = weight
    self.fixedCount = fixedCount
    self.host = host
  }
}
