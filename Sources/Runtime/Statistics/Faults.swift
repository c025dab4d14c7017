/// A kind of failure: all failures of one entry with the same text.
public final class FailureRow {
  /// The entry's method and name.
  public let key: RequestKey
  /// The error as reports show it; memory addresses are blanked.
  public let error: String
  /// How often it happened.
  public internal(set) var occurrences = 0
  /// When it happened first, in s since 1970.
  public internal(set) var firstSeen = Double.infinity
  /// When it happened last, in s since 1970.
  public internal(set) var lastSeen = 0.0

  init(key: RequestKey, error: String) {
    self.key = key
    self.error = error
  }

  /// The text with the address in `<… object at 0x7f…>` blanked, so that equal failures are grouped.
  static func withoutAddress(_ text: String) -> String {
    let marker = "object at 0x"
    guard let start = text.range(of: marker), let end = text[start.upperBound...].firstIndex(of: ">") else {
      return text
    }
    let address = text[text.index(start.upperBound, offsetBy: -2)..<end]
    var result = ""
    var rest = text[...]
    while let match = rest.range(of: address) {
      result += rest[..<match.lowerBound]
      result += "0x...."
      rest = rest[match.upperBound...]
    }
    return result + rest
  }
}

extension Substring {
  fileprivate func range(of pattern: some StringProtocol) -> Range<Index>? {
    let wanted = Array(pattern.utf8)
    let bytes = utf8
    var start = bytes.startIndex
    while let first = bytes[start...].firstIndex(of: wanted[0]) {
      if bytes[first...].starts(with: wanted) {
        return first..<bytes.index(first, offsetBy: wanted.count)
      }
      start = bytes.index(after: first)
    }
    return nil
  }
}

extension String {
  fileprivate func range(of pattern: some StringProtocol) -> Range<Index>? { self[...].range(of: pattern) }
}

/// A kind of exception that left a task: all exceptions with the same traceback.
public final class ExceptionRow {
  /// `str(exception)` of the first of them.
  public let message: String
  /// The Python-style traceback.
  public let traceback: String
  /// How often it happened.
  public internal(set) var count = 0
  /// The nodes where it happened.
  public internal(set) var nodes: Set<String> = []

  init(message: String, traceback: String) {
    self.message = message
    self.traceback = traceback
  }
}

extension FailureRow {
  /// The error without the exception class that stands for a spec's verdict and without quotes, as Locust shows it in one
  /// process.
  public var shownError: String {
    let wrapper = "CatchResponseError("
    guard error.hasPrefix(wrapper), error.hasSuffix(")") else { return error }
    let text = error.dropFirst(wrapper.count).dropLast()
    guard text.count >= 2, let quote = text.first, quote == "'" || quote == "\"", text.last == quote else {
      return String(text)
    }
    return text.dropFirst().dropLast().split(separator: "\\\\", omittingEmptySubsequences: false).map {
      $0.split(separator: "\\\(quote)", omittingEmptySubsequences: false).joined(separator: String(quote))
    }.joined(separator: "\\")
  }
}
