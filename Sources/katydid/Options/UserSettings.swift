import Foundation
import Runtime

/// What `--config-users` says.
enum UserSettings {
  /// The settings of each text or file: those of an object, or of a list of objects.
  ///
  /// - Throws: `OptionFault` for anything else.
  static func read(_ words: [String]) throws(OptionFault) -> [[PlainData]] {
    var settings: [[PlainData]] = []
    for word in words {
      let bytes = word.hasSuffix(".json") ? FileManager.default.contents(atPath: word) : Data(word.utf8)
      guard let bytes else { throw OptionFault("--config-users: can't read '\(word)'.") }
      guard let data = try? JSONDecoder().decode(PlainData.self, from: bytes) else {
        throw OptionFault("--config-users: '\(word)' is no JSON.")
      }
      if case .list(let items) = data { settings.append(items) } else { settings.append([data]) }
    }
    for setting in settings.joined() where setting["user_class_name"]?.text == nil {
      throw OptionFault("--config-users: each object needs a user_class_name.")
    }
    return settings
  }
}
