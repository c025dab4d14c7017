/// What begins with a parenthesis.
extension PatternTranslator {
  /// Reads a group; nil for a comment or global flags, which leave nothing.
  mutating func readGroup(mayBeGlobal: Bool) throws(Raised) -> (Width, Item)? {
    let start = index
    index += 1
    guard match(UInt8(ascii: "?")) else { return (try readCapture(start, name: nil), .other) }
    guard index < source.count else { throw error("unexpected end of pattern", index) }
    let letter = source[index]
    switch letter {
    case UInt8(ascii: "P"):
      index += 1
      return try readNamed(start)
    case UInt8(ascii: ":"), UInt8(ascii: ">"):
      index += 1
      emit(letter == UInt8(ascii: ":") ? "(?:" : "(?>")
      return (try readRest(start), .other)
    case UInt8(ascii: "#"):
      guard let end = source[index...].firstIndex(of: UInt8(ascii: ")")) else {
        throw error("missing ), unterminated comment", start)
      }
      index = end + 1
      return nil
    case UInt8(ascii: "="), UInt8(ascii: "!"):
      index += 1
      emit("(?")
      output.append(letter)
      _ = try readRest(start)
      return (Width(), .other)
    case UInt8(ascii: "<"): return try readLookbehind(start)
    case UInt8(ascii: "("):
      index += 1
      return (try readCondition(start), .other)
    default:
      if letter == UInt8(ascii: "-") || PatternTranslator.flag(letter) != nil {
        return try readFlags(start, mayBeGlobal: mayBeGlobal)
      }
      throw error("unknown extension ?\(character(index))", start + 1)
    }
  }

  /// Reads what a group holds and its end.
  private mutating func readRest(_ start: Int) throws(Raised) -> Width {
    let outer = (isVerbose, isASCII, isIgnoringCase)
    let width = try readAlternatives()
    (isVerbose, isASCII, isIgnoringCase) = outer
    guard match(UInt8(ascii: ")")) else { throw error("missing ), unterminated subpattern", start) }
    output.append(UInt8(ascii: ")"))
    return width
  }

  private mutating func readCapture(_ start: Int, name: String?) throws(Raised) -> Width {
    groupCount += 1
    let number = groupCount
    if let name {
      if let earlier = names.first(where: { $0.name == name }) {
        throw error(
          "redefinition of group name '\(name)' as group \(number); was group \(earlier.index)", start + 4)
      }
      names.append((name, number))
    }
    groupWidths.append(nil)
    lastInside.append(number)
    // Numbers do for everything, and PCRE2's names are limited in length and letters.
    output.append(UInt8(ascii: "("))
    let width = try readRest(start)
    groupWidths[number] = width
    lastInside[number] = groupCount
    return width
  }

  private mutating func readNamed(_ start: Int) throws(Raised) -> (Width, Item) {
    guard index < source.count else { throw error("unexpected end of pattern", index) }
    let position = index + 1
    if match(UInt8(ascii: "<")) {
      let name = try readName(until: UInt8(ascii: ">"), "group name")
      try checkName(name, position)
      return (try readCapture(start, name: name), .other)
    }
    guard match(UInt8(ascii: "=")) else { throw error("unknown extension ?P\(character(index))", start + 1) }
    let name = try readName(until: UInt8(ascii: ")"), "group name")
    try checkName(name, position)
    guard let group = names.first(where: { $0.name == name }) else {
      throw error("unknown group name '\(name)'", position)
    }
    return (try reference(group.index, position), .other)
  }

  /// Writes a reference to a group that is known.
  mutating func reference(_ group: Int, _ position: Int) throws(Raised) -> Width {
    guard let width = groupWidths[group] else { throw error("cannot refer to an open group", position) }
    try checkLookbehind(group)
    emit(isIgnoringCase && !leavesCase ? "(?i:\\g{\(group)})" : "\\g{\(group)}")
    return width
  }

  private func checkLookbehind(_ group: Int) throws(Raised) {
    if let lookbehindStart, group >= lookbehindStart {
      throw error("cannot refer to group defined in the same lookbehind subpattern", index)
    }
  }

  /// The text up to a byte, which is gone past; `what` says in errors what it is.
  mutating func readName(until end: UInt8, _ what: String) throws(Raised) -> String {
    let start = index
    guard let stop = source[min(start, source.count)...].firstIndex(of: end) else {
      if start >= source.count { throw error("missing \(what)", start) }
      throw error("missing \(String(Character(UnicodeScalar(end)))), unterminated name", start)
    }
    if stop == start { throw error("missing \(what)", start) }
    index = stop + 1
    return isText
      ? String(decoding: source[start..<stop], as: UTF8.self)
      : String(String.UnicodeScalarView(source[start..<stop].map { UnicodeScalar($0) }))
  }

  static func isName(_ name: String) -> Bool {
    name.unicodeScalars.enumerated().allSatisfy { offset, scalar in
      scalar == "_" || (offset == 0 ? scalar.properties.isXIDStart : scalar.properties.isXIDContinue)
    }
  }

  /// Checks that what is to be a group's name can be one.
  mutating func checkName(_ name: String, _ position: Int) throws(Raised) {
    guard PatternTranslator.isName(name) else { throw badName(name, position) }
    if !isText { noteName(name, position) }
  }

  /// Whether a group's name or number is written in ASCII, a number as digits alone.
  static func isPlain(_ name: String) -> Bool {
    isName(name) ? name.utf8.allSatisfy { $0 < 0x80 } : name.utf8.allSatisfy { $0 &- 48 < 10 }
  }

  /// Notes a name that later Pythons refuse: of other characters in bytes, or a number written oddly.
  private mutating func noteName(_ name: String, _ place: Int) {
    if PatternTranslator.isPlain(name) { return }
    warnings.append(
      (
        "bad character in group name \(PatternTranslator.shown(name, ascii: !isText)) at position \(position(place))",
        .deprecationWarning
      ))
  }

  /// A name as `repr` or `ascii` shows it.
  static func shown(_ name: String, ascii: Bool) -> String {
    do throws(Raised) {
      let text = Str.swift(try Text.repr(Str.make(name)))
      if !ascii { return text }
      return text.unicodeScalars.map { scalar in
        if scalar.value < 0x80 { return String(scalar) }
        let digits = String(scalar.value, radix: 16)
        let (mark, width) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
        return "\\" + mark + String(repeating: "0", count: width - digits.count) + digits
      }.joined()
    } catch { return name }
  }

  private func badName(_ name: String, _ position: Int) -> Raised {
    error("bad character in group name \(PatternTranslator.shown(name, ascii: !isText))", position)
  }

  /// The number that the name of a group is, read as `int` reads it; nil for one that is none.
  static func number(_ name: String) -> Int? {
    do throws(Raised) {
      let value = Integer.int(try NumberTypes.toInt(Str.make(name)))
      return value.flatMap { $0 >= 0 ? $0 : nil }
    } catch { return nil }
  }

  private mutating func readLookbehind(_ start: Int) throws(Raised) -> (Width, Item) {
    index += 1
    guard index < source.count else { throw error("unexpected end of pattern", index) }
    let sign = source[index]
    guard sign == UInt8(ascii: "=") || sign == UInt8(ascii: "!") else {
      throw error("unknown extension ?<\(character(index))", start + 1)
    }
    index += 1
    emit("(?<")
    output.append(sign)
    let outer = lookbehindStart
    if lookbehindStart == nil { lookbehindStart = groupCount + 1 }
    let width = try readRest(start)
    lookbehindStart = outer
    if width.least != width.most {
      throw PatternModule.error("look-behind requires fixed-width pattern", pattern, nil)
    }
    return (Width(), .other)
  }

  /// `(?(1)…|…)` and `(?(name)…|…)`
  private mutating func readCondition(_ start: Int) throws(Raised) -> Width {
    let position = index
    let name = try readName(until: UInt8(ascii: ")"), "group name")
    let group: Int
    if PatternTranslator.isName(name) {
      guard let known = names.first(where: { $0.name == name }) else {
        throw error("unknown group name '\(name)'", position)
      }
      group = known.index
    } else {
      guard let number = PatternTranslator.number(name) else { throw badName(name, position) }
      if number == 0 { throw error("bad group number", position) }
      noteName(name, position)
      group = number
      conditions.append((number, position))
    }
    try checkLookbehind(group)
    emit("(?(\(group))")
    let outer = (isVerbose, isASCII, isIgnoringCase)
    var width = try readSequence(isFirst: false)
    if match(UInt8(ascii: "|")) {
      output.append(UInt8(ascii: "|"))
      let other = try readSequence(isFirst: false)
      if peek() == UInt8(ascii: "|") { throw error("conditional backref with more than two branches", index) }
      width = Width(least: min(width.least, other.least), most: max(width.most, other.most))
    } else {
      width.least = 0
    }
    (isVerbose, isASCII, isIgnoringCase) = outer
    guard match(UInt8(ascii: ")")) else { throw error("missing ), unterminated subpattern", start) }
    output.append(UInt8(ascii: ")"))
    return width
  }

  // MARK: Flags

  static func flag(_ letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "a"): return PatternFlags.ascii
    case UInt8(ascii: "i"): return PatternFlags.ignoreCase
    case UInt8(ascii: "L"): return PatternFlags.locale
    case UInt8(ascii: "m"): return PatternFlags.multiline
    case UInt8(ascii: "s"): return PatternFlags.dotAll
    case UInt8(ascii: "u"): return PatternFlags.unicode
    case UInt8(ascii: "x"): return PatternFlags.verbose
    default: return nil
    }
  }

  private static let types = PatternFlags.ascii | PatternFlags.unicode | PatternFlags.locale

  /// Reads flags up to one of the ends; gives them and the end, which is gone past.
  private mutating func readLetters(
    until ends: [UInt8], missing: String, _ check: (Int, UInt8, Int) -> String?
  ) throws(Raised) -> (flags: Int, end: UInt8) {
    var found = 0
    while true {
      guard index < source.count else { throw error(found == 0 ? "missing flag" : missing, index) }
      let letter = source[index]
      if found != 0, ends.contains(letter) {
        index += 1
        return (found, letter)
      }
      guard let flag = PatternTranslator.flag(letter) else {
        let isLetter = character(index).unicodeScalars.first?.properties.isAlphabetic == true
        throw error(isLetter ? "unknown flag" : found == 0 ? "missing flag" : missing, index)
      }
      index += 1
      if let fault = check(flag, letter, found | flag) { throw error("bad inline flags: " + fault, index) }
      found |= flag
    }
  }

  /// `(?i:…)`, `(?-i:…)`, and the flags `(?i)` of the whole expression.
  private mutating func readFlags(_ start: Int, mayBeGlobal: Bool) throws(Raised) -> (Width, Item)? {
    let types = PatternTranslator.types
    var (added, removed) = (0, 0)
    var end = UInt8(ascii: "-")
    if peek() != end {
      let isText = isText
      let ends = [UInt8(ascii: ")"), UInt8(ascii: "-"), UInt8(ascii: ":")]
      (added, end) = try readLetters(until: ends, missing: "missing -, : or )") { flag, letter, all in
        if isText, letter == UInt8(ascii: "L") { return "cannot use 'L' flag with a str pattern" }
        if !isText, letter == UInt8(ascii: "u") { return "cannot use 'u' flag with a bytes pattern" }
        return flag & types != 0 && all & types != flag ? "flags 'a', 'u' and 'L' are incompatible" : nil
      }
    } else {
      index += 1
    }
    if end == UInt8(ascii: ")") {
      guard mayBeGlobal else { throw error("global flags not at the start of the expression", start) }
      flags |= added
      if added & PatternFlags.verbose != 0 { isVerbose = true }
      if added & PatternFlags.ascii != 0 { isASCII = true }
      if added & PatternFlags.ignoreCase != 0 { isIgnoringCase = true }
      return nil
    }
    if end == UInt8(ascii: "-") {
      (removed, _) = try readLetters(until: [UInt8(ascii: ":")], missing: "missing :") { flag, _, _ in
        flag & types != 0 ? "cannot turn off flags 'a', 'u' and 'L'" : nil
      }
      if added & removed != 0 { throw error("bad inline flags: flag turned on and off", index - 1) }
    }
    let outer = (isVerbose, isASCII, isIgnoringCase)
    let leftCase = leavesCase
    if added & PatternFlags.verbose != 0 { isVerbose = true }
    if removed & PatternFlags.verbose != 0 { isVerbose = false }
    if added & PatternFlags.ascii != 0 { isASCII = true }
    if added & PatternFlags.unicode != 0 { isASCII = false }
    if added & PatternFlags.ignoreCase != 0 { isIgnoringCase = true }
    if removed & PatternFlags.ignoreCase != 0 { isIgnoringCase = false }
    // What PCRE2 is left to do.
    let own = [("m", PatternFlags.multiline), ("s", PatternFlags.dotAll)]
    let on = (leavesCase && !leftCase ? "i" : "") + own.filter { added & $0.1 != 0 }.map(\.0).joined()
    let off = (leftCase && !leavesCase ? "i" : "") + own.filter { removed & $0.1 != 0 }.map(\.0).joined()
    emit("(?\(on)\(off.isEmpty ? "" : "-" + off):")
    let width = try readRest(start)
    (isVerbose, isASCII, isIgnoringCase) = outer
    return (width, .other)
  }
}
