import Glibc
import Lang

/// `proxies=` and the session's `proxies`, with the environment's where the session trusts it.
enum Proxies {
  /// The rules for one request; nil when it goes straight.
  static func rules(_ state: SessionState, _ own: Value) throws(Raised) -> HTTPProxyRules? {
    let trusts = try Operations.truth(state.trustsEnvironment)
    let hasSession = state.proxies.isKind(.dict) ? try Operations.truth(state.proxies) : false
    if own.isNone && !hasSession && !trusts { return nil }
    var proxies: [String: HTTPProxy] = [:]
    var exceptions: [String] = []
    if trusts { try addEnvironment(&proxies, &exceptions) }
    if hasSession { try add(state.proxies, to: &proxies) }
    if !own.isNone { try add(own, to: &proxies) }
    return proxies.isEmpty ? nil : HTTPProxyRules(proxies, except: exceptions)
  }

  private static func add(_ mapping: Value, to proxies: inout [String: HTTPProxy]) throws(Raised) {
    for (key, value) in try pairs(of: mapping) {
      let name = Str.swift(try Text.str(key)).lowercased()
      if name == "no_proxy" || name == "no" { continue }
      if value.isNone {
        proxies[name] = nil
      } else {
        proxies[name] = try proxy(Str.swift(try Text.str(value)))
      }
    }
  }

  private static func proxy(_ text: String) throws(Raised) -> HTTPProxy {
    if let scheme = text.firstRange(of: "://"), text[..<scheme.lowerBound].lowercased().hasPrefix("socks") {
      throw raise(RequestExceptions.shared.make("InvalidSchema", "Missing dependencies for SOCKS support."))
    }
    do throws(HTTPFailure) { return try HTTPProxy.of(text) } catch {
      throw raise(
        RequestExceptions.shared.make(
          "InvalidProxyURL", "Please check proxy URL. It is malformed and could be missing the host."))
    }
  }

  private static func addEnvironment(
    _ proxies: inout [String: HTTPProxy], _ exceptions: inout [String]
  ) throws(Raised) {
    for scheme in ["http", "https", "all"] {
      guard let text = variable("\(scheme)_proxy"), !text.isEmpty else { continue }
      proxies[scheme] = try proxy(text)
    }
    exceptions = (variable("no_proxy") ?? "").split(separator: ",").map { $0.filter { $0 != " " } }
  }

  /// A variable in lower case, or else in upper case.
  static func variable(_ name: String) -> String? {
    (getenv(name) ?? getenv(name.uppercased())).map { String(cString: $0) }
  }
}
