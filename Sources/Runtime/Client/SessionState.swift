import Lang

/// What is behind a client object of a spec.
final class SessionState: Payload {
  let session = HTTPSession()
  /// The default headers, a `CaseInsensitiveDict`.
  var headers: Value
  /// The address that paths are appended to; nil in a session without one.
  var base: HTTPAddress?
  var baseURL = Value.none
  var user = Value.none
  /// The name for requests that give none, while `rename_request` is on.
  var requestName = Value.none
  var auth = Value.none
  var verify = Value.yes
  var certificate = Value.none
  var params = Value.none
  var proxies = Value.unbound
  var hooks = Value.unbound
  var cookies = Value.unbound
  /// What the mounted adapters say of sending requests again.
  var retries = RetryPolicies()
  /// Whether its requests are counted: a load test's client, not a plain `requests.Session`.
  var isCounted = true

  /// Creates a session with the default headers.
  override init() {
    let map = HeaderMap()
    for (name, value) in SessionState.defaultHeaders { map.set(Str.make(name), Str.make(value)) }
    headers = HeaderMap.make(map)
  }

  /// What `requests` sends unless told otherwise, under our own name.
  static let defaultHeaders = [
    ("User-Agent", "katydid/0.1"), ("Accept-Encoding", "gzip, deflate"), ("Accept", "*/*"),
    ("Connection", "keep-alive"),
  ]

  override func trace() {
    for value in [headers, baseURL, user, requestName, auth, verify, certificate, params, proxies, hooks, cookies] {
      Heap.mark(value)
    }
  }

  deinit { session.close() }
}
