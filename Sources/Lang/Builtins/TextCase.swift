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

  /// What Unicode says of a character; nil for one that its version 14.0, which Python 3.11 has, doesn't know yet.
  static func properties(_ code: UInt32) -> Unicode.Scalar.Properties? {
    guard let properties = Unicode.Scalar(code)?.properties else { return nil }
    // In these ranges, which most texts are in, no character has been added since.
    if code < 0x870 || 0x3400...0x9FFF ~= code || 0xAC00...0xD7A3 ~= code { return properties }
    guard let age = properties.age, age.major <= 14 else { return nil }
    return properties
  }

  /// The digit that a character is, in any script; nil for others.
  static func decimalDigit(_ code: UInt32) -> Int? {
    if code < 0x80 { return code &- 48 < 10 ? Int(code) - 48 : nil }
    guard let properties = properties(code), properties.numericType == .decimal else { return nil }
    return properties.numericValue.map { Int($0) }
  }

  /// The letters whose capital letters are younger than that.
  private static let withoutCapital: Set<UInt32> = [0x19B, 0x264, 0xA7D3, 0xA7D5]

  private static func uppercase(_ code: UInt32) -> String? {
    withoutCapital.contains(code) ? nil : properties(code)?.uppercaseMapping
  }

  private static func titlecase(_ code: UInt32) -> String? {
    withoutCapital.contains(code) ? nil : properties(code)?.titlecaseMapping
  }

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
    for code in Str.scalars(value) { append(code, mapped: uppercase(code), to: &out) }
    return Str.make(out)
  }

  /// `casefold()`: the lower case of the upper case; Cherokee folds to upper case.
  static func casefold(_ value: Value) -> Value {
    if let ascii = mapASCII(value, lowerASCII) { return ascii }
    var out: [UInt8] = []
    for code in Str.scalars(value) {
      switch code {
      case 0x1E9E: out.append(contentsOf: "ss".utf8)
      case 0x131, 0x13A0...0x13F5: Str.append(code, to: &out)
      case 0x13F8...0x13FD, 0xAB70...0xABBF: append(code, mapped: uppercase(code), to: &out)
      default:
        guard let upper = uppercase(code) else {
          append(code, mapped: properties(code)?.lowercaseMapping, to: &out)
          continue
        }
        for scalar in upper.unicodeScalars {
          append(scalar.value, mapped: scalar.properties.lowercaseMapping, to: &out)
        }
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
        append(code, mapped: uppercase(code), to: &out)
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
        append(code, mapped: titlecase(code), to: &out)
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
        append(code, mapped: titlecase(code), to: &out)
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
