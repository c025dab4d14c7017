/// Pieces of HTML.
enum HTMLText {
  /// A text in which nothing is markup.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A cell of a table.
  enum Cell {
    case text(String)
    case number(String)
    /// A word in a colour.
    case verdict(String, isGood: Bool)
    /// Text with its line breaks.
    case block(String)

    var html: String {
      switch self {
      case .text(let text): "<td>\(escaped(text))</td>"
      case .number(let text): "<td class=\"n\">\(escaped(text))</td>"
      case .verdict(let text, let isGood):
        "<td><b class=\"\(isGood ? "good" : "bad") verdict\">\(escaped(text))</b></td>"
      case .block(let text): "<td><pre>\(escaped(text))</pre></td>"
      }
    }
  }

  /// A section with a table.
  ///
  /// - Parameter hasTotal: whether the last row is the sum of the others.
  static func table(_ title: String, _ head: [String], _ rows: [[Cell]], hasTotal: Bool = false) -> String {
    let numbers = Set((rows.first ?? []).indices.filter { if case .number? = rows.first?[$0] { true } else { false } })
    let titles = head.enumerated().map {
      "<th\(numbers.contains($0.offset) ? " class=\"n\"" : "")>\(escaped($0.element))</th>"
    }
    func row(_ cells: [Cell]) -> String { "<tr>\(cells.map(\.html).joined())</tr>" }
    let body = (hasTotal ? rows.dropLast() : rows[...]).map(row).joined(separator: "\n")
    let foot = hasTotal ? "<tfoot>\(rows.last.map(row) ?? "")</tfoot>" : ""
    return """
      <section><h2>\(escaped(title))</h2><div class="wide"><table><thead><tr>\(titles.joined())</tr></thead>
      <tbody>\(body)</tbody>\(foot)</table></div></section>
      """
  }
}
