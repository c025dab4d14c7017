import Glibc
import Lang

/// What becomes of texts that are no address for `requests`, but which a `FastHttpUser` sends off all the same.
///
/// geventhttpclient takes an address apart by Python's `urlsplit` and looks at little of it: only a port or brackets that
/// can't be read are the task's fault. Any host is looked up, an empty one too, and every scheme but https is http.
enum FastAddress {
  /// The address that a text comes to.
  ///
  /// Raises `ValueError` for ports and brackets, and `gaierror`, which is a failed request, for hosts.
  static func read(_ text: String) throws(Raised) -> HTTPAddress {
    let parts = GenericAddress(Array(text.utf8)[...])
    let authority = parts.authority ?? []
    let (opens, closes) = (authority.contains(UInt8(ascii: "[")), authority.contains(UInt8(ascii: "]")))
    guard opens == closes else { throw raise(.valueError, "Invalid IPv6 URL") }
    let place = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[($0 + 1)...] } ?? authority
    let (host, digits) = split(place)
    let port = try number(digits)
    let isSecure = parts.scheme == "https"
    // Everything from the end of the authority on, as it was given.
    let rest = authority.isEmpty ? "" : String(decoding: Array(text.utf8)[authority.endIndex...], as: UTF8.self)
    let name = String(decoding: host, as: UTF8.self)
    do throws(HTTPFailure) {
      let shown = host.contains(UInt8(ascii: ":")) ? "[\(name)]" : name
      return try HTTPAddress("http\(isSecure ? "s" : "")://\(shown)\(port.map { ":\($0)" } ?? "")\(rest)")
    } catch {
      let words = String(cString: gai_strerror(EAI_NONAME))
      throw raise(RequestExceptions.shared.make("gaierror", Integer.make(Int(EAI_NONAME)), Str.make(words)))
    }
  }

  /// Whether an exception is that of a host that can't be looked up.
  static func isUnknownHost(_ exception: Value) -> Bool { RequestExceptions.shared.isA(exception, "gaierror") }

  private static func split(_ place: ArraySlice<UInt8>) -> (host: ArraySlice<UInt8>, port: ArraySlice<UInt8>) {
    var (host, rest) = (place, place[place.endIndex...])
    if let open = place.firstIndex(of: UInt8(ascii: "[")) {
      let end = place[open...].firstIndex(of: UInt8(ascii: "]")) ?? place.endIndex
      host = place[(open + 1)..<end]
      rest = place[end...]
    } else if let colon = place.firstIndex(of: UInt8(ascii: ":")) {
      host = place[..<colon]
      rest = place[colon...]
    }
    let colon = rest.firstIndex(of: UInt8(ascii: ":"))
    return (host, colon.map { rest[($0 + 1)...] } ?? [])
  }

  private static func number(_ digits: ArraySlice<UInt8>) throws(Raised) -> Int? {
    guard !digits.isEmpty else { return nil }
    let text = String(decoding: digits, as: UTF8.self)
    guard digits.allSatisfy({ (48...57).contains($0) }) else {
      let shown = Str.swift(try Text.repr(Str.make(text)))
      throw raise(.valueError, "Port could not be cast to integer value as \(shown)")
    }
    guard let port = Int(text), port <= 65535 else { throw raise(.valueError, "Port out of range 0-65535") }
    return port
  }
}
