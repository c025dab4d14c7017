/// A MessagePack value: what messages between nodes are made of.
///
/// The format is at https://github.com/msgpack/msgpack/blob/master/spec.md.
public enum MessagePack: Sendable, Equatable {
  case null
  case bool(Bool)
  /// Any integer that fits; what doesn't is `unsigned`.
  case int(Int64)
  /// An integer above `Int64.max`.
  case unsigned(UInt64)
  case double(Double)
  case string(String)
  case binary([UInt8])
  case array([MessagePack])
  /// Keys may be of any type and keep their order.
  case map([Pair])
  case extended(type: Int8, data: [UInt8])

  /// A key of a map and its value.
  public struct Pair: Sendable, Equatable {
    /// The key.
    public var key: MessagePack
    /// The value.
    public var value: MessagePack

    /// Creates a pair.
    public init(_ key: MessagePack, _ value: MessagePack) {
      self.key = key
      self.value = value
    }
  }
}

extension MessagePack: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  public init(dictionaryLiteral elements: (MessagePack, MessagePack)...) {
    self = .map(elements.map { Pair($0, $1) })
  }

  public init(arrayLiteral elements: MessagePack...) { self = .array(elements) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int64) { self = .int(value) }
  public init(floatLiteral value: Double) { self = .double(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(nilLiteral: ()) { self = .null }
}

extension MessagePack {
  /// Adds pairs to a map; does nothing to another value. A key that is there already keeps its value.
  mutating func append(_ pairs: [Pair]) {
    guard !pairs.isEmpty, case .map(let old) = self else { return }
    self = .map(old + pairs.filter { pair in !old.contains { $0.key == pair.key } })
  }
}

/// Reading values whose type is not certain.
extension MessagePack {
  /// The value under a key of a map; nil for a missing key or another type.
  public subscript(key: String) -> MessagePack? {
    guard case .map(let pairs) = self else { return nil }
    return pairs.first { $0.key == .string(key) }?.value
  }

  /// The text of a string.
  public var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The value of an integer.
  public var integer: Int? {
    if case .int(let value) = self { Int(value) } else { nil }
  }

  /// The value of an integer or a double.
  public var number: Double? {
    switch self {
    case .int(let value): Double(value)
    case .unsigned(let value): Double(value)
    case .double(let value): value
    default: nil
    }
  }

  /// The elements of an array.
  public var elements: [MessagePack]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The pairs of a map.
  public var pairs: [Pair]? {
    if case .map(let pairs) = self { pairs } else { nil }
  }
}
