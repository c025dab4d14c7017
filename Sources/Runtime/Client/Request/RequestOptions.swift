import Lang

/// The arguments of `client.get(…)` and its relatives.
struct RequestOptions {
  /// What is sent and how, after `data` and `json`, in the order in which `init` expects it.
  static let transport =
    "params=None, headers=None, cookies=None, files=None, auth=None, timeout=None, allow_redirects=True, proxies=None, "
    + "hooks=None, stream=None, verify=None, cert=None"
  /// What the statistics are to know of it.
  static let reporting = "name=None, catch_response=False, context=None"

  /// The arguments of `requests.Session.request` after method and URL, in its order.
  static let plain =
    "params=None, data=None, headers=None, cookies=None, files=None, auth=None, timeout=None, allow_redirects=True, "
    + "proxies=None, hooks=None, stream=None, verify=None, cert=None, json=None"

  let data: Value
  let json: Value
  let params: Value
  let headers: Value
  let cookies: Value
  let files: Value
  let auth: Value
  let timeout: Value
  let allowRedirects: Value
  let proxies: Value
  let hooks: Value
  let stream: Value
  let verify: Value
  let cert: Value
  let name: Value
  let catchResponse: Value
  let context: Value

  /// Reads the arguments of a call.
  ///
  /// - Parameters:
  ///   - first: where `data` stands; `json` and the arguments of `transport` follow it.
  ///   - reporting: where the arguments of `reporting` begin; nil for a call that has none.
  @inline(__always)
  init(_ arguments: Arguments, from first: Int, reporting: Int?) {
    func read(_ offset: Int) -> Value {
      let value = arguments[first + offset]
      return value.isUnbound ? .none : value
    }
    data = read(0)
    json = read(1)
    params = read(2)
    headers = read(3)
    cookies = read(4)
    files = read(5)
    auth = read(6)
    timeout = read(7)
    allowRedirects = arguments[first + 8]
    proxies = read(9)
    hooks = read(10)
    stream = read(11)
    verify = read(12)
    cert = read(13)
    name = reporting.map { read($0 - first) } ?? .none
    catchResponse = reporting.map { read($0 - first + 1) } ?? .no
    context = reporting.map { read($0 - first + 2) } ?? .none
  }

  /// Reads the arguments of `plain`, which begin at `first`.
  init(plain arguments: Arguments, from first: Int) {
    func read(_ offset: Int) -> Value { arguments.optional(first + offset) ?? .none }
    params = read(0)
    data = read(1)
    headers = read(2)
    cookies = read(3)
    files = read(4)
    auth = read(5)
    timeout = read(6)
    allowRedirects = arguments[first + 7]
    proxies = read(8)
    hooks = read(9)
    stream = read(10)
    verify = read(11)
    cert = read(12)
    json = read(13)
    name = .none
    catchResponse = .no
    context = .none
  }

  /// Options that are given one by one, the others not at all.
  init(
    data: Value = .none, json: Value = .none, params: Value = .none, headers: Value = .none, cookies: Value = .none,
    files: Value = .none, auth: Value = .none, timeout: Value = .none, allowRedirects: Value = .unbound,
    proxies: Value = .none, hooks: Value = .none, stream: Value = .none, verify: Value = .none, cert: Value = .none,
    name: Value = .none, catchResponse: Value = .no, context: Value = .none
  ) {
    self.data = data
    self.json = json
    self.params = params
    self.headers = headers
    self.cookies = cookies
    self.files = files
    self.auth = auth
    self.timeout = timeout
    self.allowRedirects = allowRedirects
    self.proxies = proxies
    self.hooks = hooks
    self.stream = stream
    self.verify = verify
    self.cert = cert
    self.name = name
    self.catchResponse = catchResponse
    self.context = context
  }

  /// The same with other hooks for responses, a list.
  func with(hooks: Value) -> RequestOptions {
    let dict = Dict.make()
    Dict.set(dict, "response", hooks)
    return RequestOptions(data: data, hooks: dict)
  }

  /// The same with how it is sent taken from others, and where they don't say from a session.
  func with(transportOf other: RequestOptions, _ state: SessionState) -> RequestOptions {
    RequestOptions(
      data: data, headers: headers, timeout: other.timeout, allowRedirects: other.allowRedirects,
      proxies: other.proxies.isNone && state.proxies.isKind(.dict) ? state.proxies : other.proxies,
      stream: other.stream.isNone ? state.streams : other.stream,
      verify: other.verify.isNone ? state.verify : other.verify,
      cert: other.cert.isNone ? state.certificate : other.cert)
  }
}
