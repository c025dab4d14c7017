import HTTPTypes
import Hummingbird
import NIOCore

/// The request's context: who sends it.
struct WebContext: RequestContext, RemoteAddressRequestContext {
  var coreContext: CoreRequestContextStorage
  let remoteAddress: SocketAddress?
  var visitor: Visitor?

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    remoteAddress = source.channel.remoteAddress
  }

  /// The visitor's network address, without the port.
  var peer: String { remoteAddress?.ipAddress ?? "" }
}

/// Lets nobody in who hasn't logged in, and nobody change anything from another site's page.
struct AccessMiddleware: RouterMiddleware {
  let access: Access
  let basePath: String
  /// The paths that anybody may ask for.
  private static let open = ["/login", "/healthz", "/assets/", "/package/"]

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    let path = String(request.uri.path.dropFirst(basePath.count))
    var context = context
    context.visitor = access.visitor(of: request, from: context.peer)
    let isOpen = Self.open.contains { $0.hasSuffix("/") ? path.hasPrefix($0) : path == $0 }
    let changes = request.method != .get && request.method != .head
    if changes, isFromElsewhere(request) { return refusal("The request comes from another site's page") }
    guard let visitor = context.visitor else {
      if isOpen { return try await next(request, context) }
      if request.method == .get, request.headers[.accept]?.contains("text/html") == true {
        return Response(status: .seeOther, headers: [.location: basePath + "/login"])
      }
      return Response(
        // Browsers ask for no password of their own when the scheme is one that they don't know.
        status: .unauthorized, headers: [.wwwAuthenticate: "Bearer realm=\"katydid\"", .contentType: "text/plain"],
        body: .init(byteBuffer: .init(string: "Log in, or send a token: Authorization: Bearer TOKEN\n")))
    }
    if changes {
      if let session = visitor.session, !isOpen {
        let token = request.headers[HTTPField.Name("X-CSRF-Token")!] ?? ""
        guard constantTimeEqual(token, session.csrfToken) else {
          return refusal("The header X-CSRF-Token is missing or wrong; load the page again")
        }
      }
      if visitor.role == .viewer, !isOpen, path != "/logout" {
        return refusal("\(visitor.name) may look but not steer")
      }
    }
    return try await next(request, context)
  }

  /// Browsers say which page a request comes from; scripts say nothing.
  private func isFromElsewhere(_ request: Request) -> Bool {
    if let site = request.headers[HTTPField.Name("Sec-Fetch-Site")!] {
      return site != "same-origin" && site != "none"
    }
    guard let origin = request.headers[.origin] else { return false }
    return origin.split(separator: "/").last.map(String.init) != request.head.authority
  }

  private func refusal(_ text: String) -> Response {
    Response(
      status: .forbidden, headers: [.contentType: "text/plain; charset=utf-8"],
      body: .init(byteBuffer: .init(string: text + "\n")))
  }
}

/// Tells browsers to run nothing but the page's own files and to show it in nobody's frame.
struct SecurityHeaders: RouterMiddleware {
  typealias Context = WebContext
  let isSecure: Bool

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    var response: Response
    do { response = try await next(request, context) } catch let error as any HTTPResponseError {
      response = try error.response(from: request, context: context)
    }
    let fields = [
      "Content-Security-Policy":
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY",
      "Cross-Origin-Opener-Policy": "same-origin",
    ]
    for (name, value) in fields {
      let name = HTTPField.Name(name)!
      if response.headers[name] == nil { response.headers[name] = value }
    }
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    if isSecure { response.headers[HTTPField.Name("Strict-Transport-Security")!] = "max-age=31536000" }
    return response
  }
}
