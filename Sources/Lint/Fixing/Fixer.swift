import Lang

/// Applies the fixes of findings to a text.
public enum Fixer {
  /// What fixing a file came to.
  public struct Outcome {
    /// The mended text.
    public let source: SourceText
    /// How many fixes were applied.
    public let count: Int
    /// What is found in the mended text.
    public let remaining: [Finding]
  }

  /// How often a text is looked at again: a fix can make way for another that overlapped it.
  private static let maximumRounds = 10

  /// Mends a file as far as its findings' fixes go.
  ///
  /// - Parameter isUnsafe: whether fixes that may change what the code means are applied, too.
  public static func fix(_ source: SourceText, with linter: Linter, isUnsafe: Bool) -> Outcome {
    var source = source
    var findings = linter.lint(source)
    var count = 0
    for _ in 0..<maximumRounds {
      let fixes = findings.compactMap(\.fix).filter { $0.isSafe || isUnsafe }
      let (bytes, applied) = apply(fixes, to: source.bytes)
      guard applied > 0 else { break }
      let mended = SourceText(name: source.name, bytes: bytes)
      let after = linter.lint(mended)
      // A fix must never break a file that can be read.
      if after.contains(where: { $0.code == "KD001" }), !findings.contains(where: { $0.code == "KD001" }) { break }
      (source, findings, count) = (mended, after, count + applied)
    }
    return Outcome(source: source, count: count, remaining: findings)
  }

  /// A text with those fixes applied that don't overlap an earlier one, and how many these are.
  static func apply(_ fixes: [Fix], to bytes: [UInt8]) -> (bytes: [UInt8], count: Int) {
    var edits: [Diagnostic.Edit] = []
    var count = 0
    for fix in fixes {
      let isFree = fix.edits.allSatisfy { new in
        edits.allSatisfy { old in
          // Two insertions at one place would come in an order that nobody chose.
          new.span.end <= old.span.start && new.span != old.span
            || new.span.start >= old.span.end && new.span != old.span
        }
      }
      guard isFree else { continue }
      edits += fix.edits
      count += 1
    }
    edits.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    var result: [UInt8] = []
    var offset = 0
    for edit in edits {
      result += bytes[offset..<Int(edit.span.start)] + Array(edit.text.utf8)
      offset = Int(edit.span.end)
    }
    return (result + bytes[offset...], count)
  }
}
