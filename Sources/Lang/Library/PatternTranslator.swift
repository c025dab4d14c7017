/// Turns a Python regular expression into the same one in PCRE2's syntax.
struct PatternTranslator {
  /// The expression in PCRE2's syntax.
  private(set) var output: [UInt8] = []
  /// Flags set by `(?…)` at the start.
  private(set) var flags = 0
  /// The names of groups and their numbers, in order.
  private(set) var names: [(name: String, index: Int)] = []
  private(set) var groupCount = 0

  private let source: [UInt8]
  private let pattern: Value
  private let isText: Bool
  private var index = 0
  /// Where groups that are still open began.
  private var open: [Int] = []
  private var isVerbose: Bool

  /// Translates; raises `re.error` for what Python refuses.
  init(_ pattern: Value, flags given: Int) throws(Raised) {
    self.pattern = pattern
    isText = pattern.isKind(.str)
    source = isText ? Array(Str.bytes(pattern)) : Bytes.bytes(pattern)
    flags = given
    isVerbose = given & PatternFlags.verbose != 0
    output.reserveCapacity(source.count + 16)
    try readGlobalFlags()
    while index < source.count { try translateNext() }
    if let start = open.last { throw error("missing ), unterminated subpattern", start) }
  }

  private func error(_ message: String, _ position: Int) -> Raised {
    PatternModule.error(message, pattern, position)
  }

  private func peek(_ offset: Int = 0) -> UInt8 { index + offset < source.count ? source[index + offset] : 0 }

  private mutating func copy(_ count: Int = 1) {
    let end = min(source.count, index + count)
    output.append(contentsOf: source[index..<end])
    index = end
  }

  private mutating func emit(_ text: String) { output.append(contentsOf: text.utf8) }

  private static let flagLetters: [UInt8: Int] = [
    UInt8(ascii: "a"): PatternFlags.ascii, UInt8(ascii: "i"): PatternFlags.ignoreCase,
    UInt8(ascii: "L"): PatternFlags.locale, UInt8(ascii: "m"): PatternFlags.multiline,
    UInt8(ascii: "s"): PatternFlags.dotAll, UInt8(ascii: "u"): PatternFlags.unicode,
    UInt8(ascii: "x"): PatternFlags.verbose,
  ]

  /// Reads `(?imsxau)` at the start, which holds for the whole expression.
  private mutating func readGlobalFlags() throws(Raised) {
    while peek() == UInt8(ascii: "("), peek(1) == UInt8(ascii: "?") {
      var end = index + 2
      var found = 0
      while end < source.count, let flag = PatternTranslator.flagLetters[source[end]] {
        found |= flag
        end += 1
      }
      guard end > index + 2, end < source.count, source[end] == UInt8(ascii: ")") else { return }
      flags |= found
      if found & PatternFlags.verbose != 0 { isVerbose = true }
      index = end + 1
    }
  }

  private mutating func translateNext() throws(Raised) {
    switch source[index] {
    case UInt8(ascii: "\\"): try translateEscape(inClass: false)
    case UInt8(ascii: "["): try translateClass()
    case UInt8(ascii: "("): try translateGroup()
    case UInt8(ascii: ")"):
      if open.popLast() == nil { throw error("unbalanced parenthesis", index) }
      copy()
    case UInt8(ascii: "{") where peek(1) == UInt8(ascii: ","):
      // `{,3}` means `{0,3}`, where older PCRE2 sees plain text.
      var end = index + 2
      while end < source.count, source[end] &- 48 < 10 { end += 1 }
      if end < source.count, source[end] == UInt8(ascii: "}") {
        emit("{0")
        index += 1
      } else {
        emit("\\{")
        index += 1
      }
    case UInt8(ascii: "#") where isVerbose:
      while index < source.count, source[index] != 10 { index += 1 }
    default: copy()
    }
  }

  private mutating func translateGroup() throws(Raised) {
    let start = index
    open.append(start)
    guard peek(1) == UInt8(ascii: "?") else {
      if peek(1) == UInt8(ascii: "*") { throw error("nothing to repeat", index + 1) }
      groupCount += 1
      return copy()
    }
    switch peek(2) {
    case UInt8(ascii: "P"):
      switch peek(3) {
      case UInt8(ascii: "<"):
        groupCount += 1
        let name = try readName(from: index + 4, until: UInt8(ascii: ">"))
        if let earlier = names.first(where: { $0.name == name }) {
          throw error(
            "redefinition of group name '\(name)' as group \(groupCount); was group \(earlier.index)", index + 4)
        }
        names.append((name, groupCount))
        // Numbers do for everything, and PCRE2's names are limited in length and letters.
        emit("(")
        index += 5 + name.utf8.count
      case UInt8(ascii: "="):
        let name = try readName(from: index + 4, until: UInt8(ascii: ")"))
        guard let group = names.first(where: { $0.name == name }) else {
          throw error("unknown group name '\(name)'", index + 4)
        }
        emit("(?:\\g{\(group.index)}")
        index += 4 + name.utf8.count
      default: throw error("unknown extension ?P\(character(peek(3)))", index + 1)
      }
    case UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: ">"): copy(3)
    case UInt8(ascii: "<"):
      guard peek(3) == UInt8(ascii: "=") || peek(3) == UInt8(ascii: "!") else {
        throw error("unknown extension ?<\(character(peek(3)))", index + 1)
      }
      copy(4)
    case UInt8(ascii: "#"):
      guard let end = source[index...].firstIndex(of: UInt8(ascii: ")")) else {
        throw error("missing ), unterminated comment", index)
      }
      open.removeLast()
      index = end + 1
    case UInt8(ascii: "("): try translateCondition()
    default: try translateScopedFlags()
    }
  }

  private func character(_ byte: UInt8) -> String { String(Character(UnicodeScalar(byte))) }

  private func readName(from start: Int, until end: UInt8) throws(Raised) -> String {
    guard let stop = source[min(start, source.count)...].firstIndex(of: end) else {
      throw error("missing \(character(end)), unterminated name", start)
    }
    let name = String(decoding: source[start..<stop], as: UTF8.self)
    if name.isEmpty { throw error("missing group name", start) }
    let isName = name.unicodeScalars.enumerated().allSatisfy { offset, scalar in
      scalar == "_" || (offset == 0 ? scalar.properties.isXIDStart : scalar.properties.isXIDContinue)
    }
    if !isName { throw error("bad character in group name '\(name)'", start) }
    return name
  }

  /// `(?(1)…|…)` and `(?(name)…|…)`
  private mutating func translateCondition() throws(Raised) {
    guard let stop = source[index...].firstIndex(of: UInt8(ascii: ")")) else {
      throw error("missing ), unterminated name", index + 3)
    }
    let name = String(decoding: source[(index + 3)..<stop], as: UTF8.self)
    let number = Int(name) ?? names.first { $0.name == name }?.index
    guard let number else { throw error("unknown group name '\(name)'", index + 3) }
    emit("(?(\(number))")
    index = stop + 1
  }

  /// `(?i:…)` and `(?-i:…)`; the flags that PCRE2 lacks are dropped.
  private mutating func translateScopedFlags() throws(Raised) {
    var end = index + 2
    var kept = ""
    while end < source.count, source[end] == UInt8(ascii: "-") || PatternTranslator.flagLetters[source[end]] != nil {
      if ![UInt8(ascii: "a"), UInt8(ascii: "u"), UInt8(ascii: "L")].contains(source[end]) {
        kept += character(source[end])
      }
      end += 1
    }
    guard end < source.count else { throw error("unexpected end of pattern", end) }
    if source[end] == UInt8(ascii: ")") {
      throw error("global flags not at the start of the expression", index)
    }
    guard source[end] == UInt8(ascii: ":"), end > index + 2 else {
      throw error("unknown extension ?\(character(source[end]))", index + 1)
    }
    emit("(?\(kept):")
    index = end + 1
  }

  private mutating func translateClass() throws(Raised) {
    let start = index
    copy()
    if peek() == UInt8(ascii: "^") { copy() }
    if peek() == UInt8(ascii: "]") {
      emit("\\]")
      index += 1
    }
    while true {
      guard index < source.count else { throw error("unterminated character set", start) }
      switch source[index] {
      case UInt8(ascii: "]"):
        copy()
        return
      case UInt8(ascii: "["):
        // Python has no POSIX classes: a bracket in a set is a bracket.
        emit("\\[")
        index += 1
      case UInt8(ascii: "\\"): try translateEscape(inClass: true)
      case 32 where isVerbose, UInt8(ascii: "#") where isVerbose: copy()
      default: copy()
      }
    }
  }

  private mutating func translateEscape(inClass: Bool) throws(Raised) {
    guard index + 1 < source.count else { throw error("bad escape (end of pattern)", index) }
    let letter = source[index + 1]
    switch letter {
    case UInt8(ascii: "Z") where !inClass:
      emit("\\z")
      index += 2
    case UInt8(ascii: "v"):
      emit("\\x0b")
      index += 2
    case UInt8(ascii: "u") where isText: try translateCode(digits: 4)
    case UInt8(ascii: "U") where isText: try translateCode(digits: 8)
    case UInt8(ascii: "x"): try translateCode(digits: 2)
    case UInt8(ascii: "A"), UInt8(ascii: "B"):
      if inClass { throw badEscape(letter) }
      copy(2)
    case UInt8(ascii: "b"), UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "s"), UInt8(ascii: "S"),
      UInt8(ascii: "w"), UInt8(ascii: "W"), UInt8(ascii: "a"), UInt8(ascii: "f"), UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"):
      copy(2)
    case UInt8(ascii: "0"):
      var code = 0
      index += 2
      for _ in 0..<2 where peek() >= 48 && peek() < 56 {
        code = code * 8 + Int(peek() - 48)
        index += 1
      }
      emit("\\x{\(String(code, radix: 16))}")
    case UInt8(ascii: "1")...UInt8(ascii: "9"): try translateReference(inClass)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): throw badEscape(letter)
    case 0x80...:
      // A backslash before any other character is that character.
      index += 1
      copy()
    default: copy(2)
    }
  }

  private func badEscape(_ letter: UInt8) -> Raised { error("bad escape \\\(character(letter))", index) }

  /// `\1` and the like; three octal digits are a character.
  private mutating func translateReference(_ inClass: Bool) throws(Raised) {
    let start = index
    var digits = [source[index + 1]]
    if peek(2) &- 48 < 10 { digits.append(peek(2)) }
    let isOctal = digits.count == 2 && peek(3) &- 48 < 8 && digits.allSatisfy { $0 < 56 }
    if isOctal || inClass {
      guard isOctal else { throw badEscape(source[index + 1]) }
      let code = (Int(digits[0]) - 48) * 64 + (Int(digits[1]) - 48) * 8 + Int(peek(3)) - 48
      index += 4
      return emit("\\x{\(String(code, radix: 16))}")
    }
    let number = Int(String(decoding: digits, as: UTF8.self)) ?? 0
    guard number <= groupCount else { throw error("invalid group reference \(number)", start + 1) }
    emit("\\g{\(number)}")
    index += 1 + digits.count
  }

  private mutating func translateCode(digits: Int) throws(Raised) {
    let text = source[min(index + 2, source.count)..<min(index + 2 + digits, source.count)]
    guard text.count == digits, let code = UInt32(String(decoding: text, as: UTF8.self), radix: 16) else {
      let shown = String(decoding: source[index..<min(source.count, index + 2)], as: UTF8.self)
      throw error("incomplete escape \(shown)", index)
    }
    emit("\\x{\(String(code, radix: 16))}")
    index += 2 + digits
  }
}

/// The values of `re`'s flags.
enum PatternFlags {
  static let ignoreCase = 2
  static let locale = 4
  static let multiline = 8
  static let dotAll = 16
  static let unicode = 32
  static let verbose = 64
  static let ascii = 256
}
