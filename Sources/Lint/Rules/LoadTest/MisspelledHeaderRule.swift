import Lang

/// KD307: a header's name that is surely wrong.
enum MisspelledHeaderRule: Rule {
  static let info = RuleInfo(
    "KD307", "misspelled-header", .warning,
    summary: "A header's name is nearly that of a standard one.",
    why: """
      Servers ignore headers that they don't know, so `UserAgent` or `Content_Type` does nothing, without a word. \
      Names are compared with those that HTTP defines; a name of one's own, such as `X-Trace`, is left alone.
      """,
    bad: """
      self.client.get("/", headers={"UserAgent": "locust"})
      """,
    good: """
      self.client.get("/", headers={"User-Agent": "locust"})
      """,
    fix: "The name is replaced.")

  private static let known = [
    "Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language", "Authorization", "Cache-Control", "Connection",
    "Content-Disposition", "Content-Encoding", "Content-Language", "Content-Length", "Content-Type", "Cookie", "Date",
    "DNT", "ETag", "Expect", "Forwarded", "From", "Host", "If-Match", "If-Modified-Since", "If-None-Match", "If-Range",
    "If-Unmodified-Since", "Keep-Alive", "Last-Event-ID", "Location", "Origin", "Pragma", "Prefer",
    "Proxy-Authorization", "Range", "Referer", "Sec-Fetch-Dest", "Sec-Fetch-Mode", "Sec-Fetch-Site", "Set-Cookie",
    "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Upgrade-Insecure-Requests", "User-Agent", "Via", "Warning",
    "X-CSRF-Token", "X-CSRFToken", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Requested-With",
  ]
  private static let exact = Set(known.map { $0.lowercased() })
  /// Those that are long enough to be known by all but a letter.
  private static let long = known.filter { $0.utf8.count > 6 }.map { (name: $0, letters: Array($0.lowercased().utf8)) }
  private static let bare = Dictionary(known.map { (stripped($0), $0) }) { first, _ in first }

  private static func stripped(_ name: String) -> String {
    name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " && $0 != ":" }
  }

  static func check(_ file: FileModel, _ report: Reporter) {
    for site in file.dicts where isHeaders(site, file) {
      for entry in site.entries { if let key = entry.key { check(key, file, report) } }
    }
    for site in file.assignments {
      for target in site.targets {
        if case .subscript(let value, let index) = target.kind, value.kind.dottedName?.hasSuffix("headers") == true {
          check(index, file, report)
        }
      }
    }
  }

  /// Whether a dict holds the headers of a request.
  static func isHeaders(_ site: DictSite, _ file: FileModel) -> Bool {
    if let role = site.role {
      return role.utf8.count >= 7 && role.lowercased().split(separator: ".").last?.contains("headers") == true
    }
    // `headers.update({…})`
    return file.headerUpdates.contains(site.span)
  }

  private static func check(_ key: Expr, _ file: FileModel, _ report: Reporter) {
    guard let name = key.kind.text, !exact.contains(name.lowercased()), let right = right(name) else { return }
    let literal = file.text(key.span)
    let isPlain = literal.count == name.count + 2 && literal.dropFirst().dropLast() == name
    report(
      "'\(name)' is no header that servers know", at: key.span, hint: "did you mean '\(right)'?",
      fix: isPlain
        ? Fix("Replace with '\(right)'", replace: key.span, with: String(literal.prefix(1)) + right + literal.suffix(1))
        : nil)
  }

  /// The name that is meant.
  private static func right(_ name: String) -> String? {
    if let same = bare[stripped(name)] { return same }
    if ["referrer"].contains(name.lowercased()) { return "Referer" }
    guard name.utf8.count > 6, !name.lowercased().hasPrefix("x-") else { return nil }
    let letters = Array(name.lowercased().utf8)
    let near = long.filter { abs($0.letters.count - letters.count) < 2 && Spelling.distance(letters, $0.letters) == 1 }
    return near.count == 1 ? near[0].name : nil
  }
}
