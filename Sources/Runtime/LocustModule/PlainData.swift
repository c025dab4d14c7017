import Lang

/// Data of a spec that can leave the process: what messages between nodes carry.
public indirect enum PlainData: Sendable, Equatable {
  case null
  case bool(Bool)
  case int(Int64)
  case double(Double)
  case text(String)
  case bytes([UInt8])
  case list([PlainData])
  /// Keys may be of any type and keep their order.
  case map([Pair])

  /// A key of a map and its value.
  public struct Pair: Sendable, Equatable {
    /// The key.
    public var key: PlainData
    /// The value.
    public var value: PlainData

    /// Creates a pair.
    public init(_ key: PlainData, _ value: PlainData) {
      self.key = key
      self.value = value
    }
  }

  /// How deep data may nest: a list that holds itself has no end.
  private static let mostLevels = 100

  /// The data of a Python value. Sets become lists, tuples too.
  ///
  /// - Throws: `TypeError` for what has no plain form, `ValueError` for what nests too deep.
  init(_ value: Value, level: Int = 0) throws(Raised) {
    guard level < PlainData.mostLevels else { throw raise(.valueError, "the data nests too deep to be sent") }
    if value.isNone || value.isUnbound {
      self = .null
    } else if value.isBool {
      self = .bool(value.isTrue)
    } else if value.isFloat {
      self = .double(value.double)
    } else if let int = Integer.int(value) {
      self = .int(Int64(int))
    } else if value.isKind(.str) {
      self = .text(Str.swift(value))
    } else if value.isKind(.bytes) {
      self = .bytes(BytesValue.bytes(value))
    } else if let items = PlainData.items(value) {
      var list: [PlainData] = []
      for item in items { list.append(try PlainData(item, level: level + 1)) }
      self = .list(list)
    } else if value.isKind(.dict) {
      var pairs: [Pair] = []
      for (key, item) in Dict.pairs(value) {
        pairs.append(Pair(try PlainData(key, level: level + 1), try PlainData(item, level: level + 1)))
      }
      self = .map(pairs)
    } else {
      throw raise(.typeError, "can not serialize '\(Types.name(value))' object")
    }
  }

  private static func items(_ value: Value) -> [Value]? {
    if value.isKind(.list) { return Array(List.items(value)) }
    if value.isKind(.tuple) { return Array(Tuple.items(value)) }
    if value.isKind(.set) { return PySet.elements(value) }
    return nil
  }

  /// The data as a Python value.
  func value() throws(Raised) -> Value {
    switch self {
    case .null: return .none
    case .bool(let bool): return Value(bool)
    case .int(let int): return Integer.make(Int(int))
    case .double(let double): return Value(double)
    case .text(let text): return Str.make(text)
    case .bytes(let bytes): return BytesValue.make(bytes)
    case .list(let items):
      let list = List.make(capacity: items.count)
      for item in items { List.append(list, try item.value()) }
      return list
    case .map(let pairs):
      let dict = Dict.make()
      for pair in pairs {
        // A list is no key of a dict; nobody sends one but by mistake.
        guard !pair.key.isContainer else { throw raise(.typeError, "a message has a list or a map as a key") }
        try Dict.set(dict, try pair.key.value(), try pair.value.value())
      }
      return dict
    }
  }

  private var isContainer: Bool {
    switch self {
    case .list, .map: true
    default: false
    }
  }
}
