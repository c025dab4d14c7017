/// A format specification of Python's mini-language, as in `f"{x:>10,.2f}"`.
struct FormatSpec {
  var fill: UInt32 = 32
  /// One of `<>=^`, or 0 where not given.
  var align: UInt8 = 0
  /// One of `+- `, or 0 where not given.
  var sign: UInt8 = 0
  var coercesNegativeZero = false
  var alternate = false
  var width = 0
  /// `,` or `_`, or 0 where not given.
  var grouping: UInt8 = 0
  var precision: Int?
  /// The presentation type, or 0 where not given.
  var type: UInt32 = 0

  /// Reads a specification.
  init(_ spec: UnsafeBufferPointer<UInt8>, for value: Value) throws(Raised) {
    var index = 0
    func peek(_ offset: Int = 0) -> UInt8 { index + offset < spec.count ? spec[index + offset] : 0 }
    func isAlign(_ byte: UInt8) -> Bool { byte == 0x3C || byte == 0x3E || byte == 0x3D || byte == 0x5E }
    if !spec.isEmpty {
      var after = 0
      let first = Str.nextScalar(spec, &after)
      if after < spec.count, isAlign(spec[after]) {
        fill = first
        align = spec[after]
        index = after + 1
      } else if isAlign(peek()) {
        align = peek()
        index = 1
      }
    }
    let hasFill = index > 1
    if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") || peek() == UInt8(ascii: " ") {
      sign = peek()
      index += 1
    }
    if peek() == UInt8(ascii: "z") {
      coercesNegativeZero = true
      index += 1
    }
    if peek() == UInt8(ascii: "#") {
      alternate = true
      index += 1
    }
    if !hasFill, peek() == UInt8(ascii: "0") {
      fill = 48
      if align == 0 { align = value.isKind(.str) ? UInt8(ascii: "<") : UInt8(ascii: "=") }
      index += 1
    }
    width = try FormatSpec.number(spec, &index) ?? 0
    if peek() == UInt8(ascii: ",") {
      grouping = peek()
      index += 1
    }
    if peek() == UInt8(ascii: "_") {
      if grouping != 0 { throw raise(.valueError, "Cannot specify both ',' and '_'.") }
      grouping = peek()
      index += 1
    }
    if peek() == UInt8(ascii: ",") {
      if grouping == UInt8(ascii: "_") { throw raise(.valueError, "Cannot specify both ',' and '_'.") }
    }
    if peek() == UInt8(ascii: ".") {
      index += 1
      guard let digits = try FormatSpec.number(spec, &index) else {
        throw raise(.valueError, "Format specifier missing precision")
      }
      precision = digits
    }
    guard index < spec.count else {
      if grouping != 0, value.isKind(.str) { throw cannotGroup(UInt32(UInt8(ascii: "s"))) }
      return
    }
    type = Str.nextScalar(spec, &index)
    if index < spec.count {
      throw raise(
        .valueError,
        "Invalid format specifier '\(String(decoding: spec, as: UTF8.self))' for object of type "
          + "'\(Types.name(value))'")
    }
    // An explicit NUL means what floats do without a type, and nothing for others.
    if type == 0, !value.isFloat, !value.isKind(.float) { throw unknown(value) }
    if grouping != 0, type != 0, !"defgEG%F".unicodeScalars.contains(where: { $0.value == type }) {
      if !(grouping == UInt8(ascii: "_") && "boxX".unicodeScalars.contains { $0.value == type }) {
        throw cannotGroup(type)
      }
    }
  }

  /// The error for a thousands separator that a presentation type doesn't take.
  func cannotGroup(_ type: UInt32) -> Raised {
    raise(.valueError, "Cannot specify '\(Unicode.Scalar(grouping))' with '\(FormatSpec.character(type))'.")
  }

  private static func number(_ spec: UnsafeBufferPointer<UInt8>, _ index: inout Int) throws(Raised) -> Int? {
    var result: Int?
    while index < spec.count {
      var next = index
      guard let digit = Text.decimalDigit(Str.nextScalar(spec, &next)) else { break }
      let (product, isTooLarge) = (result ?? 0).multipliedReportingOverflow(by: 10)
      let (sum, overflow) = product.addingReportingOverflow(digit)
      if isTooLarge || overflow { throw raise(.valueError, "Too many decimal digits in format string") }
      result = sum
      index = next
    }
    return result
  }

  /// A presentation type as messages show it.
  static func character(_ type: UInt32) -> String {
    guard type > 32, type < 128, let scalar = Unicode.Scalar(type) else {
      return "\\x" + String(type, radix: 16)
    }
    return String(Character(scalar))
  }

  /// The error for a presentation type that a value doesn't have.
  func unknown(_ value: Value) -> Raised {
    raise(
      .valueError, "Unknown format code '\(FormatSpec.character(type))' for object of type '\(Types.name(value))'")
  }

  /// Pads a body of `length` characters; `head` bytes of it (sign and prefix) stay before the padding of `=`.
  func pad(_ body: [UInt8], length: Int, head: Int = 0, defaultAlign: UInt8) -> [UInt8] {
    let missing = width - length
    if missing <= 0 { return body }
    let side = align == 0 ? defaultAlign : align
    let left: Int
    switch side {
    case UInt8(ascii: "<"): left = 0
    case UInt8(ascii: "^"): left = missing / 2
    default: left = missing
    }
    var out: [UInt8] = []
    out.reserveCapacity(body.count + missing * 2)
    func fillUp(_ count: Int) {
      if fill < 0x80 {
        out.append(contentsOf: repeatElement(UInt8(fill), count: count))
      } else {
        for _ in 0..<count { Str.append(fill, to: &out) }
      }
    }
    if side == UInt8(ascii: "=") {
      out.append(contentsOf: body[..<head])
      fillUp(missing)
      out.append(contentsOf: body[head...])
      return out
    }
    fillUp(left)
    out.append(contentsOf: body)
    fillUp(missing - left)
    return out
  }

  /// Puts together a number: sign, prefix, digits before the point, the rest; grouped and padded.
  func assemble(
    isNegative: Bool, prefix: String = "", digits: UnsafeBufferPointer<UInt8>, rest: UnsafeBufferPointer<UInt8>,
    suffix: UInt8 = 0, groupSize: Int = 3
  ) -> Value {
    let shownSign = isNegative ? UInt8(ascii: "-") : sign == UInt8(ascii: "-") ? 0 : sign
    let head = (shownSign == 0 ? 0 : 1) + prefix.utf8.count
    let tail = rest.count + (suffix == 0 ? 0 : 1)
    func grouped(_ count: Int) -> Int { grouping == 0 ? count : count + max(0, count - 1) / groupSize }
    var total = digits.count
    if grouping != 0, fill == 48, align == UInt8(ascii: "=") {
      // Zeros in front are grouped, too.
      while head + grouped(total) + tail < width { total += 1 }
    }
    let body = head + grouped(total) + tail
    let missing = max(0, width - body)
    let fillSize = fill < 0x80 ? 1 : fill < 0x800 ? 2 : fill < 0x10000 ? 3 : 4
    let (value, data) = Str.uninitialized(count: body + missing * fillSize, length: body + missing)
    var end = data
    func put(_ byte: UInt8) {
      end.pointee = byte
      end += 1
    }
    func pad(_ count: Int) {
      if fill < 0x80 {
        for _ in 0..<count { put(UInt8(fill)) }
      } else {
        var bytes: [UInt8] = []
        Str.append(fill, to: &bytes)
        for _ in 0..<count { for byte in bytes { put(byte) } }
      }
    }
    let left: Int
    switch align {
    case UInt8(ascii: "<"), UInt8(ascii: "="): left = 0
    case UInt8(ascii: "^"): left = missing / 2
    default: left = missing
    }
    pad(left)
    if shownSign != 0 { put(shownSign) }
    for byte in prefix.utf8 { put(byte) }
    if align == UInt8(ascii: "=") { pad(missing) }
    for index in 0..<total {
      if grouping != 0, index > 0, (total - index) % groupSize == 0 { put(grouping) }
      let digit = index - (total - digits.count)
      put(digit < 0 ? 48 : digits[digit])
    }
    for byte in rest { put(byte) }
    if suffix != 0 { put(suffix) }
    if align != UInt8(ascii: "=") { pad(missing - left) }
    return value
  }
}
