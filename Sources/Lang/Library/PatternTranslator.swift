/// Turns a Python regular expression into the same one in PCRE2's syntax. Everything is read by Python's grammar, so
/// that what Python refuses is refused in its words; what is written for PCRE2 depends on none of its options for
/// white space and character types.
struct PatternTranslator {
  /// How many characters an expression can match, at least and at most.
  struct Width {
    var least = 0
    var most = 0

    static let one = Width(least: 1, most: 1)

    mutating func add(_ other: Width) {
      least = least &+ other.least
      most = PatternTranslator.sum(most, other.most)
    }
  }

  /// What stands before a quantifier.
  enum Item {
    case nothing, anchor, repeated, other
  }

  /// The expression in PCRE2's syntax.
  var output: [UInt8] = []
  /// The flags that hold for the whole expression: those given, and those set by `(?…)` at the start.
  var flags: Int
  /// The names of groups and their numbers, in order.
  var names: [(name: String, index: Int)] = []
  var groupCount = 0

  let source: [UInt8]
  let pattern: Value
  let isText: Bool
  var index = 0
  /// The flags at the place being read.
  var isVerbose: Bool
  var isASCII: Bool
  var isIgnoringCase: Bool
  /// The number of the last group within each group, by number.
  var lastInside: [Int] = [0]
  /// The widths of groups, by number; nil for those that are still open.
  var groupWidths: [Width?] = [nil]
  /// The number of the first group in the lookbehind being read.
  var lookbehindStart: Int?
  /// Conditions on groups that may come later: the number, and where it stands.
  var conditions: [(group: Int, position: Int)] = []
  /// What may mean something else in a later Python.
  var warnings: [(text: String, category: ExceptionKind)] = []

  /// Translates; raises `re.error` for what Python refuses.
  init(_ pattern: Value, flags given: Int) throws(Raised) {
    self.pattern = pattern
    isText = pattern.isKind(.str)
    source = isText ? Array(Str.bytes(pattern)) : Bytes.bytes(pattern)
    flags = given
    isVerbose = given & PatternFlags.verbose != 0
    isASCII = given & PatternFlags.ascii != 0
    isIgnoringCase = given & PatternFlags.ignoreCase != 0
    output.reserveCapacity(source.count + 16)
    _ = try readAlternatives(isFirst: true)
    if index < source.count { throw error("unbalanced parenthesis", index) }
    for condition in conditions where condition.group > groupCount {
      throw error("invalid group reference \(condition.group)", condition.position)
    }
    try issueWarnings()
  }

  func error(_ message: String, _ position: Int) -> Raised {
    PatternModule.error(message, pattern, position)
  }

  func peek(_ offset: Int = 0) -> UInt8 { index + offset < source.count ? source[index + offset] : 0 }

  /// Goes past a byte, if it is the next.
  mutating func match(_ byte: UInt8) -> Bool {
    guard index < source.count, source[index] == byte else { return false }
    index += 1
    return true
  }

  mutating func emit(_ text: String) { output.append(contentsOf: text.utf8) }

  /// The sum of two widths, of which `Int.max` is endless.
  static func sum(_ a: Int, _ b: Int) -> Int {
    let (result, overflow) = a.addingReportingOverflow(b)
    return overflow ? .max : result
  }

  private static func product(_ a: Int, _ b: Int) -> Int {
    let (result, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? .max : result
  }

  /// The character at a place, as text, and how many bytes it has.
  func character(_ position: Int) -> String {
    let first = source[position]
    guard isText, first >= 0x80 else { return String(Character(UnicodeScalar(first))) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    return String(decoding: source[position..<min(source.count, position + length)], as: UTF8.self)
  }

  /// Writes a character.
  mutating func emitLiteral(_ code: UInt32) {
    let isWord = code < 0x80 && (UInt8(code) | 0x20) &- 97 < 26 || code &- 48 < 10
    if isWord {
      output.append(UInt8(code))
    } else if code > 32 && code < 127 {
      output += [UInt8(ascii: "\\"), UInt8(code)]
    } else if isText, 0xD800...0xDFFF ~= code {
      // No text that PCRE2 takes has half a character.
      emit("(?!)")
    } else {
      emit("\\x{\(String(code, radix: 16))}")
    }
  }

  /// Whether PCRE2 is to ignore case; where only ASCII's letters have two cases it can't.
  var leavesCase: Bool { isIgnoringCase && !(isText && isASCII) }

  /// The letters that are one when case is ignored, but not for PCRE2.
  static let sameLetters: [[UInt32]] = [
    [0x69, 0x49, 0x130, 0x131], [0x390, 0x1FD3], [0x3B0, 0x1FE3], [0xFB05, 0xFB06],
  ]

  /// The other case of a letter of ASCII; nil for other characters.
  static func otherCase(_ code: UInt32) -> UInt32? { (code | 32) &- 97 < 26 ? code ^ 32 : nil }

  /// Writes a character that stands for itself and for its other cases, where case is ignored.
  mutating func emitCharacter(_ code: UInt32) {
    var others: [UInt32] = []
    if isText, isIgnoringCase {
      if isASCII {
        others = PatternTranslator.otherCase(code).map { [code, $0] } ?? []
      } else {
        others = PatternTranslator.sameLetters.first { $0.contains(code) } ?? []
      }
    }
    guard !others.isEmpty else { return emitLiteral(code) }
    output.append(UInt8(ascii: "["))
    for other in others { emitLiteral(other) }
    output.append(UInt8(ascii: "]"))
  }

  /// Reads the next character that stands for itself.
  mutating func readCharacter() -> UInt32 {
    let first = source[index]
    let length = !isText || first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var code = length == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(length))
    for byte in source[min(index + 1, source.count)..<min(index + length, source.count)] {
      code = code << 6 | UInt32(byte & 0x3F)
    }
    index = min(source.count, index + length)
    return code
  }

  // MARK: Sequences

  /// Reads alternatives up to a closing parenthesis or the end.
  mutating func readAlternatives(isFirst: Bool = false) throws(Raised) -> Width {
    try Interpreter.enterNative("")
    defer { Interpreter.leaveNative() }
    var width = try readSequence(isFirst: isFirst)
    while match(UInt8(ascii: "|")) {
      output.append(UInt8(ascii: "|"))
      let other = try readSequence(isFirst: false)
      width = Width(least: min(width.least, other.least), most: max(width.most, other.most))
    }
    return width
  }

  /// Reads a sequence up to a bar, a closing parenthesis or the end; `isFirst` where global flags may stand.
  mutating func readSequence(isFirst: Bool) throws(Raised) -> Width {
    var width = Width()
    var last = Width()
    var item = Item.nothing
    while index < source.count {
      let byte = source[index]
      if isVerbose {
        if byte == 32 || byte &- 9 < 5 {
          index += 1
          continue
        }
        if byte == UInt8(ascii: "#") {
          while index < source.count, !match(10) { index += 1 }
          continue
        }
      }
      switch byte {
      case UInt8(ascii: "|"), UInt8(ascii: ")"):
        width.add(last)
        return width
      case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "{"):
        if let (least, most) = try readQuantifier(item) {
          last = Width(
            least: PatternTranslator.product(last.least, least), most: PatternTranslator.product(last.most, most))
          item = .repeated
          continue
        }
        width.add(last)
        emit("\\{")
        (last, item) = (.one, .other)
      case UInt8(ascii: "("):
        let isEmpty = item == .nothing
        guard let (read, kind) = try readGroup(mayBeGlobal: isFirst && isEmpty) else { continue }
        width.add(last)
        (last, item) = (read, kind)
      default:
        width.add(last)
        (last, item) = try readAtom(byte)
      }
    }
    width.add(last)
    return width
  }

  private mutating func readAtom(_ byte: UInt8) throws(Raised) -> (Width, Item) {
    switch byte {
    case UInt8(ascii: "\\"): return try readEscape()
    case UInt8(ascii: "["): try readSet()
    case UInt8(ascii: "."):
      index += 1
      output.append(byte)
    case UInt8(ascii: "^"), UInt8(ascii: "$"):
      index += 1
      output.append(byte)
      return (Width(), .anchor)
    default: emitCharacter(readCharacter())
    }
    return (.one, .other)
  }

  /// Reads a quantifier and gives its bounds; nil for a brace that is none, which is gone past.
  private mutating func readQuantifier(_ item: Item) throws(Raised) -> (Int, Int)? {
    let start = index
    let (least, most): (Int, Int)
    index += 1
    switch source[start] {
    case UInt8(ascii: "?"): (least, most) = (0, 1)
    case UInt8(ascii: "*"): (least, most) = (0, .max)
    case UInt8(ascii: "+"): (least, most) = (1, .max)
    default:
      guard let bounds = try readBounds(start) else {
        index = start + 1
        return nil
      }
      (least, most) = bounds
    }
    switch item {
    case .nothing, .anchor: throw error("nothing to repeat", start)
    case .repeated: throw error("multiple repeat", start)
    case .other: break
    }
    if source[start] == UInt8(ascii: "{") {
      emit(most == .max ? "{\(least),}" : "{\(least),\(most)}")
    } else {
      output.append(source[start])
    }
    for suffix in [UInt8(ascii: "?"), UInt8(ascii: "+")] where match(suffix) {
      output.append(suffix)
      break
    }
    return (least, most)
  }

  /// The numbers between braces; nil where it is no quantifier.
  private mutating func readBounds(_ start: Int) throws(Raised) -> (Int, Int)? {
    func number(_ digits: ArraySlice<UInt8>, _ missing: Int) throws(Raised) -> Int {
      if digits.isEmpty { return missing }
      let value = Int(String(decoding: digits, as: UTF8.self)) ?? .max
      if value >= Int(UInt32.max) { throw raise(.overflowError, "the repetition number is too large") }
      return value
    }
    if peek() == UInt8(ascii: "}") { return nil }
    let first = digits()
    var second = first
    let isRange = match(UInt8(ascii: ","))
    if isRange { second = digits() }
    guard match(UInt8(ascii: "}")) else { return nil }
    let least = try number(first, 0)
    let most = try number(second, .max)
    if most < least { throw error("min repeat greater than max repeat", start + 1) }
    return (least, most)
  }

  private mutating func digits() -> ArraySlice<UInt8> {
    let start = index
    while index < source.count, source[index] &- 48 < 10 { index += 1 }
    return source[start..<index]
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
  static let debug = 128
  static let ascii = 256

  /// Why flags can't be together, or not for the pattern's type.
  static func fault(_ flags: Int, isText: Bool) -> String? {
    if isText {
      if flags & locale != 0 { return "cannot use LOCALE flag with a str pattern" }
      return flags & ascii != 0 && flags & unicode != 0 ? "ASCII and UNICODE flags are incompatible" : nil
    }
    if flags & unicode != 0 { return "cannot use UNICODE flag with a bytes pattern" }
    return flags & locale != 0 && flags & ascii != 0 ? "ASCII and LOCALE flags are incompatible" : nil
  }
}
