import Foundation
import TOMLKit

/// What a configuration file says of lint: `[lint]` in `katydid.toml`, `[tool.katydid.lint]` in `pyproject.toml`.
public struct LintConfiguration: Sendable {
  /// Which rules to apply.
  public var options = LintOptions()
  /// What of folders to leave out, as `.gitignore` has it.
  public var exclude: [String] = []
  /// For patterns of files the codes to leave out in them.
  public var perFileIgnores: [(pattern: String, codes: [String])] = []
  /// How to print.
  public var outputFormat: OutputFormat?
  /// Whether `.gitignore` files count.
  public var respectsGitIgnore = true
  /// Whether fixes that may change the meaning are applied.
  public var unsafeFixes = false
  /// The folder of the file, which its patterns are relative to; empty for the current one.
  public var folder = ""

  /// Creates a configuration that says nothing.
  public init() {}

  /// A configuration file that is no good.
  public struct Fault: Error {
    /// What is wrong, the file's name first.
    public let text: String

    /// Creates a fault from its text.
    public init(text: String) { self.text = text }
  }

  /// Reads the configuration nearest to the current folder: here or in a folder above, `katydid.toml` before
  /// `pyproject.toml`; an empty one when there is none.
  public static func find(from folder: String) throws(Fault) -> LintConfiguration {
    var current = URL(fileURLWithPath: folder).standardizedFileURL.path
    while true {
      for name in ["katydid.toml", "pyproject.toml"] {
        let path = (current == "/" ? "" : current) + "/" + name
        if FileManager.default.fileExists(atPath: path), let found = try read(path) { return found }
      }
      let above = (current as NSString).deletingLastPathComponent
      if above == current || above.isEmpty { return LintConfiguration() }
      current = above
    }
  }

  /// Reads a file; nil when it says nothing of lint.
  public static func read(_ path: String) throws(Fault) -> LintConfiguration? {
    let text: String
    do { text = try String(contentsOfFile: path, encoding: .utf8) } catch {
      throw Fault(text: "\(path): can't be read")
    }
    let table: TOMLTable
    do { table = try TOMLTable(string: text) } catch { throw Fault(text: "\(path): \(error)") }
    let isProject = (path as NSString).lastPathComponent == "pyproject.toml"
    let section = isProject ? table["tool"]?.table?["katydid"]?.table?["lint"] : table["lint"]
    guard let section else { return nil }
    guard let own = section.table else { throw Fault(text: "\(path): 'lint' has to be a table") }
    var result = LintConfiguration()
    result.folder = (path as NSString).deletingLastPathComponent
    for key in own.keys.sorted() {
      guard let value = own[key] else { continue }
      do throws(Fault) { try result.set(key, value) } catch { throw Fault(text: "\(path): \(error.text)") }
    }
    return result
  }

  private static let keys = [
    "select", "extend-select", "ignore", "exclude", "known-tags", "output-format", "respect-gitignore", "unsafe-fixes",
    "per-file-ignores",
  ]

  private mutating func set(_ key: String, _ value: any TOMLValueConvertible) throws(Fault) {
    switch key {
    case "select": options.select = try codes(key, value)
    case "extend-select": options.extendSelect = try codes(key, value)
    case "ignore": options.ignore = try codes(key, value)
    case "exclude": exclude = try texts(key, value)
    case "known-tags": options.knownTags = Set(try texts(key, value))
    case "output-format":
      guard let format = value.string.flatMap(OutputFormat.init(rawValue:)) else {
        throw Fault(text: "'\(key)' has to be one of \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      outputFormat = format
    case "respect-gitignore": respectsGitIgnore = try flag(key, value)
    case "unsafe-fixes": unsafeFixes = try flag(key, value)
    case "per-file-ignores":
      guard let table = value.table else { throw Fault(text: "'\(key)' has to be a table") }
      for pattern in table.keys.sorted() {
        if let value = table[pattern] { perFileIgnores.append((pattern, try codes("\(key).\(pattern)", value))) }
      }
    default:
      let near = Spelling.nearest(key, among: LintConfiguration.keys).map { "; did you mean '\($0)'?" } ?? ""
      throw Fault(text: "unknown key '\(key)'\(near)")
    }
  }

  private func texts(_ key: String, _ value: any TOMLValueConvertible) throws(Fault) -> [String] {
    guard let array = value.array else { throw Fault(text: "'\(key)' has to be a list of texts") }
    var result: [String] = []
    for item in array {
      guard let text = item.string else { throw Fault(text: "'\(key)' has to be a list of texts") }
      result.append(text)
    }
    return result
  }

  private func codes(_ key: String, _ value: any TOMLValueConvertible) throws(Fault) -> [String] {
    let codes = try texts(key, value)
    for code in codes where !LintOptions.isKnown(code) { throw Fault(text: "'\(key)': no rule is called '\(code)'") }
    return codes
  }

  private func flag(_ key: String, _ value: any TOMLValueConvertible) throws(Fault) -> Bool {
    guard let flag = value.bool else { throw Fault(text: "'\(key)' has to be true or false") }
    return flag
  }

  /// The codes to leave out in a file.
  public func ignores(for path: String) -> [String] {
    perFileIgnores.filter {
      GitIgnore.isIgnored(path, isFolder: false, by: [GitIgnore(patterns: [$0.pattern], base: "")])
    }
    .flatMap(\.codes)
  }
}
