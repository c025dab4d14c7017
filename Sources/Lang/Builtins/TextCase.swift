/// Upper and lower case, and the classes of characters.
extension Text {
  /// The text of a string in which every ASCII byte is mapped; nil when other characters occur.
  @inline(__always)
  static func mapASCII(_ value: Value, _ transform: (UInt8) -> UInt8) -> Value? {
    guard Str.isASCII(value) else { return nil }
    let text = Str.bytes(value)
    let (result, data) = Str.uninitialized(count: text.count, length: text.count)
    for index in 0..<text.count { data[index] = transform(text[index]) }
    return result
  }

  @inline(__always)
  static func lowerASCII(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 32 : byte }
  @inline(__always)
  static func upperASCII(_ byte: UInt8) -> UInt8 { byte &- 97 < 26 ? byte & ~32 : byte }

  private static func properties(_ code: UInt32) -> Unicode.Scalar.Properties? { Unicode.Scalar(code)?.properties }

  private static func append(_ code: UInt32, mapped: String?, to out: inout [UInt8]) {
    if let mapped { out.append(contentsOf: mapped.utf8) } else { Str.append(code, to: &out) }
  }

  static func lower(_ value: Value) -> Value {
    if let ascii = mapASCII(value, lowerASCII) { return ascii }
    var out: [UInt8] = []
    let codes = Str.scalars(value)
    for index in codes.indices { appendLower(codes, index, to: &out) }
    return Str.make(out)
  }

  /// Appends a character in lower case; a sigma at the end of a word has a form of its own.
  private static func appendLower(_ codes: [UInt32], _ index: Int, to out: inout [UInt8]) {
    if codes[index] == 0x3A3 {
      let before = codes[..<index].last { !isCaseIgnorable($0) }
      let after = codes[(index + 1)...].first { !isCaseIgnorable($0) }
      let isFinal = before.map(isCased) == true && after.map(isCased) != true
      return Str.append(isFinal ? 0x3C2 : 0x3C3, to: &out)
    }
    append(codes[index], mapped: properties(codes[index])?.lowercaseMapping, to: &out)
  }

  private static func isCaseIgnorable(_ code: UInt32) -> Bool { properties(code)?.isCaseIgnorable ?? false }
  private static func isCased(_ code: UInt32) -> Bool { properties(code)?.isCased ?? false }

  static func upper(_ value: Value) -> Value {
    if let ascii = mapASCII(value, upperASCII) { return ascii }
    var out: [UInt8] = []
    for code in Str.scalars(value) { append(code, mapped: properties(code)?.uppercaseMapping, to: &out) }
    return Str.make(out)
  }

  /// `casefold()`: lower case, with the full foldings that differ from it among common letters.
  static func casefold(_ value: Value) -> Value {
    if let ascii = mapASCII(value, lowerASCII) { return ascii }
    var out: [UInt8] = []
    for code in Str.scalars(value) {
      switch code {
      case 0xDF, 0x1E9E: out.append(contentsOf: "ss".utf8)
      case 0x3C2: Str.append(0x3C3, to: &out)
      case 0xB5: Str.append(0x3BC, to: &out)
      case 0x17F: out.append(115)
      case 0x149: out.append(contentsOf: "ʼn".utf8)
      case 0xFB00...0xFB06:
        // Ligatures fold to the letters that their capital form shows.
        let letters = properties(code)?.uppercaseMapping.lowercased() ?? ""
        out.append(contentsOf: letters.utf8)
      default: append(code, mapped: properties(code)?.lowercaseMapping, to: &out)
      }
    }
    return Str.make(out)
  }

  static func swapcase(_ value: Value) -> Value {
    if let ascii = mapASCII(value, { $0 &- 65 < 26 ? $0 | 32 : upperASCII($0) }) { return ascii }
    var out: [UInt8] = []
    let codes = Str.scalars(value)
    for (index, code) in codes.enumerated() {
      if properties(code)?.isUppercase == true {
        appendLower(codes, index, to: &out)
      } else if properties(code)?.isLowercase == true {
        append(code, mapped: properties(code)?.uppercaseMapping, to: &out)
      } else {
        Str.append(code, to: &out)
      }
    }
    return Str.make(out)
  }

  static func title(_ value: Value) -> Value {
    var isInASCIIWord = false
    let ascii = mapASCII(value) { byte in
      let isLetter = byte | 32 &- 97 < 26
      defer { isInASCIIWord = isLetter }
      return isInASCIIWord ? lowerASCII(byte) : upperASCII(byte)
    }
    if let ascii { return ascii }
    var out: [UInt8] = []
    var inWord = false
    let codes = Str.scalars(value)
    for (index, code) in codes.enumerated() {
      if inWord {
        appendLower(codes, index, to: &out)
      } else {
        append(code, mapped: properties(code)?.titlecaseMapping, to: &out)
      }
      inWord = isCased(code)
    }
    return Str.make(out)
  }

  static func capitalize(_ value: Value) -> Value {
    var isFirst = true
    let ascii = mapASCII(value) { byte in
      defer { isFirst = false }
      return isFirst ? upperASCII(byte) : lowerASCII(byte)
    }
    if let ascii { return ascii }
    var out: [UInt8] = []
    let codes = Str.scalars(value)
    for (index, code) in codes.enumerated() {
      if index == 0 {
        append(code, mapped: properties(code)?.titlecaseMapping, to: &out)
      } else {
        appendLower(codes, index, to: &out)
      }
    }
    return Str.make(out)
  }

  // MARK: Classes of characters

  static func isAlpha(_ code: UInt32) -> Bool {
    if code < 0x80 { return (code | 32) &- 97 < 26 }
    switch properties(code)?.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    default: return false
    }
  }

  static func isDecimal(_ code: UInt32) -> Bool {
    code < 0x80 ? code &- 48 < 10 : properties(code)?.generalCategory == .decimalNumber
  }

  static func isDigit(_ code: UInt32) -> Bool {
    if isDecimal(code) { return true }
    return properties(code)?.numericType == .digit
  }

  static func isNumeric(_ code: UInt32) -> Bool {
    code < 0x80 ? code &- 48 < 10 : properties(code)?.numericType != nil
  }

  /// Whether every character of a text that isn't empty is of a class.
  static func all(_ value: Value, _ matches: (UInt32) -> Bool) -> Value {
    let text = Str.bytes(value)
    var index = 0
    while index < text.count {
      if !matches(Str.nextScalar(text, &index)) { return .no }
    }
    return Value(!text.isEmpty)
  }

  /// `islower()` and `isupper()`: some cased character, and none of the other case.
  static func isCase(_ value: Value, upper: Bool) -> Value {
    var found = false
    for code in Str.scalars(value) {
      guard let properties = properties(code) else { continue }
      let isUpper = properties.isUppercase
      let isLower = properties.isLowercase
      if upper ? isLower : isUpper { return .no }
      if properties.generalCategory == .titlecaseLetter { return .no }
      if upper ? isUpper : isLower { found = true }
    }
    return Value(found)
  }

  static func isTitle(_ value: Value) -> Value {
    var found = false
    var afterCased = false
    for code in Str.scalars(value) {
      guard let properties = properties(code) else { continue }
      if properties.isUppercase || properties.generalCategory == .titlecaseLetter {
        if afterCased { return .no }
        afterCased = true
        found = true
      } else if properties.isLowercase {
        if !afterCased { return .no }
        found = true
      } else {
        afterCased = false
      }
    }
    return Value(found)
  }

  static func isIdentifier(_ value: Value) -> Value {
    for (index, code) in Str.scalars(value).enumerated() {
      if code == 95 { continue }
      guard let properties = properties(code) else { return .no }
      if !(index == 0 ? properties.isXIDStart : properties.isXIDContinue) { return .no }
    }
    return Value(Str.length(value) > 0)
  }
}
