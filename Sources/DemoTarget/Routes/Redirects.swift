/// Redirects and chosen status codes.
enum Redirects {
  static let routes: [Route] = [
    Route("/redirect/N") { request, _ throws(Refusal) in
      let hops = try Request.integer(request.segments[1], 1...1000, "the number of redirects")
      return .now(.redirect(to: hops == 1 ? "/" : "/redirect/\(hops - 1)"))
    },
    Route("/redirect-to", []) { request, _ throws(Refusal) in
      guard let url = request.parameter("url"), isHeaderSafe(url) else { throw .bad("say where to: ?url=") }
      return .now(.redirect(to: url, status: try request.integer("status", 300...399, default: 302)))
    },
    Route("/redirect-loop") { _, _ throws(Refusal) in .now(.redirect(to: "/redirect-loop")) },
    Route("/status/CODE", []) { request, _ throws(Refusal) in
      let status = try Request.integer(request.segments[1], 200...599, "the status")
      var response = Response.text("\(status) \(reasonPhrase(status))\n", status: status)
      switch status {
      case 301, 302, 303, 307, 308: response.fields.append(("Location", "/"))
      case 401: response.fields.append(("WWW-Authenticate", "Basic realm=\"Katydid's demo target\""))
      case 407: response.fields.append(("Proxy-Authenticate", "Basic realm=\"Katydid's demo target\""))
      default: break
      }
      return .now(response)
    },
  ]
}
