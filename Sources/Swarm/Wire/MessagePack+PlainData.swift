import Runtime

/// What specs send and hear, as messages carry it.
extension MessagePack {
  /// A spec's data.
  init(_ data: PlainData) {
    switch data {
    case .null: self = .null
    case .bool(let bool): self = .bool(bool)
    case .int(let int): self = .int(int)
    case .double(let double): self = .double(double)
    case .text(let text): self = .string(text)
    case .bytes(let bytes): self = .binary(bytes)
    case .list(let items): self = .array(items.map(MessagePack.init))
    case .map(let pairs): self = .map(pairs.map { Pair(MessagePack($0.key), MessagePack($0.value)) })
    }
  }

  /// The value for a spec. Integers beyond 64 bits become doubles, extended types their bytes.
  var plain: PlainData {
    switch self {
    case .null: .null
    case .bool(let bool): .bool(bool)
    case .int(let int): .int(int)
    case .unsigned(let int): .double(Double(int))
    case .double(let double): .double(double)
    case .string(let text): .text(text)
    case .binary(let bytes): .bytes(bytes)
    case .array(let items): .list(items.map(\.plain))
    case .map(let pairs): .map(pairs.map { PlainData.Pair($0.key.plain, $0.value.plain) })
    case .extended(_, let data): .bytes(data)
    }
  }
}
