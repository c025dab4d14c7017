import Lang

/// The exception classes of `requests`, and what the engine's failures become: the exceptions that Locust's reports
/// name, with the same texts.
final class RequestExceptions {
  /// Known once the `requests.exceptions` module has been made.
  nonisolated(unsafe) static var shared: RequestExceptions! = nil

  private let module: Namespace

  init(_ module: Namespace) throws(Raised) {
    self.module = module
    for name in ["HTTPError", "ConnectionError", "InvalidHeader", "JSONDecodeError", "gaierror"] {
      _ = try RequestExceptions.cls(module, name)
    }
  }

  private static func cls(_ module: Namespace, _ name: String) throws(Raised) -> Class {
    guard let value = module[name], value.isKind(.class) else {
      throw raise(.importError, "cannot import name '\(name)' from '\(module.name)'")
    }
    return ClassObject.cls(value)
  }

  private func make(_ name: String, _ arguments: Value...) -> Value {
    guard let value = module[name], value.isKind(.class) else {
      return Exceptions.make(ExceptionKind.runtimeError.cls, text: name)
    }
    return Exceptions.make(ClassObject.cls(value), Tuple.make(arguments))
  }

  /// `requests.exceptions.InvalidHeader`
  func invalidHeader(_ text: String) -> Raised { raise(make("InvalidHeader", Str.make(text))) }

  /// Whether an exception is one that Locust reports as a failed request rather than raise it to the task.
  func isReported(_ exception: Value) -> Bool {
    guard let base = module["RequestException"] else { return false }
    guard Types.isInstance(exception, ClassObject.cls(base)) else { return false }
    return !["MissingSchema", "InvalidSchema", "InvalidURL"].contains { name in
      module[name].map { Types.isInstance(exception, ClassObject.cls($0)) } ?? false
    }
  }

  /// `response.raise_for_status()`'s exception; nil when the status is no error.
  ///
  /// - Parameter url: what the text names: the request's name in reports, its URL elsewhere.
  func httpError(_ status: Int, _ reason: String, url: String, response: Value) -> Value? {
    guard status >= 400 && status < 600 else { return nil }
    let kind = status < 500 ? "Client" : "Server"
    let error = make("HTTPError", Str.make("\(status) \(kind) Error: \(reason) for url: \(url)"))
    Instance.set(error, Symbol("response"), response)
    Instance.set(error, Symbol("request"), .none)
    return error
  }

  /// `requests.exceptions.InvalidJSONError` for the exception that writing a body has raised.
  func invalidJSON(_ error: Value) -> Raised {
    raise(make("InvalidJSONError", error))
  }

  /// Whether Locust reports a failure as a failed request, rather than raise it to the task.
  func isReportedFailure(_ failure: HTTPFailure) -> Bool {
    switch failure.reason {
    case .missingScheme, .invalidScheme, .invalidURL, .interrupted: false
    default: true
    }
  }

  /// `requests.exceptions.JSONDecodeError` for the `json.JSONDecodeError` that reading a body has raised.
  func jsonDecodeError(_ error: Value) throws(Raised) -> Raised {
    guard let cls = module["JSONDecodeError"] else { return raise(error) }
    let arguments = try ["msg", "doc", "pos"].map { (name) throws(Raised) in try Attributes.get(error, name) }
    return raise(try Call.call(cls, arguments))
  }

  /// The exception that a failed exchange is to Python.
  func exception(_ failure: HTTPFailure, _ request: HTTPRequest?) -> Value {
    let origin = request?.address.origin
    let pool =
      "HTTP\(origin?.isSecure == true ? "S" : "")ConnectionPool(host='\(origin?.host ?? "")', port=\(origin?.port ?? 0))"
    switch failure.reason {
    case .missingScheme(let url):
      return make(
        "MissingSchema", Str.make("Invalid URL '\(url)': No scheme supplied. Perhaps you meant https://\(url)?"))
    case .invalidScheme(let url):
      return make("InvalidSchema", Str.make("No connection adapters were found for '\(url)'"))
    case .invalidURL(let url, let why):
      return make("InvalidURL", Str.make(why.isEmpty ? "Invalid URL '\(url)': No host supplied" : why))
    case .nameResolution(let code, let text):
      return make("gaierror", Integer.make(Int(code)), Str.make(text))
    case .connect(let code):
      return system(code)
    case .connectTimeout:
      let seconds = Double(request?.connectTimeout ?? 0) / 1e9
      return make(
        "ConnectTimeout",
        make(
          "ConnectTimeoutError",
          Str.make(
            "\(pool): Max retries exceeded with url: \(target(request)) (Caused by ConnectTimeoutError("
              + "'Connection to \(origin?.host ?? "") timed out. (connect timeout=\(number(seconds)))'))")))
    case .readTimeout, .sendTimeout:
      let seconds = Double(request?.readTimeout ?? 0) / 1e9
      return make(
        "ReadTimeout", make("ReadTimeoutError", Str.make("\(pool): Read timed out. (read timeout=\(number(seconds)))")))
    case .incompleteHead:
      return make("HTTPException", Str.make("got an incomplete response head"))
    case .remoteClosed:
      return make("RemoteDisconnected", Str.make("Remote end closed connection without response"))
    case .reset(let code):
      return system(code)
    case .badStatusLine(let text):
      return make("BadStatusLine", Str.make(text))
    case .badHeader(let text):
      return make("InvalidHeader", Str.make(text))
    case .headersTooLarge:
      return make("LineTooLong", Str.make("got more than 65536 bytes when reading header line"))
    case .tooManyHeaders:
      return make("HTTPException", Str.make("got more than 100 headers"))
    case .bodyTooLarge(let limit):
      return make("ContentDecodingError", Str.make("the body is larger than \(limit) bytes"))
    case .incompleteBody(let received, let expected):
      return make("IncompleteRead", Integer.make(received), Integer.make(max(0, (expected ?? received) - received)))
    case .badChunk(let text):
      return make("InvalidChunkLength", Str.make(text))
    case .badEncoding(let text):
      return make("ContentDecodingError", Str.make(text))
    case .tooManyRedirects(let limit):
      return make("TooManyRedirects", Str.make("Exceeded \(limit) redirects."))
    case .tls(let text):
      return make("SSLError", Str.make(text))
    case .interrupted:
      return Exceptions.make(SpecExceptions.shared.greenletExit)
    }
  }

  private func target(_ request: HTTPRequest?) -> String {
    request.map { String(decoding: $0.address.target, as: UTF8.self) } ?? ""
  }

  private func number(_ value: Double) -> String {
    value == value.rounded() && value < 1e15 ? "\(Int(value))" : "\(value)"
  }

  /// `OSError(code, text)` as the class that Python chooses for the code.
  private func system(_ code: Int32) -> Value {
    let kind: ExceptionKind
    switch code {
    case 111: kind = .connectionRefusedError
    case 104: kind = .connectionResetError
    case 103: kind = .connectionAbortedError
    case 32: kind = .brokenPipeError
    case 110: kind = .timeoutError
    case 13, 1: kind = .permissionError
    default: kind = .osError
    }
    return Exceptions.make(
      kind.cls, Tuple.make(Integer.make(Int(code)), Str.make(SystemError.text(code))))
  }
}
