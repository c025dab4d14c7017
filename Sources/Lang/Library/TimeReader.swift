import Glibc

/// Reads dates and times by a format, as `strptime` does.
struct TimeReader {
  /// What was read; the year counts from 1900 when nothing says otherwise.
  private(set) var fields = tm()
  /// The part of a second.
  private(set) var microseconds = 0
  /// Whether the text told its distance from UTC, which is then in `tm_gmtoff`.
  private(set) var hasZone = false
  private var isAfternoon: Bool?
  private var rest: Substring
  private let text: String
  private let pattern: String

  /// Reads a whole text; raises `ValueError` where it doesn't fit the format.
  static func read(_ text: String, _ pattern: String) throws(Raised) -> TimeReader {
    var reader = TimeReader(text, pattern)
    try reader.run()
    return reader
  }

  private init(_ text: String, _ pattern: String) {
    self.text = text
    self.pattern = pattern
    rest = text[...]
    fields.tm_mday = 1
  }

  private func mismatch() -> Raised {
    var message = Array("time data ".utf8)
    Text.appendQuoted(Str.bytes(Str.make(text)), to: &message)
    message.append(contentsOf: " does not match format ".utf8)
    Text.appendQuoted(Str.bytes(Str.make(pattern)), to: &message)
    return raise(.valueError, String(decoding: message, as: UTF8.self))
  }

  private mutating func run() throws(Raised) {
    var directives = pattern[...]
    while let character = directives.popFirst() {
      if character == "%", let directive = directives.popFirst() {
        try read(directive)
      } else if character.isWhitespace {
        while rest.first?.isWhitespace == true { rest.removeFirst() }
      } else {
        guard rest.first?.lowercased() == character.lowercased() else { throw mismatch() }
        rest.removeFirst()
      }
    }
    if !rest.isEmpty { throw raise(.valueError, "unconverted data remains: \(rest)") }
    if let isAfternoon {
      fields.tm_hour = fields.tm_hour % 12 + (isAfternoon ? 12 : 0)
    }
  }

  private mutating func number(_ most: Int, _ range: ClosedRange<Int>) throws(Raised) -> Int {
    let digits = rest.prefix(most).prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), range.contains(number) else { throw mismatch() }
    rest.removeFirst(digits.count)
    return number
  }

  private mutating func name(_ names: [String], short: Bool) throws(Raised) -> Int {
    for (index, name) in names.enumerated() {
      let wanted = short ? String(name.prefix(3)) : name
      if rest.lowercased().hasPrefix(wanted.lowercased()) {
        rest.removeFirst(wanted.count)
        return index
      }
    }
    throw mismatch()
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static let days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  private mutating func read(_ directive: Character) throws(Raised) {
    switch directive {
    case "Y": fields.tm_year = Int32(try number(4, 0...9999) - 1900)
    case "y":
      let year = try number(2, 0...99)
      fields.tm_year = Int32(year < 69 ? year + 100 : year)
    case "m": fields.tm_mon = Int32(try number(2, 1...12) - 1)
    case "d": fields.tm_mday = Int32(try number(2, 1...31))
    case "H": fields.tm_hour = Int32(try number(2, 0...23))
    case "I":
      fields.tm_hour = Int32(try number(2, 1...12))
      if isAfternoon == nil { isAfternoon = false }
    case "M": fields.tm_min = Int32(try number(2, 0...59))
    case "S": fields.tm_sec = Int32(try number(2, 0...61))
    case "j":
      fields.tm_mday = Int32(try number(3, 1...366))
      fields.tm_mon = 0
    case "f":
      let digits = rest.prefix(6).prefix { $0.isASCII && $0.isNumber }
      guard let value = Int(digits) else { throw mismatch() }
      rest.removeFirst(digits.count)
      microseconds = (digits.count..<6).reduce(value) { value, _ in value * 10 }
    case "b", "h": fields.tm_mon = Int32(try name(TimeReader.months, short: true))
    case "B": fields.tm_mon = Int32(try name(TimeReader.months, short: false))
    case "a": fields.tm_wday = Int32(try name(TimeReader.days, short: true))
    case "A": fields.tm_wday = Int32(try name(TimeReader.days, short: false))
    case "p": isAfternoon = try name(["AM ", "PM "].map { String($0.prefix(2)) }, short: false) == 1
    case "z": try readZone()
    case "Z":
      let letters = rest.prefix { $0.isLetter }
      rest.removeFirst(letters.count)
    case "%":
      guard rest.first == "%" else { throw mismatch() }
      rest.removeFirst()
    case "D":
      for part in "m/d/y" { try readPart(part) }
    case "T":
      for part in "H:M:S" { try readPart(part) }
    case "F":
      for part in "Y-m-d" { try readPart(part) }
    default:
      throw raise(.valueError, "'\(directive)' is a bad directive in format '\(pattern)'")
    }
  }

  private mutating func readPart(_ part: Character) throws(Raised) {
    if part.isLetter { return try read(part) }
    guard rest.first == part else { throw mismatch() }
    rest.removeFirst()
  }

  private mutating func readZone() throws(Raised) {
    hasZone = true
    if rest.first == "Z" {
      rest.removeFirst()
      return
    }
    guard let sign = rest.first, sign == "+" || sign == "-" else { throw mismatch() }
    rest.removeFirst()
    let hours = try number(2, 0...23)
    if rest.first == ":" { rest.removeFirst() }
    let minutes = try number(2, 0...59)
    fields.tm_gmtoff = (hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1)
  }
}
