import Lang
import Logging

/// A `LoadTestShape` of a spec: it says each second how many users there are to be.
public final class LoadShape {
  /// What the shape wants now.
  public struct Tick: Equatable, Sendable {
    /// The number of users.
    public var users: Int
    /// How many to start or stop a second.
    public var rate: Double
    /// The names of the classes to add users of; nil for all.
    public var classes: [String]?
    /// The arrivals that users are to serve instead of waiting for their own time; nil for none.
    public var arrivals: Arrivals?
  }

  /// Iterations that begin at a rate, however long each takes.
  public struct Arrivals: Equatable, Sendable {
    /// How many begin each second, above 0.
    public var rate: Double
    /// How many users there may be at most to serve them.
    public var mostUsers: Int

    /// Creates a plan.
    public init(rate: Double, mostUsers: Int) {
      self.rate = rate
      self.mostUsers = mostUsers
    }

    /// A worker's part of it.
    public func share(of workers: Int) -> Arrivals {
      Arrivals(rate: rate / Double(max(1, workers)), mostUsers: max(1, mostUsers / max(1, workers)))
    }
  }

  /// The name of the shape's class.
  public let name: String
  /// Whether the shape reads `-u`, `-r` and `-t` itself.
  public let usesCommonOptions: Bool
  /// The instance, pinned.
  let value: Value

  /// Makes an instance of a shape class.
  init(_ cls: Value) throws(Raised) {
    value = Heap.pin(try Call.call(cls))
    name = ClassObject.cls(cls).name
    usesCommonOptions = try Operations.truth(Attributes.get(value, "use_common_options"))
  }

  /// Whether a value of a spec's module is a shape to use: a class derived from `LoadTestShape` that isn't abstract.
  static func isShape(_ value: Value) throws(Raised) -> Bool {
    guard value.isKind(.class), let base = LocustModule.shapeClass, ClassObject.cls(value).isSubclass(of: base) else {
      return false
    }
    return try !Operations.truth(Attributes.get(value, "abstract"))
  }

  /// Begins to count the shape's time.
  public func reset() {
    do throws(Raised) { _ = try Call.call(try Attributes.get(value, "reset_time")) } catch { complain() }
  }

  /// Asks the shape. To be called on a fiber.
  ///
  /// - Returns: nil when the test is over: the shape says so, or it has raised something, which is logged.
  public func tick() -> Tick? {
    do throws(Raised) {
      let wish = try Call.call(try Attributes.get(value, "tick"))
      return wish.isNone ? nil : try read(wish)
    } catch {
      complain()
      return nil
    }
  }

  private func read(_ wish: Value) throws(Raised) -> Tick {
    let parts: [Value]
    if wish.isKind(.tuple) {
      parts = Array(Tuple.items(wish))
    } else if wish.isKind(.list) {
      parts = Array(List.items(wish))
    } else {
      throw fault("not '\(Types.name(wish))'")
    }
    guard parts.count == 2 || parts.count == 3 else { throw fault("not \(parts.count) values") }
    let users = try number(parts[0])
    let rate = try number(parts[1])
    guard users >= 0, users <= 1e9 else { throw fault("the number of users can't be \(users)") }
    guard rate > 0, rate.isFinite else { throw fault("the spawn rate can't be \(rate)") }
    var tick = Tick(users: Int(users), rate: rate, classes: nil, arrivals: nil)
    if parts.count == 3, !parts[2].isNone { tick.classes = try classes(parts[2]) }
    tick.arrivals = try arrivals()
    return tick
  }

  private func classes(_ list: Value) throws(Raised) -> [String] {
    guard list.isKind(.list) || list.isKind(.tuple) else {
      throw fault("the user classes are a list, not '\(Types.name(list))'")
    }
    let items = list.isKind(.list) ? Array(List.items(list)) : Array(Tuple.items(list))
    var names: [String] = []
    for item in items {
      guard item.isKind(.class) else { throw fault("'\(Types.name(item))' is no user class") }
      names.append(ClassObject.cls(item).name)
    }
    return names
  }

  /// What `katydid.shapes.ConstantArrivalRate` has set.
  private func arrivals() throws(Raised) -> Arrivals? {
    guard let rate = try Attributes.find(value, Symbol("arrival_rate")), !rate.isNone else { return nil }
    let most = try number(Attributes.get(value, "max_users"))
    let perSecond = try number(rate)
    guard perSecond > 0, perSecond.isFinite else { throw fault("the arrival rate can't be \(perSecond)") }
    guard most >= 1, most <= 1e9 else { throw fault("max_users can't be \(most)") }
    return Arrivals(rate: perSecond, mostUsers: Int(most))
  }

  private func number(_ value: Value) throws(Raised) -> Double {
    if value.isFloat { return value.double }
    if let int = Integer.int(value) { return Double(int) }
    throw fault("'\(Types.name(value))' is no number")
  }

  private func fault(_ problem: String) -> Raised {
    raise(
      .typeError,
      "\(name).tick() must return None, (user_count, spawn_rate) or (user_count, spawn_rate, user_classes): \(problem)")
  }

  private func complain() {
    Logger(label: "locust.runners").error("\(Program.traceback(of: Interpreter.raised).trimmingEnd())")
    LoadTest.current?.noteShapeFailure()
  }
}
