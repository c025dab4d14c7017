import Lang

/// Percent-encoding as the Python libraries `requests` and `urllib3` do it (RFC 3986, section 2).
enum PercentEncoding {
  static let unreserved = Bytes.Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
  static let userInfo = Bytes.Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:")
  static let path = Bytes.Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/")
  static let query = Bytes.Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?")
  /// What a whole address may have in it, `%` apart.
  private static let address = Bytes.Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!#$&'()*+,/:;=?@[]")

  /// Encodes what isn't allowed in a component. Escapes that are there stay, in upper case, if every `%` begins one.
  static func encode(_ component: ArraySlice<UInt8>, allowing allowed: Bytes.Set) -> [UInt8] {
    if component.allSatisfy(allowed.contains) { return Array(component) }
    let keepsEscapes = component.indices.allSatisfy { component[$0] != percent || escape(component, $0) != nil }
    var encoded: [UInt8] = []
    encoded.reserveCapacity(component.count + 16)
    var index = component.startIndex
    while index < component.endIndex {
      let byte = component[index]
      if keepsEscapes, byte == percent, let value = escape(component, index) {
        append(value, to: &encoded)
        index += 3
        continue
      }
      if allowed.contains(byte) { encoded.append(byte) } else { append(byte, to: &encoded) }
      index += 1
    }
    return encoded
  }

  /// Decodes escapes of unreserved characters, and encodes what may not be in an address at all.
  static func requote(_ address: ArraySlice<UInt8>) -> [UInt8] {
    // "%zz" makes every "%" a character to be encoded; "%-" is left alone.
    let isBroken = address.indices.contains { index in
      address[index] == percent && index + 2 < address.endIndex && escape(address, index) == nil
        && isAlphanumeric(address[index + 1]) && isAlphanumeric(address[index + 2])
    }
    var quoted: [UInt8] = []
    quoted.reserveCapacity(address.count + 16)
    var index = address.startIndex
    while index < address.endIndex {
      let byte = address[index]
      if byte == percent, !isBroken {
        if let value = escape(address, index), unreserved.contains(value) {
          quoted.append(value)
          index += 3
          continue
        }
        quoted.append(byte)
      } else if self.address.contains(byte) {
        quoted.append(byte)
      } else {
        append(byte, to: &quoted)
      }
      index += 1
    }
    return quoted
  }

  /// Decodes escapes of unreserved characters.
  static func decodeUnreserved(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(percent) else { return bytes }
    return decode(bytes[...]) { unreserved.contains($0) }
  }

  /// Decodes every escape; bytes that are not UTF-8 become replacement characters.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: decode(bytes) { _ in true }, as: UTF8.self)
  }

  private static let percent = UInt8(ascii: "%")

  private static func decode(_ bytes: ArraySlice<UInt8>, if decodes: (UInt8) -> Bool) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == percent, let value = escape(bytes, index), decodes(value) {
        decoded.append(value)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return decoded
  }

  /// The value of the escape that begins at `index`.
  private static func escape(_ bytes: ArraySlice<UInt8>, _ index: Int) -> UInt8? {
    guard index + 2 < bytes.endIndex, let high = bytes[index + 1].hexDigit, let low = bytes[index + 2].hexDigit
    else { return nil }
    return high << 4 | low
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 32)
  }

  private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    let digits: StaticString = "0123456789ABCDEF"
    bytes.append(percent)
    bytes.append(digits.utf8Start[Int(byte >> 4)])
    bytes.append(digits.utf8Start[Int(byte & 15)])
  }
}
