extension UInt8 {
  /// The value of a hexadecimal digit, in either case; nil for any other byte.
  @inlinable @inline(__always)
  public var hexDigit: UInt8? {
    switch self {
    case 48...57: self - 48
    case 65...70: self - 55
    case 97...102: self - 87
    default: nil
    }
  }
}
