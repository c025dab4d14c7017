/// Writes a Swift file with the texts of the Python files below folders: `embed-python OUTPUT FOLDER …`.
///
/// `urllib/parse.py` becomes the module `urllib.parse`, `xml/__init__.py` the module `xml`.
import Foundation

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  FileHandle.standardError.write(Data("usage: embed-python OUTPUT FOLDER ...\n".utf8))
  exit(2)
}

var texts: [(name: String, text: String)] = []
for argument in arguments[2...] {
  let folder = URL(fileURLWithPath: argument).standardizedFileURL.path
  for case let path as String in FileManager.default.enumerator(atPath: folder) ?? .init() where path.hasSuffix(".py") {
    let parts = path.dropLast(3).split(separator: "/").filter { $0 != "__init__" }
    let text = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
    texts.append((parts.joined(separator: "."), text))
  }
}
texts.sort { $0.name < $1.name }

var output = """
  /// The library's modules that are written in Python, by name. Made by `embed-python`.
  enum PythonTexts {
    /// The text of a module; nil when none has that name.
    static func text(_ name: String) -> String? {
      switch name {

  """
for (name, text) in texts {
  // More number signs than any quote in the text has after it, so that nothing in it ends the literal.
  var signs = "#"
  while text.contains("\"\"\"" + signs) || text.contains("\\" + signs) { signs += "#" }
  let body = text.hasSuffix("\n") ? String(text.dropLast()) : text
  output += "    case \"\(name)\": return \(signs)\"\"\"\n\(body)\n\n\"\"\"\(signs)\n"
}
output += "    default: return nil\n    }\n  }\n\n  /// The names of the modules.\n"
output += "  static let names: Set<String> = [\n"
for (name, _) in texts { output += "    \"\(name)\",\n" }
output += "  ]\n}\n"
try output.write(toFile: arguments[1], atomically: true, encoding: .utf8)
