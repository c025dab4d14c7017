/// Plain data out of JSON: the settings of user classes.
extension PlainData: Decodable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Reads numbers, texts, lists and objects, whose members are sorted by name.
  public init(from decoder: any Decoder) throws {
    if let box = try? decoder.container(keyedBy: Key.self) {
      self = .map(
        try box.allKeys.sorted { $0.stringValue < $1.stringValue }.map { key in
          Pair(.text(key.stringValue), try box.decode(PlainData.self, forKey: key))
        })
      return
    }
    if var list = try? decoder.unkeyedContainer() {
      var items: [PlainData] = []
      while !list.isAtEnd { items.append(try list.decode(PlainData.self)) }
      self = .list(items)
      return
    }
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let int = try? value.decode(Int64.self) {
      self = .int(int)
    } else if let double = try? value.decode(Double.self) {
      self = .double(double)
    } else {
      self = .text(try value.decode(String.self))
    }
  }
}
