/// `str.format` and `str.format_map`.
extension Text {
  /// Fills the fields of a format string.
  ///
  /// - Parameters:
  ///   - positional: a tuple; unbound for `format_map`.
  ///   - named: a dict or any mapping.
  static func fill(_ template: Value, _ positional: Value, _ named: Value) throws(Raised) -> Value {
    var filler = TemplateFiller(positional: positional, named: named)
    let result = try filler.fill(Str.bytes(template), depth: 2)
    Function.keepAlive(template)
    return Str.make(result)
  }
}

private struct TemplateFiller {
  let positional: Value
  let named: Value
  /// The number of the next `{}`; -1 once fields were numbered by hand.
  private var next = 0
  private var isManual = false

  init(positional: Value, named: Value) {
    self.positional = positional
    self.named = named
  }

  mutating func fill(_ text: UnsafeBufferPointer<UInt8>, depth: Int) throws(Raised) -> [UInt8] {
    if depth < 0 { throw raise(.valueError, "Max string recursion exceeded") }
    var out: [UInt8] = []
    out.reserveCapacity(text.count + 32)
    var index = 0
    let open = UInt8(ascii: "{")
    let close = UInt8(ascii: "}")
    while index < text.count {
      let byte = text[index]
      index += 1
      if byte == close {
        guard index < text.count, text[index] == close else {
          throw raise(.valueError, "Single '}' encountered in format string")
        }
        index += 1
        out.append(close)
      } else if byte == open {
        guard index < text.count else { throw raise(.valueError, "Single '{' encountered in format string") }
        if text[index] == open {
          index += 1
          out.append(open)
        } else {
          try fillField(text, &index, depth, to: &out)
        }
      } else {
        out.append(byte)
      }
    }
    return out
  }

  private mutating func fillField(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ depth: Int, to out: inout [UInt8]
  ) throws(Raised) {
    let start = index
    var inBrackets = false
    scan: while index < text.count {
      switch text[index] {
      case UInt8(ascii: "["): inBrackets = true
      case UInt8(ascii: "]"): inBrackets = false
      case UInt8(ascii: "{") where !inBrackets:
        throw raise(.valueError, "unexpected '{' in field name")
      case UInt8(ascii: "}"), UInt8(ascii: ":"), UInt8(ascii: "!"): if !inBrackets { break scan }
      default: break
      }
      index += 1
    }
    let missing = "expected '}' before end of string"
    guard index < text.count else { throw raise(.valueError, missing) }
    let name = UnsafeBufferPointer(rebasing: text[start..<index])
    var conversion: UInt8 = 0
    if text[index] == UInt8(ascii: "!") {
      guard index + 1 < text.count else {
        throw raise(.valueError, "end of string while looking for conversion specifier")
      }
      conversion = text[index + 1]
      index += 2
      guard index < text.count else { throw raise(.valueError, "unmatched '{' in format spec") }
      if text[index] != UInt8(ascii: ":") && text[index] != UInt8(ascii: "}") {
        throw raise(.valueError, "expected ':' after conversion specifier")
      }
    }
    var spec = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    if text[index] == UInt8(ascii: ":") {
      let begin = index + 1
      var nesting = 1
      index = begin
      while index < text.count {
        if text[index] == UInt8(ascii: "{") { nesting += 1 }
        if text[index] == UInt8(ascii: "}") {
          nesting -= 1
          if nesting == 0 { break }
        }
        index += 1
      }
      guard index < text.count else { throw raise(.valueError, missing) }
      spec = UnsafeBufferPointer(rebasing: text[begin..<index])
    }
    index += 1
    var value = try lookUp(name)
    switch conversion {
    case 0: break
    case UInt8(ascii: "r"): value = try Text.repr(value)
    case UInt8(ascii: "s"): value = try Text.str(value)
    case UInt8(ascii: "a"): value = try Text.ascii(value)
    default: throw raise(.valueError, "Unknown conversion specifier \(Unicode.Scalar(conversion))")
    }
    if spec.isEmpty {
      if value.object(isExactly: Types.str) {
        out.append(contentsOf: Str.bytes(value))
        return
      }
      if value.isSmallInt {
        Text.appendInteger(value.smallInt, to: &out)
        return
      }
    }
    let specification =
      spec.contains(UInt8(ascii: "{")) ? Str.make(try fill(spec, depth: depth - 1)) : Str.make(spec)
    if depth < 1 && !spec.isEmpty && spec.contains(UInt8(ascii: "{")) {
      throw raise(.valueError, "Max string recursion exceeded")
    }
    out.append(contentsOf: Str.bytes(try Text.format(value, specification)))
  }

  private mutating func lookUp(_ name: UnsafeBufferPointer<UInt8>) throws(Raised) -> Value {
    var index = 0
    while index < name.count, name[index] != UInt8(ascii: "."), name[index] != UInt8(ascii: "[") { index += 1 }
    var value = try first(UnsafeBufferPointer(rebasing: name[..<index]))
    while index < name.count {
      let isAttribute = name[index] == UInt8(ascii: ".")
      if !isAttribute && name[index] != UInt8(ascii: "[") {
        throw raise(.valueError, "Only '.' or '[' may follow ']' in format field specifier")
      }
      index += 1
      let start = index
      while index < name.count,
        isAttribute
          ? name[index] != UInt8(ascii: ".") && name[index] != UInt8(ascii: "[") : name[index] != UInt8(ascii: "]")
      { index += 1 }
      let part = UnsafeBufferPointer(rebasing: name[start..<index])
      if part.isEmpty { throw raise(.valueError, "Empty attribute in format string") }
      if isAttribute {
        value = try Attributes.get(value, Symbol(utf8: part))
      } else {
        if index >= name.count { throw raise(.valueError, "Missing ']' in format string") }
        index += 1
        let number = try TemplateFiller.number(part)
        value = try Subscript.get(value, number.map(Integer.make) ?? Str.make(part))
      }
    }
    return value
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>) throws(Raised) -> Int? {
    guard !text.isEmpty, text.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
    guard let number = Int(String(decoding: text, as: UTF8.self)) else {
      throw raise(.valueError, "Too many decimal digits in format string")
    }
    return number
  }

  private mutating func first(_ name: UnsafeBufferPointer<UInt8>) throws(Raised) -> Value {
    var number = try TemplateFiller.number(name)
    if name.isEmpty {
      if isManual {
        throw raise(
          .valueError, "cannot switch from manual field specification to automatic field numbering")
      }
      number = next
      next += 1
    } else if number != nil {
      if next > 0 {
        throw raise(
          .valueError, "cannot switch from automatic field numbering to manual field specification")
      }
      isManual = true
    }
    guard let number else { return try Subscript.get(named, Str.make(name)) }
    guard !positional.isUnbound else {
      throw raise(.valueError, "Format string contains positional fields")
    }
    let items = Tuple.items(positional)
    guard number < items.count else {
      throw raise(.indexError, "Replacement index \(number) out of range for positional args tuple")
    }
    return items[number]
  }
}
