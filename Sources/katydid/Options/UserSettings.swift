import Foundation
import Runtime

/// What `--config-users` says.
enum UserSettings {
  /// The settings of texts and files: objects, or lists of them.
  ///
  /// - Throws: `OptionFault` for anything else, with Locust's status for it.
  static func read(_ words: [String]) throws(OptionFault) -> [PlainData] {
    var settings: [PlainData] = []
    for word in words {
      let bytes = word.hasSuffix(".json") ? FileManager.default.contents(atPath: word) : Data(word.utf8)
      guard let bytes else { throw OptionFault("--config-users: can't read '\(word)'.", status: 255) }
      guard let data = try? JSONDecoder().decode(PlainData.self, from: bytes) else {
        throw OptionFault("--config-users: '\(word)' is no JSON.", status: 255)
      }
      if case .list(let items) = data { settings += items } else { settings.append(data) }
    }
    for setting in settings where setting["user_class_name"]?.text == nil {
      throw OptionFault("--config-users: each object needs a user_class_name.", status: 255)
    }
    return settings
  }
}
