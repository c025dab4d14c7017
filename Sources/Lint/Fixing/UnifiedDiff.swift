/// The difference of two texts in the unified format of diff(1).
public enum UnifiedDiff {
  private static let context = 3

  /// The difference; empty when there is none.
  ///
  /// - Parameters:
  ///   - name: the file's name, for both headers.
  public static func text(from old: [UInt8], to new: [UInt8], name: String) -> String {
    let before = lines(old)
    let after = lines(new)
    let changes = after.difference(from: before)
    guard !changes.isEmpty else { return "" }
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    // The lines of both texts in one row, with what is to be done with each.
    var row: [(mark: Character, text: String, old: Int, new: Int)] = []
    var (i, j) = (0, 0)
    while i < before.count || j < after.count {
      if i < before.count, removed.contains(i) {
        row.append(("-", before[i], i, j))
        i += 1
      } else if j < after.count, inserted.contains(j) {
        row.append(("+", after[j], i, j))
        j += 1
      } else if i < before.count {
        row.append((" ", before[i], i, j))
        (i, j) = (i + 1, j + 1)
      } else {
        break
      }
    }
    var text = "--- \(name)\n+++ \(name)\n"
    var index = 0
    while let first = row[index...].firstIndex(where: { $0.mark != " " }) {
      let start = max(index, first - context)
      var end = first
      // Changes with few lines between them share a hunk.
      while let next = row[end...].firstIndex(where: { $0.mark != " " }), next <= end + 2 * context { end = next + 1 }
      end = min(row.count, end + context)
      text += hunk(Array(row[start..<end]))
      index = end
      if index >= row.count { break }
    }
    return text
  }

  private static func hunk(_ row: [(mark: Character, text: String, old: Int, new: Int)]) -> String {
    let oldCount = row.count { $0.mark != "+" }
    let newCount = row.count { $0.mark != "-" }
    func range(_ start: Int, _ count: Int) -> String {
      let first = count == 0 ? start : start + 1
      return count == 1 ? "\(first)" : "\(first),\(count)"
    }
    var text = "@@ -\(range(row[0].old, oldCount)) +\(range(row[0].new, newCount)) @@\n"
    for line in row {
      text += "\(line.mark)\(line.text)"
      if !line.text.hasSuffix("\n") { text += "\n\\ No newline at end of file\n" }
    }
    return text
  }

  /// The lines of a text, each with its end.
  private static func lines(_ bytes: [UInt8]) -> [String] {
    var result: [String] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      result.append(String(decoding: bytes[start...index], as: UTF8.self))
      start = index + 1
    }
    if start < bytes.count { result.append(String(decoding: bytes[start...], as: UTF8.self)) }
    return result
  }
}
