/// The following of redirects, by the rules of the Python library `requests`.
extension HTTPSession {
  /// Follows a redirect until there is a response that is none.
  ///
  /// - Parameter jar: the cookies of this request alone, with the session's; nil when there are only the session's.
  func follow(
    _ first: HTTPResponse, _ request: HTTPRequest, jar: CookieJar?, _ started: UInt64,
    _ handler: HopHandler?
  ) throws(HTTPFailure) -> HTTPResponse {
    var request = request
    var response = first
    var history = first.history
    var fragment = request.address.extras?.fragment ?? []
    while let location = response.redirectLocation {
      response.history = history
      // requests reads a redirect's body before it follows, so that the connection can be used again.
      if response.isStreamed { do throws(HTTPFailure.Reason) { try response.readStream() } catch { _ = error } }
      guard history.count < maxRedirects else {
        throw failure(HTTPFailure(.tooManyRedirects(limit: maxRedirects)), response, request, started)
      }
      history.append(response)
      var address: HTTPAddress
      do throws(HTTPFailure) {
        address = try response.address.resolving(location)
      } catch {
        throw failure(error, response, request, started)
      }
      // A fragment goes on until another one takes its place (RFC 9110, section 10.2.2).
      if let own = address.extras?.fragment, !own.isEmpty {
        fragment = own
      } else if !fragment.isEmpty {
        address = address.with(fragment: fragment)
      }
      let origin = request.address.origin
      rebuild(&request, for: response, to: address, from: first.address.origin, last: origin)
      do throws(HTTPFailure) {
        if let source = request.extras?.source, !source.rewind() { throw HTTPFailure(.bodyUnavailable) }
        response = try hop(request, EventLoop.now, jar: jar ?? cookies)
        if let handler {
          response = try handler(response, request)
          // What the handler had asked in between belongs to the history too.
          history += response.history
        }
      } catch {
        throw failure(error, response, request, started)
      }
    }
    response.history = history
    response.timing.started = started
    return response
  }

  /// The request that would follow a redirect; nil when the response is none.
  public func redirect(after response: HTTPResponse) throws(HTTPFailure) -> HTTPRequest? {
    guard let location = response.redirectLocation else { return nil }
    var request = response.request
    let old = request.address.origin
    rebuild(&request, for: response, to: try response.address.resolving(location), from: old, last: old)
    return request
  }

  private func failure(
    _ failure: HTTPFailure, _ response: HTTPResponse, _ request: HTTPRequest, _ started: UInt64
  ) -> HTTPFailure {
    var failure = failure
    failure.response = response
    if failure.address == nil { failure.address = request.address }
    if failure.timing.ended == 0 { failure.timing.ended = EventLoop.now }
    failure.timing.started = started
    return failure
  }

  /// Makes the request that follows a redirect.
  private func rebuild(
    _ request: inout HTTPRequest, for response: HTTPResponse, to address: HTTPAddress, from first: Origin, last: Origin
  ) {
    let isGevent = request.extras?.habits == .gevent
    request.address = address
    let becomesGet: Bool
    switch response.status {
    case 302, 303: becomesGet = !request.method.isHead
    case 301: becomesGet = isGevent ? !request.method.isHead : request.method == .post
    default: becomesGet = false
    }
    if becomesGet { request.method = .get }
    var dropped: [StaticString] = []
    if response.status != 307, response.status != 308 {
      if let extras = request.extras, extras.source != nil {
        let without = extras.copy()
        without.source = nil
        request.extras = without
      }
      dropped += ["content-length", "content-type", "transfer-encoding"]
      request.body = []
      request.hasBody = false
      request.hasFraming = false
    }
    if request.hasCookie {
      dropped.append("cookie")
      request.hasCookie = false
    }
    let keeps = isGevent ? first === address.origin : HTTPSession.keepsCredentials(from: last, to: address.origin)
    if !keeps { dropped.append("authorization") }
    if !dropped.isEmpty { request.headers = HeaderLines.removing(dropped, from: request.headers) }
  }

  /// Whether a server may see the Authorization meant for another one: the same, or its https side on the usual ports.
  private static func keepsCredentials(from old: Origin, to new: Origin) -> Bool {
    if old === new { return true }
    return old.host == new.host && !old.isSecure && old.port == 80 && new.isSecure && new.port == 443
  }
}
