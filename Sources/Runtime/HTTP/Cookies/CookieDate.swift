import Glibc

/// The dates of Expires attributes: RFC 9110's three forms and what Python's `http.cookiejar` takes beside them.
enum CookieDate {
  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
  private static let days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

  /// The time in seconds since 1970; nil when the text is no date.
  static func parse(_ text: String) -> Int? {
    var scanner = Scanner(Array(text.lowercased().utf8))
    scanner.skipBlanks()
    scanner.skipWeekday(days)
    guard let day = scanner.number(1...2), scanner.skipSeparator(), let month = month(&scanner),
      scanner.skipSeparator(), let year = scanner.number(1...9)
    else { return nil }
    var clock = (hour: 0, minute: 0, second: 0)
    let beforeClock = scanner
    if scanner.skipBlanks() || scanner.skip(":"), let hour = scanner.number(2...2), scanner.skip(":"),
      let minute = scanner.number(2...2)
    {
      clock = (hour, minute, 0)
      let beforeSecond = scanner
      if scanner.skip(":"), let second = scanner.number(2...2) { clock.second = second } else { scanner = beforeSecond }
    } else {
      scanner = beforeClock
    }
    scanner.skipBlanks()
    guard let offset = scanner.zone() else { return nil }
    scanner.skipBlanks()
    scanner.skipComment()
    scanner.skipBlanks()
    guard scanner.isAtEnd else { return nil }
    return seconds(day, month, fullYear(year), clock).map { $0 - offset }
  }

  private static func month(_ scanner: inout Scanner) -> Int? {
    if let number = scanner.number(1...2) { return (1...12).contains(number) ? number : nil }
    return months.firstIndex(of: scanner.word()).map { $0 + 1 }
  }

  /// A year of two or three digits is the one nearest to now.
  private static func fullYear(_ year: Int) -> Int {
    guard year < 1000 else { return year }
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    let current = Int(parts.tm_year) + 1900
    let guess = year + current - current % 100
    let distance = current % 100 - year
    if abs(distance) <= 50 { return guess }
    return distance > 0 ? guess + 100 : guess - 100
  }

  private static func seconds(_ day: Int, _ month: Int, _ year: Int, _ clock: (hour: Int, minute: Int, second: Int))
    -> Int?
  {
    guard (1970...9999).contains(year), (1...31).contains(day), clock.hour <= 24, clock.minute <= 59,
      clock.second <= 61
    else { return nil }
    // Days since 1970 of a civil date, with years that begin in March so that leap days come last.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    return days * 86_400 + clock.hour * 3600 + clock.minute * 60 + clock.second
  }

  private struct Scanner {
    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { at == bytes.count }
    private var next: UInt8 { at < bytes.count ? bytes[at] : 0 }

    @discardableResult
    mutating func skipBlanks() -> Bool {
      let start = at
      while at < bytes.count, Bytes.isSpace(bytes[at]) { at += 1 }
      return at > start
    }

    mutating func skip(_ character: Character) -> Bool {
      guard let value = character.asciiValue, next == value else { return false }
      at += 1
      return true
    }

    mutating func skipSeparator() -> Bool { skipBlanks() || skip("-") || skip("/") }

    mutating func skipWeekday(_ names: [String]) {
      guard names.contains(where: { bytes[at...].starts(with: $0.utf8) }) else { return }
      _ = word()
      _ = skip(",")
      skipBlanks()
    }

    mutating func word() -> String {
      let start = at
      while (97...122).contains(next) { at += 1 }
      return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    mutating func number(_ digits: ClosedRange<Int>) -> Int? {
      let start = at
      var value = 0
      while at - start < digits.upperBound, next &- 48 < 10 {
        value = value * 10 + Int(next &- 48)
        at += 1
      }
      if at - start >= digits.lowerBound { return value }
      at = start
      return nil
    }

    /// The seconds that a time zone is ahead of UTC; 0 when there is none, nil when it isn't known.
    mutating func zone() -> Int? {
      let isNegative = next == UInt8(ascii: "-")
      if isNegative || next == UInt8(ascii: "+") { at += 1 }
      let start = at
      if let number = number(2...4) {
        let offset = at - start > 2 ? number / 100 * 3600 + number % 100 * 60 : number * 3600
        return isNegative ? -offset : offset
      }
      if isNegative { return nil }
      return ["", "gmt", "utc", "ut", "z"].contains(word()) ? 0 : nil
    }

    mutating func skipComment() {
      guard skip("(") else { return }
      while at < bytes.count, next != UInt8(ascii: ")") { at += 1 }
      _ = skip(")")
    }
  }
}
