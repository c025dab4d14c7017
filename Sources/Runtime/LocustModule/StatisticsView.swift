import Lang

/// `environment.stats` and its entries: a view of the process's statistics, read when asked.
final class StatisticsView: Payload {
  /// What is measured where no test runs: `run_single_user`, and a spec's module level.
  nonisolated(unsafe) static let beforeLoading: Statistics? = Statistics()

  private static func statistics() -> Statistics? { LoadTest.current?.statistics ?? beforeLoading }
  nonisolated(unsafe) private static var cls: Class?

  /// The classes of `environment.stats`, its entries and its failures, as `locust.stats` has them.
  static var classes: Value {
    Tuple.make([(cls ?? define()).value, EntryView.define().value, FailureView.define().value])
  }

  /// `environment.stats`
  static func make() -> Value { Native.make(cls ?? define(), StatisticsView()) }

  private static func define() -> Class {
    let cls = Types.define("RequestStats", module: "locust.stats")
    self.cls = cls
    let entryClass = EntryView.define()
    func entry(_ entry: RequestEntry) -> Value { Native.make(entryClass, EntryView(entry)) }
    cls.property(
      "total", get: { (_) throws(Raised) -> Value in statistics().map { entry($0.total) } ?? .none })
    cls.property(
      "entries",
      get: { (_) throws(Raised) -> Value in
        let dict = Dict.make()
        for item in statistics()?.entries ?? [] {
          try Dict.set(dict, Tuple.make(Str.make(item.key.name), Str.make(item.key.method)), entry(item))
        }
        return dict
      })
    cls.property(
      "errors",
      get: { (_) throws(Raised) -> Value in
        let dict = Dict.make()
        for failure in statistics()?.failures ?? [] {
          let view = Native.make(FailureView.define(), FailureView(failure))
          try Dict.set(dict, failure.identifier(), view)
        }
        return dict
      })
    for (name, read) in [
      ("start_time", { Value($0.startTime) }), ("history", { _ in List.make() }),
      ("last_request_timestamp", { $0.lastRequestTimestamp.map { Value($0) } ?? .none }),
    ] as [(String, (Statistics) -> Value)] {
      cls.property(name, get: { (_) throws(Raised) -> Value in statistics().map(read) ?? .none })
    }
    addLogging(cls)
    for (name, read) in [
      ("num_requests", { $0.requests }), ("num_failures", { $0.failures }),
      ("num_none_requests", { $0.requestsWithoutTime }),
    ] as [(String, (RequestEntry) -> Int)] {
      cls.property(
        name, get: { (_) throws(Raised) -> Value in Integer.make(statistics().map { read($0.total) } ?? 0) })
    }
    cls.method("get", "self, name, method") { (a) throws(Raised) -> Value in
      guard let statistics = statistics() else { return .none }
      return entry(statistics.entry(method: Str.swift(try Text.str(a[2])), name: Str.swift(try Text.str(a[1]))))
    }
    cls.method("serialize_stats", "self") { (_) throws(Raised) -> Value in
      let list = List.make()
      for item in statistics()?.entries ?? [] where item.requests > 0 || item.failures > 0 {
        List.append(list, try EntryView.serialize(entry(item)))
      }
      return list
    }
    cls.method("serialize_errors", "self") { (_) throws(Raised) -> Value in
      let dict = Dict.make()
      for failure in statistics()?.failures ?? [] {
        let view = Native.make(FailureView.define(), FailureView(failure))
        try Dict.set(dict, failure.identifier(), try FailureView.dictionary(view))
      }
      return dict
    }
    for name in ["reset_all", "clear_all"] {
      cls.method(name, "self") { (_) throws(Raised) -> Value in
        if name == "reset_all" { statistics()?.reset() } else { statistics()?.clear() }
        return .none
      }
    }
    return cls
  }

  /// Entries of a spec's own: `environment.stats.log_request(…)` and `log_error(…)`.
  private static func addLogging(_ cls: Class) {
    cls.method("log_request", "self, method, name, response_time, content_length") { (a) throws(Raised) -> Value in
      let arguments = Dict.make()
      for (index, key) in ["request_type", "name", "response_time", "response_length"].enumerated() {
        Dict.set(arguments, key, a[index + 1])
      }
      try RequestReport.count(arguments)
      return .none
    }
    cls.method("log_error", "self, method, name, error") { (a) throws(Raised) -> Value in
      guard let statistics = statistics() else { return .none }
      let entry = statistics.entry(method: Str.swift(try Text.str(a[1])), name: Str.swift(try Text.str(a[2])))
      let error = a[3].isKind(.str) ? Str.swift(a[3]) : RequestReport.text(a[3])
      statistics.recordFailure(entry, error: error, at: EventLoop.now)
      return .none
    }
  }

  /// `environment.runner.exceptions`: what has left tasks, by a number.
  static func exceptions() throws(Raised) -> Value {
    let all = Dict.make()
    for (index, row) in (statistics()?.exceptions ?? []).enumerated() {
      let item = Dict.make()
      Dict.set(item, "count", Integer.make(row.count))
      Dict.set(item, "msg", Str.make(row.message))
      Dict.set(item, "traceback", Str.make(row.traceback))
      let nodes = PySet.make()
      for node in row.nodes { _ = try PySet.insert(nodes, Str.make(node)) }
      Dict.set(item, "nodes", nodes)
      try Dict.set(all, Integer.make(index), item)
    }
    return all
  }
}

/// One row, as `locust.stats.StatsEntry`.
final class EntryView: Payload {
  private let entry: RequestEntry

  init(_ entry: RequestEntry) { self.entry = entry }

  nonisolated(unsafe) private static var cls: Class?

  /// What `serialize` gives, in the order in which Locust has it.
  private static let serialized = [
    "name", "method", "last_request_timestamp", "start_time", "num_requests", "num_none_requests", "num_failures",
    "total_response_time", "max_response_time", "min_response_time", "total_content_length", "response_times",
    "num_reqs_per_sec", "num_fail_per_sec",
  ]

  /// An entry as a dict of plain values.
  static func serialize(_ value: Value) throws(Raised) -> Value {
    let dict = Dict.make()
    for name in serialized { Dict.set(dict, name, try Attributes.get(value, name)) }
    return dict
  }

  /// A figure, as an int where it is the whole number that Locust has an int for.
  private static func figure(_ value: Double, orWhole whole: Int) -> Value {
    value == Double(whole) ? Integer.make(whole) : Value(value)
  }

  static func define() -> Class {
    if let cls { return cls }
    let cls = Types.define("StatsEntry", module: "locust.stats")
    self.cls = cls
    let readings: [(String, (RequestEntry) -> Value)] = [
      ("name", { Str.make($0.key.name) }), ("method", { Str.make($0.key.method) }),
      ("num_requests", { Integer.make($0.requests) }), ("num_failures", { Integer.make($0.failures) }),
      ("num_none_requests", { Integer.make($0.requestsWithoutTime) }),
      ("total_response_time", { Value($0.totalResponseTime) }),
      ("min_response_time", { $0.minResponseTime.map { Value($0) } ?? .none }),
      ("max_response_time", { figure($0.maxResponseTime, orWhole: 0) }),
      ("avg_response_time", { Value($0.averageResponseTime) }),
      ("median_response_time", { figure($0.medianResponseTime, orWhole: $0.percentile(0.5)) }),
      ("fail_ratio", { Value($0.failRatio) }),
      ("total_content_length", { Integer.make($0.contentLength) }),
      ("avg_content_length", { Value($0.averageContentLength) }), ("total_rps", { Value($0.totalRPS) }),
      ("current_rps", { Value($0.currentRPS) }), ("total_fail_per_sec", { Value($0.totalFailuresPerSecond) }),
      ("current_fail_per_sec", { Value($0.currentFailuresPerSecond) }), ("start_time", { Value($0.startTime) }),
      ("last_request_timestamp", { $0.lastRequestTimestamp.map { Value($0) } ?? .none }),
    ]
    for (name, read) in readings {
      cls.reading(name, of: EntryView.self) { (view) throws(Raised) -> Value in read(view.entry) }
    }
    cls.property(
      "response_times",
      get: { (value) throws(Raised) -> Value in
        let dict = Dict.make()
        for (time, count) in Native.payload(value, as: EntryView.self)?.entry.responseTimes ?? [:] {
          try Dict.set(dict, Integer.make(time), Integer.make(count))
        }
        return dict
      })
    cls.method("serialize", "self") { (a) throws(Raised) -> Value in try serialize(a[0]) }
    for name in ["get_response_time_percentile", "get_current_response_time_percentile"] {
      cls.method(name, "self, percent") { (a) throws(Raised) -> Value in
        guard let view = Native.payload(a[0], as: EntryView.self) else { return .none }
        let share = a[1].isFloat ? a[1].double : Double(try Operations.index(a[1]))
        return Integer.make(view.entry.percentile(share))
      }
    }
    for (name, read) in [
      ("num_reqs_per_sec", { $0.requestsPerSecond }), ("num_fail_per_sec", { $0.failuresPerSecond }),
    ] as [(String, (EntryReport) -> SecondCounts)] {
      cls.property(
        name,
        get: { (value) throws(Raised) -> Value in
          let dict = Dict.make()
          guard let view = Native.payload(value, as: EntryView.self) else { return dict }
          for second in read(view.entry.report).seconds {
            try Dict.set(dict, Integer.make(Int(second.second)), Integer.make(Int(second.count)))
          }
          return dict
        })
    }
    return cls
  }
}

/// One failure, as `locust.stats.StatsError`.
final class FailureView: Payload {
  private let failure: FailureRow

  init(_ failure: FailureRow) { self.failure = failure }

  nonisolated(unsafe) private static var cls: Class?

  static func define() -> Class {
    if let cls { return cls }
    let cls = Types.define("StatsError", module: "locust.stats")
    self.cls = cls
    let readings: [(String, (FailureRow) -> Value)] = [
      ("method", { Str.make($0.key.method) }), ("name", { Str.make($0.key.name) }), ("error", { Str.make($0.error) }),
      ("occurrences", { Integer.make($0.occurrences) }), ("first_seen", { Value($0.firstSeen) }),
      ("last_seen", { Value($0.lastSeen) }),
    ]
    for (name, read) in readings {
      cls.reading(name, of: FailureView.self) { (view) throws(Raised) -> Value in read(view.failure) }
    }
    cls.method("to_name", "self") { (a) throws(Raised) -> Value in
      guard let failure = Native.payload(a[0], as: FailureView.self)?.failure else { return .none }
      return Str.make("\(failure.key.method) \(failure.key.name): \(failure.shownError)")
    }
    for name in ["to_dict", "serialize"] {
      cls.method(name, "self") { (a) throws(Raised) -> Value in try dictionary(a[0]) }
    }
    return cls
  }

  /// A failure as a dict of plain values.
  static func dictionary(_ value: Value) throws(Raised) -> Value {
    let dict = Dict.make()
    for name in ["method", "name", "error", "occurrences", "first_seen", "last_seen"] {
      Dict.set(dict, name, try Attributes.get(value, name))
    }
    return dict
  }
}

extension FailureRow {
  /// What it is known by in `environment.stats.errors`: Locust's digest of what it is of.
  fileprivate func identifier() throws(Raised) -> Value {
    let text = "\(key.method).\(key.name).\(Str.swift(try Text.repr(Str.make(error))))"
    guard let hashes = try Library.load("hashlib"), let sha256 = hashes["sha256"] else { return Str.make(text) }
    let digest = try Call.call(sha256, with: BytesValue.make(Array(text.utf8)))
    return try Call.call(try Attributes.get(digest, "hexdigest"))
  }
}
