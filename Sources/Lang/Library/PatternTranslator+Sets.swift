/// Character sets and what begins with a backslash.
extension PatternTranslator {
  /// What an escape means.
  enum Escape {
    case literal(UInt32)
    /// A kind of characters by its letter: `d`, `S` …
    case kind(UInt8)
    /// A place: `A`, `Z`, `b` or `B`.
    case place(UInt8)
    case group(Int)
  }

  private static let ascii: [UInt8: String] = [
    UInt8(ascii: "d"): "0-9", UInt8(ascii: "s"): " \\t-\\r", UInt8(ascii: "w"): "0-9A-Za-z_",
  ]

  /// What doubled characters in a set may mean one day.
  private static let operations: [UInt8: String] = [
    UInt8(ascii: "-"): "difference", UInt8(ascii: "&"): "intersection", UInt8(ascii: "~"): "symmetric difference",
    UInt8(ascii: "|"): "union",
  ]

  /// Issues the warnings that Python issues: sets that look like sets within sets or like operations on them, and odd
  /// names of groups.
  func issueWarnings() throws(Raised) {
    guard !warnings.isEmpty, let warn = try Library.load("warnings")?["warn"] else { return }
    for (text, category) in warnings { _ = try Call.call(warn, Str.make(text), category.cls.value) }
  }

  /// Notes a set that may mean something else one day.
  private mutating func warn(_ what: String, _ place: Int) {
    warnings.append(("Possible \(what) at position \(position(place))", .futureWarning))
  }

  /// The index in characters of a place.
  func position(_ place: Int) -> Int {
    isText ? String(decoding: source[..<place], as: UTF8.self).unicodeScalars.count : place
  }

  /// What a kind of characters is in a set; nil for one that can only be written as a set of its own.
  private func members(_ kind: UInt8) -> String? {
    let isNegated = kind < 97
    guard isText else { return "\\" + String(Character(UnicodeScalar(kind))) }
    if isASCII {
      switch kind {
      case UInt8(ascii: "D"): return "\\x{0}-/:-\\x{10ffff}"
      case UInt8(ascii: "W"): return "\\x{0}-/:-@\\[-\\^`{-\\x{10ffff}"
      case UInt8(ascii: "S"): return "\\x{0}-\\x{8}\\x{e}-\\x{1f}!-\\x{10ffff}"
      default: return PatternTranslator.ascii[kind]
      }
    }
    let letter = String(Character(UnicodeScalar(kind)))
    // Python counts four separators of old as space.
    return kind | 32 == UInt8(ascii: "s") ? isNegated ? nil : "\\s\\x{1c}-\\x{1f}" : "\\" + letter
  }

  /// `[…]`
  mutating func readSet() throws(Raised) {
    let start = index
    index += 1
    if peek() == UInt8(ascii: "[") { warn("nested set", index) }
    let isNegated = match(UInt8(ascii: "^"))
    // Kinds that need a set of their own stand beside the set.
    var beside: [String] = []
    let outputStart = output.count
    emit(isNegated ? "[^" : "[")
    let bodyStart = output.count
    var isFirst = true
    while true {
      guard index < source.count else { throw error("unterminated character set", start) }
      if !isFirst, match(UInt8(ascii: "]")) { break }
      let first = index
      if !isFirst, peek(1) == peek(), let operation = PatternTranslator.operations[peek()] {
        warn("set \(operation)", first)
      }
      isFirst = false
      let low = try readMember(start)
      guard match(UInt8(ascii: "-")) else {
        emitMember(low, &beside)
        continue
      }
      guard index < source.count else { throw error("unterminated character set", start) }
      if match(UInt8(ascii: "]")) {
        emitMember(low, &beside)
        emit("\\-")
        break
      }
      if peek() == UInt8(ascii: "-") { warn("set difference", index - 1) }
      let high = try readMember(start)
      guard case .literal(let from) = low, case .literal(let to) = high, from <= to else {
        let shown =
          isText
          ? String(decoding: source[first..<index], as: UTF8.self)
          : String(String.UnicodeScalarView(source[first..<index].map { UnicodeScalar($0) }))
        throw error("bad character range \(shown)", first)
      }
      emitRange(from, to)
      emitOtherCases(from, to)
    }
    let isBodyEmpty = output.count == bodyStart
    output.append(UInt8(ascii: "]"))
    if isBodyEmpty, beside.isEmpty {
      output.removeSubrange(outputStart...)
      return emit(isNegated ? "[\\s\\S]" : "(?!)")
    }
    guard !beside.isEmpty else { return }
    let set = isBodyEmpty ? "" : String(decoding: output[outputStart...], as: UTF8.self)
    output.removeSubrange(outputStart...)
    let parts = (set.isEmpty ? [] : [set]) + beside
    emit(
      isNegated
        ? "(?:(?!\(beside.joined(separator: "|")))\(set.isEmpty ? "[\\s\\S]" : set))"
        : "(?:\(parts.joined(separator: "|")))")
  }

  /// Writes what a range has in other cases, where PCRE2 doesn't see to it.
  private mutating func emitOtherCases(_ from: UInt32, _ to: UInt32) {
    guard isText, isIgnoringCase else { return }
    if isASCII {
      for (first, last) in [(UInt32(65), UInt32(90)), (97, 122)] where max(from, first) <= min(to, last) {
        emitRange(max(from, first) ^ 32, min(to, last) ^ 32)
      }
      return
    }
    for letters in PatternTranslator.sameLetters where letters.contains(where: { from <= $0 && $0 <= to }) {
      for letter in letters { emitLiteral(letter) }
    }
  }

  /// Writes a range without the halves of characters, which no text that PCRE2 takes has.
  private mutating func emitRange(_ from: UInt32, _ to: UInt32) {
    let halves: ClosedRange<UInt32> = 0xD800...0xDFFF
    let low = isText && halves ~= from ? halves.upperBound + 1 : from
    let high = isText && halves ~= to ? halves.lowerBound - 1 : to
    guard low <= high else { return }
    emitLiteral(low)
    if low == high { return }
    output.append(UInt8(ascii: "-"))
    emitLiteral(high)
  }

  private mutating func readMember(_ start: Int) throws(Raised) -> Escape {
    guard source[index] == UInt8(ascii: "\\") else { return .literal(readCharacter()) }
    return try escape(inSet: true)
  }

  private mutating func emitMember(_ member: Escape, _ beside: inout [String]) {
    switch member {
    case .literal(let code):
      emitRange(code, code)
      emitOtherCases(code, code)
    case .kind(let kind):
      if let text = members(kind) { emit(text) } else { beside.append("[^\\s\\x{1c}-\\x{1f}]") }
    case .place, .group: break
    }
  }

  /// Reads an escape outside sets.
  mutating func readEscape() throws(Raised) -> (Width, Item) {
    let start = index
    switch try escape(inSet: false) {
    case .literal(let code): emitCharacter(code)
    case .kind(let kind):
      if let text = members(kind) { emit("[\(text)]") } else { emit("[^\\s\\x{1c}-\\x{1f}]") }
    case .group(let number): return (try reference(number, start), .other)
    case .place(let letter):
      let word = "[0-9A-Za-z_]"
      switch letter {
      case UInt8(ascii: "Z"): emit("\\z")
      case UInt8(ascii: "A"): emit("\\A")
      case UInt8(ascii: "b"):
        emit(isText && isASCII ? "(?:(?<=\(word))(?!\(word))|(?<!\(word))(?=\(word)))" : "\\b")
      default:
        // In an empty text there is no place that is no boundary.
        let plain = isText && isASCII ? "(?:(?<=\(word))(?=\(word))|(?<!\(word))(?!\(word)))" : "\\B"
        emit("(?:(?!\\A\\z)\(plain))")
      }
      return (Width(), .anchor)
    }
    return (.one, .other)
  }

  private static let plainEscapes: [UInt8: UInt32] = [
    UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13,
    UInt8(ascii: "t"): 9, UInt8(ascii: "v"): 11,
  ]

  private mutating func escape(inSet: Bool) throws(Raised) -> Escape {
    let start = index
    index += 1
    guard index < source.count else { throw error("bad escape (end of pattern)", start) }
    let letter = source[index]
    switch letter {
    case UInt8(ascii: "b") where !inSet, UInt8(ascii: "A") where !inSet, UInt8(ascii: "B") where !inSet,
      UInt8(ascii: "Z") where !inSet:
      index += 1
      return .place(letter)
    case UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "s"), UInt8(ascii: "S"), UInt8(ascii: "w"),
      UInt8(ascii: "W"):
      index += 1
      return .kind(letter)
    case UInt8(ascii: "x"): return try code(start, digits: 2)
    case UInt8(ascii: "u") where isText: return try code(start, digits: 4)
    case UInt8(ascii: "U") where isText: return try code(start, digits: 8)
    case UInt8(ascii: "N") where isText: return try named(start)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return try number(start, inSet: inSet)
    default:
      if let plain = PatternTranslator.plainEscapes[letter] {
        index += 1
        return .literal(plain)
      }
      if (letter | 32) &- 97 < 26 { throw badEscape(start, index + 1) }
      return .literal(readCharacter())
    }
  }

  private func badEscape(_ start: Int, _ end: Int) -> Raised {
    error("bad escape \(String(decoding: source[start..<end], as: UTF8.self))", start)
  }

  private mutating func code(_ start: Int, digits: Int) throws(Raised) -> Escape {
    index += 1
    var value: UInt32 = 0
    var count = 0
    while count < digits, index < source.count, let digit = Character(UnicodeScalar(source[index])).hexDigitValue {
      value = value << 4 | UInt32(digit)
      count += 1
      index += 1
    }
    guard count == digits else {
      throw error("incomplete escape \(String(decoding: source[start..<index], as: UTF8.self))", start)
    }
    guard value <= 0x10FFFF else { throw badEscape(start, index) }
    return .literal(value)
  }

  /// `\N{NAME}`
  private mutating func named(_ start: Int) throws(Raised) -> Escape {
    index += 1
    guard match(UInt8(ascii: "{")) else { throw error("missing {", index) }
    let name = try readName(until: UInt8(ascii: "}"), "character name")
    guard let scalar = UnicodeNames.scalar(name) else { throw error("undefined character name '\(name)'", start) }
    return .literal(scalar.value)
  }

  /// Octal codes, and outside sets references to groups.
  private mutating func number(_ start: Int, inSet: Bool) throws(Raised) -> Escape {
    func octals(_ most: Int) -> Int {
      (0..<most).prefix { peek($0) &- 48 < 8 && index + $0 < source.count }.count
    }
    let isZero = source[index] == UInt8(ascii: "0")
    let length = octals(3)
    if isZero || length == 3 || inSet && length > 0 {
      let text = String(decoding: source[index..<(index + length)], as: UTF8.self)
      index += length
      let value = UInt32(text, radix: 8) ?? 0
      if value > 0o377 { throw error("octal escape value \\\(text) outside of range 0-0o377", start) }
      return .literal(value)
    }
    if inSet { throw badEscape(start, index + 1) }
    let end = index + (peek(1) &- 48 < 10 ? 2 : 1)
    let group = Int(String(decoding: source[index..<end], as: UTF8.self)) ?? 0
    guard group <= groupCount else { throw error("invalid group reference \(group)", start + 1) }
    index = end
    return .group(group)
  }
}
