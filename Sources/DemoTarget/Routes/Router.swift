/// A path and what it does.
struct Route: Sendable {
  /// Parts in capitals stand for anything.
  let pattern: String
  /// Empty for every method.
  let methods: [String]
  let handle: @Sendable (Request, Site) throws(Refusal) -> Reply

  init(
    _ pattern: String, _ methods: [String] = ["GET"],
    _ handle: @escaping @Sendable (Request, Site) throws(Refusal) -> Reply
  ) {
    self.pattern = pattern
    self.methods = methods
    self.handle = handle
    parts = pattern.split(separator: "/").map { $0 }
  }

  private let parts: [Substring]

  fileprivate func matches(_ segments: [String]) -> Bool {
    parts.count == segments.count
      && zip(parts, segments).allSatisfy { part, segment in isParameter(part) || part == segment }
  }

  private func isParameter(_ part: Substring) -> Bool { part == part.uppercased() }

  /// The methods for an Allow header.
  fileprivate var allowed: String {
    let all = methods + (methods.contains("GET") ? ["HEAD"] : []) + ["OPTIONS"]
    return all.joined(separator: ", ")
  }
}

/// Finds the route of a request.
enum Router {
  static let routes: [Route] =
    Pages.routes + Echoes.routes + Sessions.routes + Redirects.routes + Bodies.routes + Delays.routes + Faults.routes

  /// The routes by the first part of their path.
  private static let byFirstPart: [String: [Route]] =
    Dictionary(grouping: routes) { String($0.pattern.split(separator: "/").first ?? "") }

  static func reply(to request: Request, _ site: Site) throws(Refusal) -> Reply {
    let method = request.method
    if request.path == "*" {
      guard method == "OPTIONS" else { throw .bad("the request's target is no path") }
      return .now(Response(status: 204, fields: [("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")]))
    }
    let candidates = byFirstPart[request.segments.first ?? ""] ?? []
    guard let route = candidates.first(where: { $0.matches(request.segments) }) else {
      throw Refusal(status: 404, message: "there is nothing at \(request.path)")
    }
    let asked = method == "HEAD" ? "GET" : method
    if route.methods.isEmpty || route.methods.contains(asked) { return try route.handle(request, site) }
    if method == "OPTIONS" { return .now(Response(status: 204, fields: [("Allow", route.allowed)])) }
    throw Refusal(
      status: 405, message: "\(method) is not for this path; it takes \(route.allowed)",
      fields: [("Allow", route.allowed)])
  }
}
