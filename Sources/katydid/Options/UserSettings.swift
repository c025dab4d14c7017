import Foundation
import Runtime

/// What `--config-users` says.
enum UserSettings {
  /// JSON with numbers, texts, lists and objects.
  private enum Node: Decodable {
    case plain(PlainData)

    init(from decoder: any Decoder) throws {
      if let box = try? decoder.container(keyedBy: Key.self) {
        self = .plain(
          .map(
            try box.allKeys.sorted { $0.stringValue < $1.stringValue }.map { key in
              PlainData.Pair(.text(key.stringValue), try box.decode(Node.self, forKey: key).data)
            }))
        return
      }
      if var list = try? decoder.unkeyedContainer() {
        var items: [PlainData] = []
        while !list.isAtEnd { items.append(try list.decode(Node.self).data) }
        self = .plain(.list(items))
        return
      }
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        self = .plain(.null)
      } else if let bool = try? value.decode(Bool.self) {
        self = .plain(.bool(bool))
      } else if let int = try? value.decode(Int64.self) {
        self = .plain(.int(int))
      } else if let double = try? value.decode(Double.self) {
        self = .plain(.double(double))
      } else {
        self = .plain(.text(try value.decode(String.self)))
      }
    }

    var data: PlainData {
      switch self {
      case .plain(let data): data
      }
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// The settings of texts and files: objects, or lists of them.
  ///
  /// - Throws: `OptionFault` for anything else, with Locust's status for it.
  static func read(_ words: [String]) throws(OptionFault) -> [PlainData] {
    var settings: [PlainData] = []
    for word in words {
      let bytes = word.hasSuffix(".json") ? FileManager.default.contents(atPath: word) : Data(word.utf8)
      guard let bytes else { throw OptionFault("--config-users: can't read '\(word)'.", status: 255) }
      guard let node = try? JSONDecoder().decode(Node.self, from: bytes) else {
        throw OptionFault("--config-users: '\(word)' is no JSON.", status: 255)
      }
      if case .list(let items) = node.data { settings += items } else { settings.append(node.data) }
    }
    for setting in settings where setting["user_class_name"]?.text == nil {
      throw OptionFault("--config-users: each object needs a user_class_name.", status: 255)
    }
    return settings
  }
}
