/// A CSV file as it was read: fields in quotes may hold commas and line breaks.
struct CSVTable {
  /// The titles.
  let head: [String]
  /// The rows below them.
  let rows: [[String]]

  init(_ text: String) {
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var isQuoted = false
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          field.unicodeScalars.append(scalar)
        } else if scalars.first == "\"" {
          field.unicodeScalars.append(scalar)
          scalars.removeFirst()
        } else {
          isQuoted = false
        }
        continue
      }
      switch scalar {
      case "\"": isQuoted = true
      case ",":
        row.append(field)
        field = ""
      case "\r": break
      case "\n":
        rows.append(row + [field])
        (row, field) = ([], "")
      default: field.unicodeScalars.append(scalar)
      }
    }
    head = rows.first ?? []
    self.rows = Array(rows.dropFirst())
  }

  /// Some columns of all rows, a line a row, sorted.
  func lines(of columns: [String]) -> String {
    let indices = columns.compactMap { head.firstIndex(of: $0) }
    return rows.map { row in
      indices.map { $0 < row.count ? row[$0] : "" }.joined(separator: " | ")
    }.sorted().joined(separator: "\n")
  }
}
