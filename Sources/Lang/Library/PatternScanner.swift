/// What `pattern.scanner(…)` gives: it finds one match after the other.
final class PatternScanner: Payload {
  private let patternValue: Value
  private let pattern: CompiledPattern
  private let subject: Value
  /// Where the next match may begin; nil once there was none.
  private var position: Int?
  private let start: Int
  private let end: Int
  private var isAfterEmpty = false

  private nonisolated(unsafe) static var cls: Class! = nil

  private init(_ patternValue: Value, _ pattern: CompiledPattern, _ subject: Value, _ start: Int, _ end: Int) {
    self.patternValue = patternValue
    self.pattern = pattern
    self.subject = subject
    self.start = start
    self.end = end
    position = start
  }

  override func trace() {
    Heap.mark(patternValue)
    Heap.mark(subject)
  }

  /// A scanner for the part of a subject between two byte offsets.
  static func make(
    _ patternValue: Value, _ pattern: CompiledPattern, _ subject: Value, _ start: Int, _ end: Int
  ) -> Value {
    Native.make(cls, PatternScanner(patternValue, pattern, subject, start, end))
  }

  private func next(_ mode: CompiledPattern.Mode) throws(Raised) -> Value {
    guard let from = position else { return .none }
    let bytes = try pattern.subject(subject)
    guard let offsets = try pattern.find(bytes, from: from, to: end, mode, notEmptyAtStart: isAfterEmpty) else {
      position = nil
      return .none
    }
    isAfterEmpty = offsets[0] == offsets[1]
    position = offsets[1]
    return PatternMatch.make(
      patternValue, pattern, subject, offsets, CompiledPattern.position(subject, start),
      CompiledPattern.position(subject, end))
  }

  /// Makes the class.
  static func define() {
    cls = Types.define("SRE_Scanner", module: "_sre")
    for (name, mode) in [("match", CompiledPattern.Mode.match), ("search", .search)] {
      cls.method(name, "self, /") { (a) throws(Raised) -> Value in
        try Native.payload(a[0], as: PatternScanner.self)?.next(mode) ?? .none
      }
    }
    cls.property(
      "pattern",
      get: { (value) throws(Raised) -> Value in Native.payload(value, as: PatternScanner.self)?.patternValue ?? .none })
  }
}
