import Foundation
import TOMLKit

/// Options that configuration files give: `key = value` lines, or the table of a TOML file.
enum ConfigurationFiles {
  /// The files that are read when they are there, the least important first. Katydid's own count more than Locust's.
  static let standard = [
    "~/.locust.conf", "~/.katydid.conf", "locust.conf", "katydid.conf", "pyproject.toml",
  ]

  /// Reads the standard files that are there and one that was named.
  ///
  /// - Throws: `OptionFault` when the named one can't be read, or any has something wrong in it.
  static func read(named: String?) throws(OptionFault) -> [OptionLayer] {
    var layers: [OptionLayer] = []
    for name in standard {
      let path = name.hasPrefix("~/") ? home + String(name.dropFirst()) : name
      // To make the error for a file that isn't there takes longer than all else here.
      guard access(path, R_OK) == 0 else { continue }
      if let text = try? String(contentsOfFile: path, encoding: .utf8) { layers += try read(text, name) }
    }
    if let named {
      guard let text = try? String(contentsOfFile: named, encoding: .utf8) else {
        throw OptionFault("Can't read the configuration file '\(named)'.")
      }
      layers += try read(text, named)
    }
    return layers
  }

  private static var home: String {
    EnvironmentOptions.text("HOME") ?? FileManager.default.homeDirectoryForCurrentUser.path
  }

  private static func read(_ text: String, _ file: String) throws(OptionFault) -> [OptionLayer] {
    guard file.hasSuffix(".toml") else { return [try layer(of: lines(text), file)] }
    let document: TOMLTable
    do { document = try TOMLTable(string: text) } catch {
      throw OptionFault("\(file) is no TOML file: \(error)")
    }
    var layers: [OptionLayer] = []
    for program in ["locust", "katydid"] {
      guard let table = document["tool"]?.table?[program]?.table else { continue }
      layers.append(try layer(of: entries(table), file))
    }
    return layers
  }

  /// One setting of a file.
  private struct Entry {
    let key: String
    let values: [String]
    let isList: Bool
  }

  private static func layer(of entries: [Entry], _ file: String) throws(OptionFault) -> OptionLayer {
    var layer = OptionLayer()
    for entry in entries {
      let name = "--" + entry.key.drop { $0 == "-" }
      guard let option = RunOption.all.first(where: { $0.names.contains(name) }) else {
        layer.unknown.append(
          OptionLayer.Unknown(name: name, value: entry.values.joined(separator: " "), place: file))
        continue
      }
      let spelling = "\(entry.key) in \(file)"
      if option.isFlag {
        guard entry.values.count == 1, let flag = OptionLayer.flag(entry.values[0]) else {
          throw OptionFault("\(spelling) must be true or false.")
        }
        try layer.set(option, [flag ? "true" : "false"], spelling: spelling)
      } else if option.isList {
        let values =
          option.takesWords && !entry.isList && option.key != "config_users"
          ? entry.values.flatMap { $0.split(separator: " ").map(String.init) } : entry.values
        try layer.set(option, values, spelling: spelling)
      } else {
        guard entry.values.count == 1 else { throw OptionFault("\(spelling) is one value, not a list.") }
        try layer.set(option, entry.values, spelling: spelling)
      }
    }
    return layer
  }

  // MARK: Lines

  /// `key = value`, `key: value`, `key value` or a bare `key`; comments begin with # or ;, sections mean nothing.
  private static func lines(_ text: String) -> [Entry] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      let line = line.drop(while: \.isWhitespace)
      guard let first = line.first, !"#;[".contains(first), !line.hasPrefix("---") else { return nil }
      let key = line.prefix { !$0.isWhitespace && $0 != "=" && $0 != ":" }
      var rest = line.dropFirst(key.count).drop(while: \.isWhitespace)
      if let mark = rest.first, mark == "=" || mark == ":" { rest = rest.dropFirst() }
      let value = unquoted(withoutComment(rest))
      guard let items = OptionLayer.items(value) else {
        return Entry(key: String(key), values: [value], isList: false)
      }
      return Entry(key: String(key), values: items.map(unquoted), isList: true)
    }
  }

  /// The part before a space and a # or ;, trimmed.
  private static func withoutComment(_ text: Substring) -> String {
    var end = text.endIndex
    var isAfterSpace = true
    var quote: Character?
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if isAfterSpace, character == "#" || character == ";" {
        end = index
        break
      } else if isAfterSpace, character == "\"" || character == "'" {
        quote = character
      }
      isAfterSpace = character.isWhitespace
    }
    return text[..<end].trimmingCharacters(in: .whitespaces)
  }

  private static func unquoted(_ text: String) -> String {
    let text = text.trimmingCharacters(in: .whitespaces)
    guard text.count >= 2, let quote = text.first, quote == "\"" || quote == "'", text.last == quote else {
      return text
    }
    return String(text.dropFirst().dropLast())
  }

  // MARK: TOML

  private static func entries(_ table: TOMLTable) throws(OptionFault) -> [Entry] {
    table.keys.sorted().compactMap { key in
      guard let value = table[key] else { return nil }
      if let array = value.array {
        return Entry(key: key, values: array.map { text($0) }, isList: true)
      }
      return Entry(key: key, values: [text(value)], isList: false)
    }
  }

  private static func text(_ value: any TOMLValueConvertible) -> String {
    value.string ?? value.int.map(String.init) ?? value.bool.map(String.init) ?? value.double.map { "\($0)" }
      ?? value.debugDescription
  }
}
