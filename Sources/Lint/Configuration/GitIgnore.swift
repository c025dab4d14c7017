import Foundation

/// The patterns of one `.gitignore` file, by the rules of gitignore(5).
struct GitIgnore {
  private struct Pattern {
    let segments: [String]
    let isNegated: Bool
    let isForFolders: Bool
    /// Whether it is matched from the file's folder on, not at any depth.
    let isAnchored: Bool
  }

  private let patterns: [Pattern]
  /// What paths have to begin with to be meant; the rest is matched.
  private let base: String
  /// What the walked paths lack before them, for a file above the walked folder.
  private let missing: String

  /// Reads patterns given as texts.
  init(patterns: [String], base: String) {
    self.patterns = patterns.compactMap(GitIgnore.read)
    self.base = base
    missing = ""
  }

  /// Reads a file; nil when there is none.
  init?(file: String, base: String) {
    guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return nil }
    patterns = text.split(whereSeparator: \.isNewline).compactMap { GitIgnore.read(String($0)) }
    self.base = base
    missing = ""
  }

  /// Reads a file that lies above the walked folder, whose full path is `offset`.
  init?(file: String, base: String, offset: String) {
    guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return nil }
    patterns = text.split(whereSeparator: \.isNewline).compactMap { GitIgnore.read(String($0)) }
    self.base = base
    missing = base
  }

  private static func read(_ line: String) -> Pattern? {
    var text = line[...]
    while text.hasSuffix(" "), !text.hasSuffix("\\ ") { text = text.dropLast() }
    guard !text.isEmpty, !text.hasPrefix("#") else { return nil }
    let isNegated = text.hasPrefix("!")
    if isNegated { text = text.dropFirst() }
    if text.hasPrefix("\\#") || text.hasPrefix("\\!") { text = text.dropFirst() }
    let isForFolders = text.hasSuffix("/")
    if isForFolders { text = text.dropLast() }
    let isAnchored = text.contains("/")
    if text.hasPrefix("/") { text = text.dropFirst() }
    guard !text.isEmpty else { return nil }
    return Pattern(
      segments: text.split(separator: "/").map(String.init), isNegated: isNegated, isForFolders: isForFolders,
      isAnchored: isAnchored)
  }

  /// Whether the last pattern that matches a path says to leave it out.
  static func isIgnored(_ path: String, isFolder: Bool, by ignores: [GitIgnore]) -> Bool {
    var result = false
    for ignore in ignores { if let verdict = ignore.verdict(path, isFolder) { result = verdict } }
    return result
  }

  private func verdict(_ path: String, _ isFolder: Bool) -> Bool? {
    let full = missing.isEmpty ? path : URL(fileURLWithPath: path).standardizedFileURL.path
    guard full.hasPrefix(base) else { return nil }
    let segments = full.dropFirst(base.count).split(separator: "/").map(String.init)
    for pattern in patterns.reversed() where isFolder || !pattern.isForFolders {
      let isMatch =
        pattern.isAnchored
        ? GitIgnore.matches(pattern.segments[...], segments[...])
        : segments.last.map { GitIgnore.glob(Array(pattern.segments[0].utf8)[...], Array($0.utf8)[...]) } ?? false
      if isMatch { return !pattern.isNegated }
    }
    return nil
  }

  private static func matches(_ pattern: ArraySlice<String>, _ path: ArraySlice<String>) -> Bool {
    guard let first = pattern.first else { return path.isEmpty }
    if first == "**" {
      if pattern.count == 1 { return !path.isEmpty }
      return (0...path.count).contains { matches(pattern.dropFirst(), path.dropFirst($0)) }
    }
    guard let name = path.first, glob(Array(first.utf8)[...], Array(name.utf8)[...]) else { return false }
    return matches(pattern.dropFirst(), path.dropFirst())
  }

  /// `*`, `?` and `[a-z]` within one name.
  private static func glob(_ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
    var pattern = pattern
    var name = name
    while let first = pattern.first {
      switch first {
      case UInt8(ascii: "*"):
        let rest = pattern.dropFirst()
        if rest.isEmpty { return true }
        return name.indices.contains { glob(rest, name[$0...]) }
      case UInt8(ascii: "?"):
        if name.isEmpty { return false }
      case UInt8(ascii: "["):
        guard let byte = name.first, let close = pattern.dropFirst(2).firstIndex(of: UInt8(ascii: "]")) else {
          return false
        }
        var set = pattern[(pattern.startIndex + 1)..<close]
        let isNegated = set.first == UInt8(ascii: "!") || set.first == UInt8(ascii: "^")
        if isNegated { set = set.dropFirst() }
        if contains(Array(set), byte) == isNegated { return false }
        pattern = pattern[close...]
      default:
        if first == UInt8(ascii: "\\"), pattern.count > 1 { pattern = pattern.dropFirst() }
        if name.first != pattern.first { return false }
      }
      pattern = pattern.dropFirst()
      name = name.dropFirst()
    }
    return name.isEmpty
  }

  private static func contains(_ set: [UInt8], _ byte: UInt8) -> Bool {
    var index = 0
    while index < set.count {
      if index + 2 < set.count, set[index + 1] == UInt8(ascii: "-") {
        if set[index] <= byte, byte <= set[index + 2] { return true }
        index += 3
      } else {
        if set[index] == byte { return true }
        index += 1
      }
    }
    return false
  }
}
