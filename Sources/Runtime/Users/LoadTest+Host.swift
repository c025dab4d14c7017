import Lang
import Logging

/// What a master tells a worker's spec before users start.
extension LoadTest {
  /// Gives all user classes another base address; nil leaves them theirs.
  public func take(host: String?) {
    guard let host else { return }
    do throws(Raised) {
      try Attributes.set(environment, Symbol("host"), Str.make(host))
      for userClass in List.items(try Attributes.get(environment, "user_classes")) {
        try Attributes.set(userClass, Symbol("host"), Str.make(host))
      }
    } catch { Logger(label: "locust.main").error("\(Program.traceback(error).trimmingEnd())") }
  }
}
