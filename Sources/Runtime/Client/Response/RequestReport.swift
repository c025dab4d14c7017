import Glibc
import Lang

/// Counting finished requests and telling a spec's listeners of them.
enum RequestReport {
  /// Reports a response, by its status or by the verdict that a spec has given.
  static func report(_ value: Value, _ state: ResponseState) throws(Raised) {
    let exception = try outcome(value, state)
    if !state.meta.isNone { return try reportEdited(state, exception) }
    if let statistics = LoadTest.current?.statistics {
      let entry = EntryCache.entry(method: state.method, name: state.name, of: statistics)
      entry.record(nanoseconds: state.nanoseconds, length: state.length, at: state.ended)
      if let response = state.response { entry.record(response.timing) }
      if let lateness = UserRun.current?.lateness { entry.record(nanoseconds: state.nanoseconds, lateness) }
      if !exception.isNone { statistics.recordFailure(entry, error: text(exception), at: state.ended) }
    }
    if SpecEvents.shared.hasRequestListeners {
      try SpecEvents.shared.notifyRequest(try arguments(value, state, exception))
    }
  }

  /// The exception that makes the request a failure; `None` for a success.
  private static func outcome(_ value: Value, _ state: ResponseState) throws(Raised) -> Value {
    switch state.verdict {
    case .success: return .none
    case .failure: return state.verdictError
    case .none:
      if state.isFast { return state.error.isNone ? try FastExceptions.badStatus(state) ?? .none : state.error }
      if !state.error.isNone { return RequestExceptions.shared.reported(state.error) }
      guard state.status >= 400 else { return .none }
      // The text names the request, not its URL: failures of one name are one row.
      return RequestExceptions.shared.httpError(
        state.status, state.reason ?? "", url: Str.swift(try Text.str(state.name)), response: value)
        ?? .none
    }
  }

  /// An exception as the error report shows it.
  static func text(_ exception: Value) -> String {
    do throws(Raised) { return Str.swift(try Text.repr(exception)) } catch { return Types.name(exception) }
  }

  /// The keyword arguments of the `request` event.
  static func arguments(_ value: Value, _ state: ResponseState, _ exception: Value) throws(Raised) -> Value {
    let dict = Dict.make()
    Dict.set(dict, "request_type", state.method)
    Dict.set(dict, "response_time", Value(Double(state.nanoseconds) / 1e6))
    Dict.set(dict, "name", state.name)
    Dict.set(dict, "context", try context(state))
    Dict.set(dict, "response", value)
    Dict.set(dict, "exception", exception)
    Dict.set(dict, "start_time", Value(wallStart(state)))
    Dict.set(dict, "url", Str.make(state.firstURL))
    Dict.set(dict, "response_length", Integer.make(state.length))
    return dict
  }

  private static func wallStart(_ state: ResponseState) -> Double {
    let now = EventLoop.now
    let began = state.ended &- state.nanoseconds
    return Double(Library.clock.wall()) / 1e9 - Double(now &- began) / 1e9
  }

  /// `user.context()` with what the call gave on top.
  private static func context(_ state: ResponseState) throws(Raised) -> Value {
    let merged = Dict.make()
    if !state.user.isNone {
      let own = try Call.callMethod(state.user, SpecNames.shared.context)
      if own.isKind(.dict) { for (key, value) in Dict.pairs(own) { try Dict.set(merged, key, value) } }
    }
    if state.context.isKind(.dict) {
      for (key, value) in Dict.pairs(state.context) { try Dict.set(merged, key, value) }
    }
    return merged
  }

  /// Reports what a spec has made of `response.request_meta`.
  private static func reportEdited(_ state: ResponseState, _ exception: Value) throws(Raised) {
    Dict.set(state.meta, "exception", exception)
    try count(state.meta)
    if SpecEvents.shared.hasRequestListeners { try SpecEvents.shared.notifyRequest(state.meta) }
  }

  /// Counts a request that a spec reports by itself: the arguments of `events.request.fire(…)`.
  static func count(_ arguments: Value) throws(Raised) {
    guard let statistics = LoadTest.current?.statistics else { return }
    let method = Str.swift(try Text.str(Dict.get(arguments, "request_type") ?? Str.empty))
    let name = Str.swift(try Text.str(Dict.get(arguments, "name") ?? Str.empty))
    let entry = statistics.entry(method: method, name: name)
    let now = EventLoop.now
    let length = bytes(Dict.get(arguments, "response_length"))
    if let time = try milliseconds(Dict.get(arguments, "response_time")) {
      entry.record(nanoseconds: UInt64(min(max(0, time), longest) * 1e6), length: length, at: now)
    } else {
      entry.recordWithoutTime(length: length, at: now)
    }
    let exception = Dict.get(arguments, "exception") ?? .none
    if try exception.isGiven() {
      let error = exception.isKind(.str) ? Str.swift(exception) : text(exception)
      statistics.recordFailure(entry, error: error, at: now)
    }
  }

  /// The longest time that a spec can report, in ms, some 30 years; some report points in time by mistake.
  private static let longest = 1e12

  /// A length that a spec reports: at least 0, and small enough to be added up.
  private static func bytes(_ value: Value?) -> Int {
    guard let value else { return 0 }
    let most = 1e15
    let length = value.isFloat ? value.double.rounded() : Integer.int(value).map(Double.init) ?? 0
    return length > 0 ? Int(min(length, most)) : 0
  }

  private static func milliseconds(_ value: Value?) throws(Raised) -> Double? {
    guard let value, !value.isNone else { return nil }
    if value.isFloat { return value.double }
    if let int = Integer.int(value) { return Double(int) }
    throw raise(.typeError, "response_time is a number of milliseconds, not '\(Types.name(value))'")
  }
}

/// The statistics entries used last, found by the bytes of method and name without making a Swift text of them.
enum EntryCache {
  private struct Slot {
    var method: [UInt8] = []
    var name: [UInt8] = []
    var entry: RequestEntry?
  }

  private static let size = 256
  private nonisolated(unsafe) static let slots: UnsafeMutablePointer<Slot> = {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: size)
    slots.initialize(repeating: Slot(), count: size)
    return slots
  }()

  /// The entry of a method and a name, both texts.
  static func entry(method: Value, name: Value, of statistics: Statistics) -> RequestEntry {
    let methodBytes = Str.bytes(method)
    let nameBytes = Str.bytes(name)
    var hash = UInt(nameBytes.count) &+ UInt(methodBytes.count) &* 31
    // Names differ at their ends; a few bytes tell most of them apart.
    for byte in nameBytes.suffix(8) { hash = hash &* 31 &+ UInt(byte) }
    if let first = methodBytes.first { hash = hash &* 31 &+ UInt(first) }
    let slot = slots + Int(hash % UInt(size))
    if let entry = slot.pointee.entry, entry.statistics === statistics, equal(slot.pointee.name, nameBytes),
      equal(slot.pointee.method, methodBytes)
    {
      return entry
    }
    let entry = statistics.entry(method: Str.swift(method), name: Str.swift(name))
    slot.pointee = Slot(method: Array(methodBytes), name: Array(nameBytes), entry: entry)
    return entry
  }

  @inline(__always)
  private static func equal(_ known: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard known.count == bytes.count else { return false }
    return known.withUnsafeBufferPointer { known in
      guard let left = known.baseAddress, let right = bytes.baseAddress else { return true }
      return memcmp(left, right, known.count) == 0
    }
  }
}
