import Lang

/// `response.links`: the Link header (RFC 8288) as `requests` reads it.
enum LinkHeader {
  /// A dict of links by their `rel`, or by their URL where they have none.
  static func read(_ header: String) -> Value {
    let links = Dict.make()
    for text in split(header) {
      let parts = text.split(separator: ";", omittingEmptySubsequences: false)
      let link = Dict.make()
      let url = trim(parts[0], "<> '\"")
      Dict.set(link, "url", Str.make(url))
      var key = url
      for part in parts.dropFirst() {
        guard let sign = part.firstIndex(of: "=") else { break }
        let name = trim(part[..<sign], "'\" ")
        let value = trim(part[part.index(after: sign)...], "'\" ")
        Dict.set(link, name, Str.make(value))
        if name == "rel", !value.isEmpty { key = value }
      }
      Dict.set(links, key, link)
    }
    return links
  }

  /// The links of a header: a comma separates them where `<` follows it.
  private static func split(_ header: String) -> [Substring] {
    let text = header.drop { " '\"".contains($0) }
    guard !text.isEmpty else { return [] }
    var links: [Substring] = []
    var start = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == "," {
        let rest = text[text.index(after: index)...].drop { $0 == " " }
        if rest.first == "<" {
          links.append(text[start..<index])
          start = rest.startIndex
        }
      }
      index = text.index(after: index)
    }
    links.append(text[start...])
    return links
  }

  private static func trim(_ text: Substring, _ characters: String) -> String {
    var text = text.drop { characters.contains($0) }
    while let last = text.last, characters.contains(last) { text.removeLast() }
    return String(text)
  }
}
