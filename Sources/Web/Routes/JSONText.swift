/// JSON that is written piece by piece: a thousand rows a second are too many for `JSONEncoder`.
struct JSONText {
  private(set) var bytes: [UInt8] = []

  /// Adds text that is JSON already.
  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Adds bytes that are JSON already.
  mutating func raw(_ text: some Sequence<UInt8>) { bytes.append(contentsOf: text) }

  /// Adds a string (RFC 8259, section 7).
  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): raw("\\\"")
      case UInt8(ascii: "\\"): raw("\\\\")
      case 0..<32:
        raw("\\u00")
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func number(_ value: Int) { raw(String(value).utf8) }

  /// Adds a number with at most three decimals.
  mutating func number(_ value: Double) {
    guard value.isFinite else { return raw("null") }
    let thousandths = (abs(value) * 1000).rounded()
    guard thousandths < 1e15 else { return raw(String(value).utf8) }
    let whole = Int(thousandths)
    if value < 0, whole > 0 { raw("-") }
    number(whole / 1000)
    let rest = whole % 1000
    guard rest > 0 else { return }
    raw(rest < 10 ? ".00" : rest < 100 ? ".0" : ".")
    var digits = rest
    while digits % 10 == 0 { digits /= 10 }
    number(digits)
  }

  mutating func optional(_ value: String?) { if let value { string(value) } else { raw("null") } }
  mutating func optional(_ value: Double?) { if let value { number(value) } else { raw("null") } }
  mutating func optional(_ value: Int?) { if let value { number(value) } else { raw("null") } }
  mutating func flag(_ value: Bool) { raw(value ? "true" : "false") }

  /// Adds an array.
  mutating func array<Element>(_ elements: some Sequence<Element>, _ add: (inout JSONText, Element) -> Void) {
    raw("[")
    var isFirst = true
    for element in elements {
      if !isFirst { raw(",") }
      isFirst = false
      add(&self, element)
    }
    raw("]")
  }
}
