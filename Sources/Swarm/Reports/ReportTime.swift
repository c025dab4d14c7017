import Glibc

/// Times as reports write them.
enum ReportTime {
  /// A time in s since 1970 as `2026-11-25T09:46:21Z`.
  static func iso(_ time: Double) -> String {
    guard time.isFinite, abs(time) < 1e11 else { return "" }
    return format(Int(time), "%Y-%m-%dT%H:%M:%S") + "Z"
  }

  /// A time of day here, of s since 1970: `09:46:21`.
  static func clock(_ time: Double) -> String {
    guard time.isFinite, abs(time) < 1e11 else { return "" }
    var seconds = time_t(time)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return format(parts, "%H:%M:%S")
  }

  /// A time in s since 1970 for people: `2026-11-25 09:46:21 UTC`.
  static func people(_ time: Double) -> String {
    guard time.isFinite, abs(time) < 1e11 else { return "" }
    return format(Int(time), "%Y-%m-%d %H:%M:%S") + " UTC"
  }

  /// A duration in words: `1 hour, 2 minutes and 3 seconds`.
  static func words(_ seconds: Double) -> String {
    let whole = max(0, Int(seconds.rounded()))
    let parts = [
      (whole / 86400, "day"), (whole / 3600 % 24, "hour"), (whole / 60 % 60, "minute"), (whole % 60, "second"),
    ]
    .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    guard let last = parts.last else { return "0 seconds" }
    return parts.count == 1 ? last : parts.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func format(_ seconds: Int, _ pattern: String) -> String {
    var seconds = time_t(seconds)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    return format(parts, pattern)
  }

  private static func format(_ parts: tm, _ pattern: String) -> String {
    var parts = parts
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
      strftime(buffer.baseAddress, buffer.count, pattern, &parts)
      return buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
  }
}
