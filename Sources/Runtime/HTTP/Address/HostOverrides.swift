/// Addresses that take the place of what a name server would say, as curl's `--resolve` gives them.
public enum HostOverrides {
  private struct Key: Hashable {
    let host: String
    /// Nil for every port.
    let port: UInt16?
  }

  nonisolated(unsafe) private static var known: [Key: [SocketAddress]] = [:]

  /// What is wrong with an override.
  public struct Fault: Error, CustomStringConvertible {
    /// What was expected.
    public let description: String
  }

  /// Adds one. To be called before the first request to the host.
  ///
  /// - Parameter text: `HOST:PORT:ADDRESS[,ADDRESS…]`; the port may be `*` for all; IPv6 addresses may be in brackets.
  /// - Throws: when the text isn't of this form.
  public static func add(_ text: String) throws(Fault) {
    let fault = Fault(description: "'\(text)' is not of the form HOST:PORT:ADDRESS[,ADDRESS...]")
    guard let first = text.firstIndex(of: ":") else { throw fault }
    let rest = text[text.index(after: first)...]
    guard let second = rest.firstIndex(of: ":") else { throw fault }
    let host = text[..<first].lowercased()
    let portText = rest[..<second]
    let port = UInt16(portText)
    guard !host.isEmpty, portText == "*" || port.map({ $0 > 0 }) ?? false else { throw fault }
    var addresses: [SocketAddress] = []
    for part in rest[rest.index(after: second)...].split(separator: ",", omittingEmptySubsequences: false) {
      let literal = part.hasPrefix("[") && part.hasSuffix("]") ? part.dropFirst().dropLast() : part
      guard let address = SocketAddress(literal: String(literal), port: port ?? 0) else { throw fault }
      addresses.append(address)
    }
    known[Key(host: host, port: port)] = addresses
  }

  /// Forgets all of them.
  public static func removeAll() { known = [:] }

  /// The addresses that an origin is given; nil for none.
  static func addresses(of origin: Origin) -> [SocketAddress]? {
    if known.isEmpty { return nil }
    if let addresses = known[Key(host: origin.host, port: origin.port)] { return addresses }
    return known[Key(host: origin.host, port: nil)]?.map { $0.with(port: origin.port) }
  }
}
