/// The value of a hexadecimal digit.
func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 48...57: byte - 48
  case 65...70: byte - 55
  case 97...102: byte - 87
  default: nil
  }
}

/// Bytes as hexadecimal digits.
func hexadecimal<Bytes: Sequence<UInt8>>(_ bytes: Bytes) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}

/// Replaces `%41` and the like (RFC 3986); what isn't valid stays as it is.
func percentDecoded<Bytes: Collection<UInt8>>(_ source: Bytes, plusIsBlank: Bool) -> String {
  let source = Array(source)
  var decoded: [UInt8] = []
  decoded.reserveCapacity(source.count)
  var index = 0
  while index < source.count {
    let byte = source[index]
    if byte == UInt8(ascii: "%"), index + 2 < source.count,
      let high = hexadecimalDigit(source[index + 1]), let low = hexadecimalDigit(source[index + 2])
    {
      decoded.append(high << 4 | low)
      index += 3
      continue
    }
    decoded.append(plusIsBlank && byte == UInt8(ascii: "+") ? 32 : byte)
    index += 1
  }
  return String(decoding: decoded, as: UTF8.self)
}

/// The fields of a query or of an `application/x-www-form-urlencoded` body.
func formFields<Bytes: Collection<UInt8>>(_ bytes: Bytes) -> [(name: String, value: String)] {
  bytes.split(separator: UInt8(ascii: "&")).map { pair in
    let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
    return (
      percentDecoded(parts[0], plusIsBlank: true), parts.count > 1 ? percentDecoded(parts[1], plusIsBlank: true) : ""
    )
  }
}

/// Text as it may stand in HTML.
func escapedHTML(_ text: String) -> String {
  var escaped = ""
  for character in text {
    switch character {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    default: escaped.append(character)
    }
  }
  return escaped
}

/// Whether a text can be a header's value without adding a line to the header.
func isHeaderSafe(_ text: String) -> Bool { text.utf8.allSatisfy { $0 >= 32 && $0 != 127 } }
