import Lang

/// A user class of a spec.
final class UserClass {
  /// The class as a Python value, pinned by the load test that holds it.
  let value: Value
  let name: String
  /// The users of this class that are alive, in the order in which they were started.
  var users: [UserRun] = []

  init(_ value: Value) {
    self.value = value
    name = ClassObject.cls(value).name
  }

  /// What the dispatcher needs to know.
  func info() throws(Raised) -> UserClassInfo {
    let weight = try Attributes.get(value, "weight")
    let fixedCount = try Attributes.get(value, "fixed_count")
    let host = try Attributes.get(value, "host")
    let share: Double
    if weight.isFloat {
      share = weight.double
    } else if let int = Integer.int(weight) {
      share = Double(int)
    } else {
      throw raise(.typeError, "the weight of user class \(name) must be a number, not '\(Types.name(weight))'")
    }
    guard let fixed = Integer.int(fixedCount), fixed >= 0 else {
      throw raise(.typeError, "the fixed_count of user class \(name) must be an int of at least 0")
    }
    return UserClassInfo(
      name: name, weight: share, fixedCount: fixed, host: host.isKind(.str) ? Str.swift(host) : nil)
  }

  /// Whether a value of a spec's module is a user class to run: a subclass of `User` that isn't abstract.
  static func isRunnable(_ value: Value) throws(Raised) -> Bool {
    guard value.isKind(.class), ClassObject.cls(value).isSubclass(of: SpecDefaults.shared.userClass) else {
      return false
    }
    return try !Operations.truth(Attributes.get(value, "abstract"))
  }
}
