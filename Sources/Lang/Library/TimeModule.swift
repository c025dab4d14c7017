import Glibc

/// Python's `time`, on the clock and the sleep that the host provides.
enum TimeModule {
  static func build(_ module: Namespace) throws(Raised) {
    let clocks: [(String, () -> Int)] = [
      ("time", { Library.clock.wall() }), ("monotonic", { Library.clock.monotonic() }),
      ("perf_counter", { Library.clock.monotonic() }), ("process_time", { busy(CLOCK_PROCESS_CPUTIME_ID) }),
      ("thread_time", { busy(CLOCK_THREAD_CPUTIME_ID) }),
    ]
    for (name, read) in clocks {
      module.function(name, "") { (_) throws(Raised) -> Value in Value(Double(read()) / 1e9) }
      module.function("\(name)_ns", "") { (_) throws(Raised) -> Value in Integer.make(read()) }
    }
    module.function("sleep", "seconds, /") { (a) throws(Raised) -> Value in
      let seconds: Double
      if a[0].isFloat || Integer.isInteger(a[0]) {
        seconds = try Library.double(a[0])
      } else {
        guard let index = try Call.special(a[0], .__index__) else {
          throw raise(.typeError, "'\(Types.name(a[0]))' object cannot be interpreted as an integer")
        }
        seconds = try Library.double(index)
      }
      if seconds.isNaN { throw raise(.valueError, "Invalid value NaN (not a number)") }
      if seconds < 0 { throw raise(.valueError, "sleep length must be non-negative") }
      try Library.sleep(seconds)
      return .none
    }
    for (name, isLocal) in [("localtime", true), ("gmtime", false)] {
      module.function(name, "seconds=None, /") { (a) throws(Raised) -> Value in
        make(broken(try seconds(a.optional(0)), local: isLocal))
      }
    }
    module.function("mktime", "t, /") { (a) throws(Raised) -> Value in
      var fields = try fields(a[0])
      return Value(Double(Glibc.mktime(&fields)))
    }
    module.function("strftime", "format, t=None, /") { (a) throws(Raised) -> Value in
      let given = a.optional(1)
      let time: tm
      if let given { time = try fields(given) } else { time = broken(try seconds(nil), local: true) }
      return Str.make(format(time, try Library.text(a[0], "strftime")))
    }
    for name in ["asctime", "ctime"] {
      module.function(name, "t=None, /") { (a) throws(Raised) -> Value in
        let given = a.optional(0).flatMap { $0.isNone ? nil : $0 }
        let time =
          name == "asctime" && given != nil
          ? try fields(given ?? .none) : broken(try seconds(given), local: true)
        return Str.make(format(time, "%a %b %e %H:%M:%S %Y"))
      }
    }
    tzset()
    try PythonSources.run("time", in: module)
  }

  /// Nanoseconds that the process or thread has kept a processor busy.
  private static func busy(_ clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }

  private static func seconds(_ value: Value?) throws(Raised) -> Int {
    guard let value, !value.isNone else { return Library.clock.wall() / 1_000_000_000 }
    if !value.isFloat, !value.isKind(.float) { return try Operations.index(value) }
    return Int(try Library.double(value).rounded(.down))
  }

  /// The calendar fields of a moment.
  static func broken(_ seconds: Int, local: Bool) -> tm {
    var moment = time_t(seconds)
    var fields = tm()
    if local { localtime_r(&moment, &fields) } else { gmtime_r(&moment, &fields) }
    return fields
  }

  /// Formats calendar fields by C's rules.
  static func format(_ time: tm, _ format: String) -> String {
    if format.isEmpty { return "" }
    var time = time
    var room = 256
    while room < 1 << 20 {
      let text: String? = withUnsafeTemporaryAllocation(of: CChar.self, capacity: room) { buffer in
        let count = strftime(buffer.baseAddress, room, format, &time)
        return count == 0 ? nil : String(decoding: UnsafeRawBufferPointer(buffer)[..<count], as: UTF8.self)
      }
      if let text { return text }
      room *= 4
    }
    return ""
  }

  private static func make(_ time: tm) -> Value {
    let numbers = [
      Int(time.tm_year) + 1900, Int(time.tm_mon) + 1, Int(time.tm_mday), Int(time.tm_hour), Int(time.tm_min),
      Int(time.tm_sec), (Int(time.tm_wday) + 6) % 7, Int(time.tm_yday) + 1, Int(time.tm_isdst),
    ]
    return Tuple.make(numbers.map { Value(small: $0) })
  }

  private static func fields(_ value: Value) throws(Raised) -> tm {
    guard value.isKind(.tuple), Tuple.items(value).count == 9 else {
      throw raise(.typeError, "Tuple or struct_time argument required")
    }
    let items = Tuple.items(value)
    var numbers: [Int32] = []
    for item in items { numbers.append(Int32(clamping: try Operations.index(item))) }
    var time = tm()
    time.tm_year = numbers[0] - 1900
    time.tm_mon = numbers[1] - 1
    time.tm_mday = numbers[2]
    time.tm_hour = numbers[3]
    time.tm_min = numbers[4]
    time.tm_sec = numbers[5]
    time.tm_wday = (numbers[6] + 1) % 7
    time.tm_yday = numbers[7] - 1
    time.tm_isdst = numbers[8]
    return time
  }
}
