import Glibc
import Lang

/// The exception classes of `requests`, and what the engine's failures become: the exceptions that Locust's reports
/// name, with the same texts.
final class RequestExceptions {
  /// Reads the module; set when `locust` is started.
  nonisolated(unsafe) static var importer: Importer?
  private nonisolated(unsafe) static var made: RequestExceptions?

  /// Made when something first fails: reading `requests.exceptions` takes a tenth of the start-up.
  static var shared: RequestExceptions {
    if let made { return made }
    made = Interpreter.undisturbed { () throws(Raised) -> RequestExceptions? in
      guard let importer else { return nil }
      return try ThirdParty.own("requests.exceptions", importer: importer).map(RequestExceptions.checked)
    }
    // Without them, as where no memory is left to make them, what fails is a RuntimeError.
    return made ?? RequestExceptions(Namespace(name: "requests.exceptions"))
  }

  private let module: Namespace

  private init(_ module: Namespace) { self.module = module }

  private static func checked(_ module: Namespace) throws(Raised) -> RequestExceptions {
    for name in ["HTTPError", "ConnectionError", "InvalidHeader", "JSONDecodeError", "gaierror"] {
      _ = try RequestExceptions.cls(module, name)
    }
    return RequestExceptions(module)
  }

  private static func cls(_ module: Namespace, _ name: String) throws(Raised) -> Class {
    guard let value = module[name], value.isKind(.class) else {
      throw raise(.importError, "cannot import name '\(name)' from '\(module.name)'")
    }
    return ClassObject.cls(value)
  }

  /// An exception of a class of `requests`, or of what lies below it, with one text or none.
  func make(_ name: String, _ text: String) -> Value { make(name, Str.make(text)) }

  /// An exception of a class of `requests`, or of what lies below it.
  func make(_ name: String, _ arguments: Value...) -> Value {
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

  /// The exception of `requests` that a failed exchange is; what lies below it is its `__context__`.
  ///
  /// - Parameters:
  ///   - inBody: whether the head of the response had come; otherwise the failure's times tell.
  ///   - isExhausted: whether an adapter has sent the request as often as it may.
  func exception(
    _ failure: HTTPFailure, _ request: HTTPRequest?, inBody: Bool = false, isExhausted: Bool = false
  ) -> Value {
    let isInBody = inBody || failure.timing.firstByte > 0
    let origin = request?.address.origin
    let scheme = origin?.isSecure == true ? "HTTPS" : "HTTP"
    let pool = "\(scheme)ConnectionPool(host='\(origin?.host ?? "")', port=\(origin?.port ?? 0))"
    let connection = "\(scheme)Connection(host='\(origin?.host ?? "")', port=\(origin?.port ?? 0))"
    let tries = "\(pool): Max retries exceeded with url: \(target(request))"
    let after = isExhausted ? tries : nil
    switch failure.reason {
    case .missingScheme(let url):
      return make(
        "MissingSchema", Str.make("Invalid URL '\(url)': No scheme supplied. Perhaps you meant https://\(url)?"))
    case .invalidScheme(let url):
      return make("InvalidSchema", Str.make("No connection adapters were found for '\(url)'"))
    case .invalidURL(let url, let why):
      return make(
        "InvalidURL",
        Str.make(why.isEmpty || why == "No host supplied" ? "Invalid URL '\(url)': No host supplied" : why))
    case .nameResolution(let code, let text):
      let host = origin?.host ?? ""
      let cause = "\(connection): Failed to resolve '\(host)' ([Errno \(code)] \(text))"
      return unreachable(
        "\(tries) (Caused by NameResolutionError(\"\(cause)\"))",
        because: make("gaierror", Integer.make(Int(code)), Str.make(text)))
    case .connect(let code):
      let cause =
        "\(connection): Failed to establish a new connection: [Errno \(code)] \(String(cString: strerror(Int32(code))))"
      return unreachable(
        "\(tries) (Caused by NewConnectionError(\"\(cause)\"))", because: DetailedExceptions.system(Int(code)))
    case .connectTimeout:
      let inner = make(
        "ConnectTimeoutError",
        Str.make(
          "Connection to \(origin?.host ?? "") timed out. (connect timeout=\(seconds(request?.connectTimeout)))"))
      return wrap("ConnectTimeout", make("MaxRetryError", Str.make(tries)), below: inner)
    case .readTimeout where isInBody:
      let inner = make("ReadTimeoutError", "\(pool): Read timed out.")
      return wrap("ConnectionError", inner, below: inner)
    case .readTimeout, .sendTimeout:
      let text = "\(pool): Read timed out. (read timeout=\(seconds(request?.readTimeout)))"
      let inner = make("ReadTimeoutError", Str.make(text))
      guard isExhausted else { return make("ReadTimeout", inner) }
      return unreachable("\(tries) (Caused by ReadTimeoutError(\"\(text)\"))", because: inner)
    case .remoteClosed:
      return aborted(after, make("RemoteDisconnected", Str.make("Remote end closed connection without response")))
    case .reset(let code) where isInBody:
      return broken(DetailedExceptions.system(Int(code)))
    case .reset(let code):
      return aborted(after, DetailedExceptions.system(Int(code)))
    case .badStatusLine(let text) where text.hasPrefix("HTTP/") && !text.hasPrefix("HTTP/1."):
      return aborted(after, make("UnknownProtocol", String(text.prefix { $0 != " " && $0 != "\r" && $0 != "\n" })))
    case .badStatusLine(let text):
      return aborted(after, make("BadStatusLine", Str.make(text)))
    case .incompleteHead:
      return aborted(
        after, make("RemoteDisconnected", Str.make("Remote end closed connection within the response's head")))
    case .headersTooLarge(let limit):
      return aborted(after, make("LineTooLong", Str.make("got more than \(limit) bytes when reading header line")))
    case .tooManyHeaders(let limit):
      return aborted(after, make("HTTPException", Str.make("got more than \(limit) headers")))
    case .badHeader(let text):
      return make("InvalidHeader", Str.make(text))
    case .bodyTooLarge(let limit):
      return make("ContentDecodingError", Str.make("the body is larger than \(limit) bytes"))
    case .incompleteBody(let received, let expected):
      let missing = max(0, (expected ?? received) - received)
      return broken(make("IncompleteRead", Integer.make(received), Integer.make(missing)))
    case .badChunk(let text):
      return broken(make("InvalidChunkLength", Str.make(text)))
    case .badEncoding(let coding, let text):
      let inner = make(
        "DecodeError", Str.make("Received response with content-encoding: \(coding), but failed to decode it."),
        RequestExceptions.decompression(text))
      return make("ContentDecodingError", inner)
    case .proxyResolution(let code, let text):
      let host = proxy(of: request)?.host ?? ""
      return noProxy(
        request, "NameResolutionError", "Failed to resolve '\(host)' ([Errno \(code)] \(text))",
        below: make("gaierror", Integer.make(Int(code)), Str.make(text)))
    case .proxyConnect(let code):
      let text = String(cString: strerror(Int32(code)))
      return noProxy(
        request, "NewConnectionError", "Failed to establish a new connection: [Errno \(code)] \(text)",
        below: DetailedExceptions.system(Int(code)))
    case .proxy(let code, let text):
      let below =
        code != 0 ? DetailedExceptions.system(Int(code)) : Exceptions.make(ExceptionKind.osError.cls, text: text)
      return wrap("ProxyError", make("MaxRetryError", Str.make(tries)), below: below)
    case .http2(let text):
      return aborted(after, make("HTTPException", "HTTP/2: \(text)"))
    case .bodyUnavailable:
      return make("UnrewindableBodyError", "Unable to rewind request body for redirect.")
    case .abandoned:
      return Interpreter.raised
    case .tooManyRedirects(let limit):
      return make("TooManyRedirects", Str.make("Exceeded \(limit) redirects."))
    case .tls(let text):
      let below = tlsError(text)
      return wrap("SSLError", make("MaxRetryError", Str.make(tries)), below: below)
    case .interrupted:
      return Host.interruption()
    }
  }

  /// `requests.exceptions.RetryError`, when an adapter's retries have all ended in a status that it repeats.
  func tooMany(_ status: Int, _ request: HTTPRequest) -> Value {
    let origin = request.address.origin
    let text =
      "\(origin.isSecure ? "HTTPS" : "HTTP")ConnectionPool(host='\(origin.host)', port=\(origin.port)): Max retries "
      + "exceeded with url: \(target(request)) (Caused by ResponseError('too many \(status) error responses'))"
    return make("RetryError", make("MaxRetryError", Str.make(text)))
  }

  /// The exception that reports name: what lies at the bottom of a connection's failure, as Locust digs it out.
  func reported(_ exception: Value) -> Value {
    var current = exception
    while ["ConnectionError", "ProtocolError", "MaxRetryError", "NewConnectionError"].contains(where: {
      isA(current, $0)
    }),
      let below = below(current)
    {
      current = below
    }
    return current
  }

  /// Whether an exception is of a class of `requests`, or of what lies below it.
  func isA(_ exception: Value, _ name: String) -> Bool {
    module[name].map { Types.isInstance(exception, ClassObject.cls($0)) } ?? false
  }

  private func below(_ exception: Value) -> Value? {
    do throws(Raised) {
      guard let context = try Attributes.find(exception, Symbol("__context__")), !context.isNone else { return nil }
      return context
    } catch { return nil }
  }

  /// An exception of `requests` around another, with what lies below as its context.
  private func wrap(_ name: String, _ inner: Value, below: Value) -> Value {
    let outer = make(name, inner)
    do throws(Raised) { try Attributes.set(outer, Symbol("__context__"), below) } catch { _ = Interpreter.raised }
    return outer
  }

  private func proxy(of request: HTTPRequest?) -> Origin? {
    request.flatMap { $0.extras?.proxies?.proxy(for: $0.origin)?.origin }
  }

  /// No connection to the proxy could be made. A plain request is the proxy's own, so its pool is named and the whole
  /// address asked for.
  private func noProxy(_ request: HTTPRequest?, _ kind: String, _ text: String, below: Value) -> Value {
    let proxy = proxy(of: request)
    let isSecure = request?.origin.isSecure == true
    let pool = isSecure ? request?.origin : proxy
    let scheme = isSecure ? "HTTPS" : "HTTP"
    let url = isSecure ? target(request) : request?.address.text ?? ""
    let cause = "\(scheme)Connection(host='\(proxy?.host ?? "")', port=\(proxy?.port ?? 0)): \(text)"
    let tries =
      "\(scheme)ConnectionPool(host='\(pool?.host ?? "")', port=\(pool?.port ?? 0)): Max retries exceeded with url: "
      + "\(url) (Caused by ProxyError('Unable to connect to proxy', \(kind)(\"\(cause)\")))"
    return wrap("ProxyError", make("MaxRetryError", Str.make(tries)), below: below)
  }

  /// No connection could be made.
  private func unreachable(_ tries: String, because below: Value) -> Value {
    wrap("ConnectionError", make("MaxRetryError", Str.make(tries)), below: below)
  }

  /// The connection ended before there was a response.
  ///
  /// - Parameter tries: what `MaxRetryError` begins with, when an adapter has sent the request as often as it may.
  private func aborted(_ tries: String?, _ below: Value) -> Value {
    if let tries {
      return unreachable(
        "\(tries) (Caused by ProtocolError('Connection aborted.', \(RequestReport.text(below))))", because: below)
    }
    return wrap("ConnectionError", make("ProtocolError", Str.make("Connection aborted."), below), below: below)
  }

  /// The connection or its framing broke within the body.
  private func broken(_ inner: Value) -> Value {
    let text = "Connection broken: \(RequestReport.text(inner))"
    return make("ChunkedEncodingError", make("ProtocolError", Str.make(text), inner))
  }

  /// zlib's exception, which is also the others' shape.
  static func decompression(_ text: String) -> Value {
    do throws(Raised) {
      if let cls = try Library.load("zlib")?["error"], cls.isKind(.class) {
        return Exceptions.make(ClassObject.cls(cls), text: text)
      }
    } catch { _ = Interpreter.raised }
    return Exceptions.make(ExceptionKind.valueError.cls, text: text)
  }

  /// OpenSSL's words as Python's `ssl` puts them, without the place in its source that Python adds.
  func tlsError(_ text: String) -> Value {
    let isVerification = text.hasPrefix("certificate verify failed")
    let reason = isVerification ? "certificate verify failed" : text
    let code = reason.uppercased().replacing(" ", with: "_")
    return make(
      isVerification ? "SSLCertVerificationError" : "_SSLError", Value(small: 1), Str.make("[SSL: \(code)] \(text)"))
  }

  private func target(_ request: HTTPRequest?) -> String {
    request.map { String(decoding: $0.address.target, as: UTF8.self) } ?? ""
  }

  /// A time in ns as a number of seconds, as Python writes it.
  private func seconds(_ nanoseconds: UInt64?) -> String {
    guard let nanoseconds else { return "None" }
    let value = Double(nanoseconds) / 1e9
    return value == value.rounded() ? "\(Int(value))" : "\(value)"
  }
}
