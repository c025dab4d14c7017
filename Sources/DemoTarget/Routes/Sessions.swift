/// Logging in and out, and cookies.
enum Sessions {
  static let routes: [Route] = [
    Route("/login", ["GET", "POST"]) { request, site throws(Refusal) in
      guard request.method == "POST" else { return .now(form(site)) }
      return .now(try logIn(request, site))
    },
    Route("/me") { request, site throws(Refusal) in
      guard let user = user(of: request, site) else { throw notLoggedIn }
      return .now(.json(.object([("user", .string(user))])))
    },
    Route("/logout", ["GET", "POST"]) { _, _ throws(Refusal) in
      var response = Response.json(.object([("loggedOut", .bool(true))]))
      response.fields.append(("Set-Cookie", "session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"))
      return .now(response)
    },
    Route("/cookies") { request, _ throws(Refusal) in .now(.json(.object([("cookies", .grouped(request.cookies))]))) },
    Route("/cookies/set") { request, _ throws(Refusal) in
      var response = Response.redirect(to: "/cookies")
      for (name, value) in request.parameters {
        let separators: [Character] = [";", ",", "=", " "]
        guard !name.isEmpty, isHeaderSafe(name), isHeaderSafe(value), !name.contains(where: separators.contains),
          !value.contains(";")
        else { throw .bad("that can't be a cookie") }
        response.fields.append(("Set-Cookie", "\(name)=\(value); Path=/"))
      }
      return .now(response)
    },
    Route("/basic-auth/USER/PASS") { request, _ throws(Refusal) in
      let (user, password) = (request.segments[1], request.segments[2])
      let wanted = "basic " + Digest.base64("\(user):\(password)")
      let given = request.field("authorization") ?? ""
      guard given.prefix(6).lowercased() + given.dropFirst(6) == wanted else {
        throw Refusal(
          status: 401, message: "wrong user or password",
          fields: [("WWW-Authenticate", "Basic realm=\"Katydid's demo target\"")])
      }
      return .now(.json(.object([("authenticated", .bool(true)), ("user", .string(user))])))
    },
  ]

  private static let notLoggedIn = Refusal(status: 401, message: "log in first, at /login")

  /// Anybody may log in; this password is the one that doesn't work.
  private static let wrongPassword = "wrong"

  /// A form whose hidden field changes every time, as sites have it against forged requests.
  private static func form(_ site: Site) -> Response {
    let number = String(UInt64.random(in: 0...UInt64.max), radix: 16)
    let token = "\(number).\(Digest.signature("csrf " + number, key: site.key))"
    return .html(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><title>Log in</title></head>
      <body>
      <form action="/login" method="post">
      <input type="hidden" name="csrf_token" value="\(token)">
      <label>User <input name="username"></label>
      <label>Password <input name="password" type="password"></label>
      <button>Log in</button>
      </form>
      <p>Any name will do, with any password but <code>\(wrongPassword)</code>.</p>
      </body>
      </html>

      """)
  }

  private static func logIn(_ request: Request, _ site: Site) throws(Refusal) -> Response {
    let fields = try credentials(request)
    if let token = fields["csrf_token"] {
      let parts = token.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, Digest.signature("csrf " + parts[0], key: site.key) == parts[1] else {
        throw Refusal(status: 403, message: "the csrf_token is not one of ours")
      }
    }
    guard let user = fields["username"], let password = fields["password"], !user.isEmpty, !password.isEmpty,
      password != wrongPassword
    else { throw Refusal(status: 401, message: "wrong user or password") }
    let name = hexadecimal(user.utf8)
    var response = Response.json(.object([("user", .string(user))]))
    let session = "\(name).\(Digest.signature("session " + name, key: site.key))"
    response.fields.append(("Set-Cookie", "session=\(session); Path=/; HttpOnly; SameSite=Lax"))
    return response
  }

  /// The fields of a form or of a JSON object.
  private static func credentials(_ request: Request) throws(Refusal) -> [String: String] {
    var fields: [String: String] = [:]
    if request.mediaType == "application/json" {
      guard case .object(let members) = JSONReader.parse(request.body) else { throw .bad("the body is no JSON object") }
      for case (let name, .string(let value)) in members { fields[name] = value }
    } else {
      for (name, value) in formFields(request.body) { fields[name] = value }
    }
    return fields
  }

  private static func user(of request: Request, _ site: Site) -> String? {
    for (name, value) in request.cookies where name == "session" {
      let parts = value.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, Digest.signature("session " + parts[0], key: site.key) == parts[1] else { continue }
      let digits = Array(parts[0].utf8)
      let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap { index -> UInt8? in
        guard let high = hexadecimalDigit(digits[index]), let low = hexadecimalDigit(digits[index + 1]) else {
          return nil
        }
        return high << 4 | low
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    return nil
  }
}
