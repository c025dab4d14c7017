import BigInt
import Glibc

/// The `%` operator of texts and of `bytes`, whose `%s` and `%b` take bytes and whose `%c` takes a byte.
extension Text {
  /// The arguments of one `%` operation and how far they are used up.
  private struct PercentArguments {
    let arguments: Value
    let isBytes: Bool
    let isTuple: Bool
    let isMapping: Bool
    var used = 0
    var usedMapping = false

    init(_ arguments: Value, isBytes: Bool) {
      self.arguments = arguments
      self.isBytes = isBytes
      isTuple = arguments.isKind(.tuple)
      isMapping =
        arguments.isObject && !isTuple && !arguments.isKind(.str) && !(isBytes && arguments.isKind(.bytes))
        && (arguments.isKind(.dict) || arguments.isKind(.list) || arguments.isKind(.bytes)
          || Types.cls(arguments).lookup(.__getitem__) != nil)
    }

    /// What `next` will give; nil when that is nothing.
    var upcoming: Value? {
      guard isTuple else { return used == 0 ? arguments : nil }
      let items = Tuple.items(arguments)
      return used < items.count ? items[used] : nil
    }

    mutating func next() throws(Raised) -> Value {
      if isTuple {
        let items = Tuple.items(arguments)
        if used < items.count {
          used += 1
          return items[used - 1]
        }
      } else if used == 0 {
        used = 1
        return arguments
      }
      throw raise(.typeError, "not enough arguments for format string")
    }

    var areLeft: Bool { isTuple ? used < Tuple.items(arguments).count : used == 0 && !isMapping }
  }

  /// `format % arguments`
  public static func percentFormat(_ format: Value, _ arguments: Value) throws(Raised) -> Value {
    defer { Function.keepAlive(format) }
    return Str.make(try percent(Str.bytes(format), PercentArguments(arguments, isBytes: false)))
  }

  /// `format % arguments` for `bytes`
  static func percentBytes(_ format: Value, _ arguments: Value) throws(Raised) -> Value {
    let text = Bytes.bytes(format)
    let out = try text.withUnsafeBufferPointer { (text) throws(Raised) in
      try percent(text, PercentArguments(arguments, isBytes: true))
    }
    return Bytes.make(out, mutable: Bytes.isMutable(format))
  }

  private static func percent(
    _ text: UnsafeBufferPointer<UInt8>, _ arguments: PercentArguments
  ) throws(Raised) -> [UInt8] {
    var arguments = arguments
    var out: [UInt8] = []
    out.reserveCapacity(text.count + 32)
    var index = 0
    while index < text.count {
      let start = index
      while index < text.count, text[index] != UInt8(ascii: "%") { index += 1 }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      if index == text.count { break }
      index += 1
      if let length = appendPlain(text, index, &arguments, to: &out) {
        index += length
        continue
      }
      try appendConversion(text, &index, &arguments, to: &out)
    }
    if arguments.areLeft {
      let kind = arguments.isBytes ? "bytes" : "string"
      throw raise(.typeError, "not all arguments converted during \(kind) formatting")
    }
    return out
  }

  /// Appends what `%s`, `%d` or the like of `%02d` makes of a text or a small int, as most conversions are; gives the
  /// length of the conversion, or nil when it is another.
  @inline(__always)
  private static func appendPlain(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ arguments: inout PercentArguments, to out: inout [UInt8]
  ) -> Int? {
    guard index < text.count else { return nil }
    var width = 0
    var length = 1
    if text[index] == UInt8(ascii: "0"), index + 2 < text.count, text[index + 1] &- 49 < 9 {
      width = Int(text[index + 1] - 48)
      length = 3
    }
    let type = text[index + length - 1]
    let isDecimal = type == UInt8(ascii: "d")
    let isText = type == UInt8(ascii: "s") && width == 0 && !arguments.isBytes
    guard isDecimal || isText, let value = arguments.upcoming else { return nil }
    if value.isSmallInt {
      if width > 0 {
        if value.smallInt < 0 { return nil }
        // A zero for each power of ten that the number doesn't reach.
        var power = 10
        for _ in 1..<width {
          if value.smallInt < power { out.append(48) }
          power *= 10
        }
      }
      appendInteger(value.smallInt, to: &out)
    } else if !isDecimal, value.object(isExactly: Types.str) {
      out.append(contentsOf: Str.bytes(value))
    } else {
      return nil
    }
    arguments.used += 1
    return length
  }

  private static func isLengthModifier(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "h") || byte == UInt8(ascii: "l") || byte == UInt8(ascii: "L")
  }

  private static func isNumeric(_ type: UInt8) -> Bool {
    switch UnicodeScalar(type) {
    case "d", "i", "u", "o", "x", "X", "e", "E", "f", "F", "g", "G": true
    default: false
    }
  }

  private static func appendConversion(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ arguments: inout PercentArguments,
    to out: inout [UInt8]
  ) throws(Raised) {
    guard index < text.count else { throw raise(.valueError, "incomplete format") }
    let start = index
    var keyed: Value?
    if text[index] == UInt8(ascii: "(") {
      keyed = try readKey(text, &index, arguments)
      arguments.used = 1
    }
    var spec = FormatSpec()
    var leftAligned = false
    flags: while index < text.count {
      switch text[index] {
      case UInt8(ascii: "-"): leftAligned = true
      case UInt8(ascii: "+"): spec.sign = UInt8(ascii: "+")
      case UInt8(ascii: " "): if spec.sign == 0 { spec.sign = 32 }
      case UInt8(ascii: "#"): spec.alternate = true
      case UInt8(ascii: "0"): spec.fill = 48
      default: break flags
      }
      index += 1
    }
    if let width = try readCount(text, &index, &arguments, keyed, "width", "ssize_t") {
      if width < 0 { leftAligned = true }
      spec.width = try Heap.checkSize(abs(width))
    }
    if index < text.count, text[index] == UInt8(ascii: ".") {
      index += 1
      let digits = try readCount(text, &index, &arguments, keyed, "precision", "int") ?? 0
      spec.precision = try Heap.checkSize(max(0, digits))
    }
    if index < text.count, isLengthModifier(text[index]) { index += 1 }
    guard index < text.count else { throw raise(.valueError, "incomplete format") }
    let place = index
    var type = UInt32(text[index])
    if arguments.isBytes { index += 1 } else { type = Str.nextScalar(text, &index) }
    if type == 37, place == start {
      out.append(37)
      return
    }
    let value: Value
    if let keyed { value = keyed } else { value = try arguments.next() }
    let isNumeric = type < 128 && isNumeric(UInt8(type))
    let isText = type == 115 || type == 114 || type == 97 || type == 99 || type == 98 && arguments.isBytes
    guard isNumeric || isText else {
      if arguments.isBytes, type > 127 {
        // C takes it for a negative character, unless it was read as what may be one more digit.
        let followsDigit = text[place - 1] &- 48 < 10 && (spec.width > 0 || spec.precision != nil)
        if !followsDigit { throw raise(.overflowError, "character argument not in range(0x110000)") }
      }
      let isShown = arguments.isBytes || type > 31 && type < 128
      let shown = isShown ? String(UnicodeScalar(UInt8(type))) : "?"
      let position = arguments.isBytes ? place : Str.codePoints(UnsafeBufferPointer(rebasing: text[..<place]))
      throw raise(
        .valueError,
        "unsupported format character '\(shown)' (0x\(String(type, radix: 16))) at index \(position)")
    }
    spec.align = leftAligned ? UInt8(ascii: "<") : isNumeric && spec.fill == 48 ? UInt8(ascii: "=") : UInt8(ascii: ">")
    if leftAligned || !isNumeric { spec.fill = 32 }
    spec.type = type
    if isNumeric {
      out.append(contentsOf: Str.bytes(try percentNumber(value, spec, isBytes: arguments.isBytes)))
    } else if arguments.isBytes {
      try appendPercentBytes(value, spec, to: &out)
    } else {
      try appendPercentText(value, spec, to: &out)
    }
  }

  private static func readKey(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ arguments: PercentArguments
  ) throws(Raised) -> Value {
    guard arguments.isMapping else { throw raise(.typeError, "format requires a mapping") }
    let start = index + 1
    var depth = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "(") { depth += 1 }
      if text[index] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { break }
      }
      index += 1
    }
    guard index < text.count else { throw raise(.valueError, "incomplete format key") }
    let name = UnsafeBufferPointer(rebasing: text[start..<index])
    let key = arguments.isBytes ? Bytes.make(Array(name)) : Str.make(name)
    index += 1
    return try Subscript.get(arguments.arguments, key)
  }

  private static func readCount(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ arguments: inout PercentArguments,
    _ keyed: Value?, _ name: String, _ type: String
  ) throws(Raised) -> Int? {
    guard index < text.count else { return nil }
    if text[index] == UInt8(ascii: "*") {
      index += 1
      // A value that was found by its key is all that there is.
      let value: Value
      if let keyed { value = keyed } else { value = try arguments.next() }
      guard Integer.isInteger(value) else { throw raise(.typeError, "* wants int") }
      guard let int = Integer.int(value), type != "int" || Int32(exactly: int) != nil else {
        throw raise(.overflowError, "Python int too large to convert to C \(type)")
      }
      if keyed != nil { throw raise(.typeError, "not enough arguments for format string") }
      return int
    }
    var result: Int?
    while index < text.count, text[index] &- 48 < 10 {
      result = (result ?? 0) * 10 + Int(text[index] - 48)
      if result ?? 0 > Int(Int32.max) { throw raise(.valueError, "\(name) too big") }
      index += 1
    }
    return result
  }

  private static func appendPercentText(
    _ value: Value, _ spec: FormatSpec, to out: inout [UInt8]
  ) throws(Raised) {
    var shown: Value
    switch spec.type {
    case 115: shown = try str(value)
    case 114: shown = try repr(value)
    case 97: shown = try ascii(value)
    default: shown = try percentCharacter(value)
    }
    if let precision = spec.precision, spec.type != 99, precision < Str.length(shown) {
      shown = Str.slice(shown, 0, precision)
    }
    if spec.width <= Str.length(shown) {
      out.append(contentsOf: Str.bytes(shown))
    } else {
      out += spec.pad(Array(Str.bytes(shown)), length: Str.length(shown), defaultAlign: UInt8(ascii: ">"))
    }
  }

  private static func appendPercentBytes(
    _ value: Value, _ spec: FormatSpec, to out: inout [UInt8]
  ) throws(Raised) {
    var shown: [UInt8]
    switch spec.type {
    case 99: shown = [try percentByte(value)]
    case 115, 98: shown = try bytesArgument(value)
    default: shown = Array(Str.bytes(try ascii(value)))
    }
    if let precision = spec.precision, spec.type != 99 { shown = Array(shown.prefix(precision)) }
    out += spec.pad(shown, length: shown.count, defaultAlign: UInt8(ascii: ">"))
  }

  private static func bytesArgument(_ value: Value) throws(Raised) -> [UInt8] {
    if let bytes = try bufferBytes(value) { return bytes }
    if let result = try Call.special(value, .__bytes__), result.isKind(.bytes) { return Bytes.bytes(result) }
    throw raise(
      .typeError,
      "%b requires a bytes-like object, or an object that implements __bytes__, not '\(Types.name(value))'")
  }

  private static func percentByte(_ value: Value) throws(Raised) -> UInt8 {
    if value.isKind(.bytes), Bytes.buffer(value).count == 1 { return Bytes.buffer(value)[0] }
    guard let number = try percentCode(value) else {
      throw raise(.typeError, "%c requires an integer in range(256) or a single byte")
    }
    guard let code = Integer.int(number), let byte = UInt8(exactly: code) else {
      throw raise(.overflowError, "%c arg not in range(256)")
    }
    return byte
  }

  private static func percentCharacter(_ value: Value) throws(Raised) -> Value {
    if value.isKind(.str), Str.length(value) == 1 { return value }
    guard !value.isKind(.str), let number = try percentCode(value) else {
      throw raise(.typeError, "%c requires int or char")
    }
    guard let code = Integer.int(number), code >= 0, code < 0x110000 else {
      throw raise(.overflowError, "%c arg not in range(0x110000)")
    }
    return Str.make(CollectionOfOne(UInt32(code)))
  }

  private static func percentNumber(_ value: Value, _ spec: FormatSpec, isBytes: Bool) throws(Raised) -> Value {
    let letter = Character(UnicodeScalar(UInt8(spec.type)))
    if "eEfFgG".contains(letter) {
      if isBytes {
        guard let double = NumberTypes.realOrNil(value) else {
          throw raise(.typeError, "float argument required, not \(Types.name(value))")
        }
        return try formatFloat(value, double, spec)
      }
      return try formatFloat(value, try Library.double(value), spec)
    }
    let number = Integer.isInteger(value) ? value : try percentInteger(value, isBytes && letter == "i" ? "d" : letter)
    if spec.type == 100, spec.precision == nil { return try formatInteger(number, spec) }
    let radix = letter == "o" ? 8 : letter == "x" || letter == "X" ? 16 : 10
    var (isNegative, digits) = try integerDigits(number, radix: radix, uppercase: letter == "X")
    if let precision = spec.precision, digits.count < precision {
      digits = Array(repeating: 48, count: precision - digits.count) + digits
    }
    let prefix = spec.alternate && radix != 10 ? "0\(letter)" : ""
    return digits.withUnsafeBufferPointer {
      spec.assemble(
        isNegative: isNegative, prefix: prefix, digits: $0, rest: UnsafeBufferPointer(start: nil, count: 0))
    }
  }

  /// The int that `%d` or `%x` shows of what is none: any `TypeError` on the way is said to be the value's.
  private static func percentInteger(_ value: Value, _ letter: Character) throws(Raised) -> Value {
    let isWhole = "oxX".contains(letter)
    let isNumber =
      value.isFloat
      || value.isObject && [KnownName.__int__, .__index__, .__float__].contains { Types.cls(value).lookup($0) != nil }
    do throws(Raised) {
      if isNumber { return isWhole ? try Operations.indexed(value) : try NumberTypes.toInt(value) }
    } catch {
      if !Exceptions.isA(Interpreter.raised, .typeError) { throw error }
    }
    throw raise(
      .typeError,
      "%\(letter) format: \(isWhole ? "an integer" : "a real number") is required, not \(Types.name(value))")
  }

  /// The int that `%c` is given; nil where it is none.
  static func percentCode(_ value: Value) throws(Raised) -> Value? {
    do throws(Raised) { return try Operations.indexed(value) } catch {
      if Exceptions.isA(Interpreter.raised, .typeError) { return nil }
      throw error
    }
  }

  /// The int of a float's whole part, with CPython's errors for those that have none.
  static func truncate(_ double: Double) throws(Raised) -> Value {
    if double.isNaN { throw raise(.valueError, "cannot convert float NaN to integer") }
    if double.isInfinite { throw raise(.overflowError, "cannot convert float infinity to integer") }
    if double.magnitude < 1e18 { return Integer.make(Int(double)) }
    return Integer.make(BigInt(double.rounded(.towardZero)))
  }
}

extension FormatSpec {
  /// A specification that asks for nothing.
  init() {}
}
