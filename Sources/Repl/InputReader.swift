import Lang

/// Puts lines together until they are a whole input.
struct InputReader {
  /// Whether a text could go on: brackets or a string are open, a block is missing or being written.
  static func isIncomplete(_ text: String) -> Bool {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let last = lines.last else { return false }
    let isBlank = last.allSatisfy { $0 == " " || $0 == "\t" }
    let (module, faults) = Parser.parse(SourceText(name: "<input>", text + "\n"))
    if let fault = faults.first {
      let message = fault.message
      if message.contains("was never closed") || message.contains("unterminated triple-quoted")
        || message.contains("unexpected EOF")
      {
        return true
      }
      if message.hasPrefix("expected an indented block") || message.hasPrefix("expected 'except' or 'finally'") {
        return !isBlank || lines.count == 1
      }
      // A decorator waits for what it decorates.
      if last.drop(while: { $0 == " " }).hasPrefix("@") { return true }
      return false
    }
    // A block is ended by an empty line.
    guard let statement = module.body.last, statement.isCompound else { return false }
    return lines.count == 1 ? last.hasSuffix(":") || !isBlank && statement.isOpen(last) : !isBlank
  }

  /// The blanks that the next line begins with.
  static func indentation(after text: String) -> String {
    guard let last = text.split(separator: "\n", omittingEmptySubsequences: false).last else { return "" }
    let blanks = String(last.prefix { $0 == " " })
    let code = last.prefix { $0 != "#" }.reversed().drop { $0 == " " }
    return code.first == ":" ? blanks + "    " : blanks
  }
}

extension Stmt {
  /// Whether it has blocks.
  var isCompound: Bool {
    switch kind {
    case .functionDef, .classDef, .for, .while, .if, .with, .try, .match: true
    default: false
    }
  }

  /// Whether a statement on one line, `if x: y`, is to be ended by an empty line.
  func isOpen(_ line: Substring) -> Bool { isCompound && !line.isEmpty }
}
