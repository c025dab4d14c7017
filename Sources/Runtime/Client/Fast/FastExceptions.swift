import Glibc
import Lang

/// What the engine's failures become for a `FastHttpUser`: the exceptions that Locust's reports name, with their texts.
enum FastExceptions {
  /// The classes by name, a dict that the Python part of the module gives.
  nonisolated(unsafe) static var classes = Value.none

  private static func make(_ name: String, _ arguments: Value...) -> Value {
    guard classes.isKind(.dict), let cls = Dict.get(classes, name), cls.isKind(.class) else {
      return Exceptions.make(ExceptionKind.runtimeError.cls, text: name)
    }
    return Exceptions.make(ClassObject.cls(cls), Tuple.make(arguments))
  }

  /// An exception whose class takes keywords, made by calling the class.
  private static func call(
    _ name: String, _ arguments: [Value], _ keywords: [(name: String, value: Value)]
  ) throws(Raised) -> Value {
    guard classes.isKind(.dict), let cls = Dict.get(classes, name) else { return make(name) }
    return try Call.call(cls, arguments, keywords: keywords)
  }

  /// The statuses that a `FastHttpUser` takes for a success.
  private static let good: Set<Int> = [
    200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 301, 302, 303, 304, 307, 308,
  ]

  /// The exception of a status that is none of the good ones; nil for those.
  static func badStatus(_ state: ResponseState) throws(Raised) -> Value? {
    guard state.response != nil, !good.contains(state.status) else { return nil }
    return try call("LocustBadStatusCode", [Str.make(state.firstURL)], [("code", Value(small: state.status))])
  }

  /// Whether Locust reports a failure as a failed request, rather than raise it to the task.
  static func isReported(_ failure: HTTPFailure) -> Bool {
    switch failure.reason {
    case .missingScheme, .invalidScheme, .invalidURL: failure.response != nil
    case .interrupted, .abandoned, .bodyUnavailable: false
    default: true
    }
  }

  /// Whether a failed request is sent again, if it may be.
  static func isRepeatable(_ failure: HTTPFailure, _ method: HTTPMethod) -> Bool {
    switch failure.reason {
    case .connectTimeout, .sendTimeout, .readTimeout:
      failure.timing.firstByte == 0 && ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"].contains(method.text)
    default: false
    }
  }

  /// The exception that a failed exchange is.
  ///
  /// - Parameters:
  ///   - inBody: whether the head of the response had come.
  ///   - retries: how often it could have been sent again.
  static func exception(
    _ failure: HTTPFailure, _ request: HTTPRequest?, inBody: Bool = false, retries: Int = 0
  ) throws(Raised) -> Value {
    let isInBody = inBody || failure.timing.firstByte > 0
    let url = Str.make(failure.response?.history.first?.address.text ?? request?.address.text ?? "")
    switch failure.reason {
    case .missingScheme(let text), .invalidURL(let text, _):
      return Exceptions.make(ExceptionKind.valueError.cls, text: "Invalid URL '\(text)'")
    case .invalidScheme(let text):
      let scheme = text.prefix { $0 != ":" }
      guard failure.response != nil else {
        return Exceptions.make(ExceptionKind.valueError.cls, text: "unsupported url scheme '\(scheme)'")
      }
      let words = "refusing to follow redirect to '\(scheme)' URL"
      return try call("UnsupportedRedirectSchemeError", [url, Str.make(words)], [])
    case .tooManyRedirects(let limit):
      let first = failure.response?.history.first?.address.text ?? failure.response?.address.text
      let start = first.map { Str.make($0) } ?? url
      return try call("RetriesExceeded", [start, Str.make("Redirection limit reached (\(limit))")], [])
    case .readTimeout where isInBody:
      return Exceptions.make(ExceptionKind.timeoutError.cls, text: "timed out")
    case .connectTimeout, .readTimeout, .sendTimeout:
      let inner = Exceptions.make(ExceptionKind.timeoutError.cls, text: "timed out")
      return try call("RetriesExceeded", [url, Integer.make(retries)], [("original", inner)])
    case .nameResolution(let code, let text), .proxyResolution(let code, let text):
      return RequestExceptions.shared.make("gaierror", Integer.make(Int(code)), Str.make(text))
    case .connect(let code), .proxyConnect(let code):
      return DetailedExceptions.system(Int(code))
    case .proxy(let code, let text):
      return code != 0
        ? DetailedExceptions.system(Int(code)) : make("HTTPConnectionClosed", Str.make(text))
    case .remoteClosed,
      .reset where !isInBody:
      return make("HTTPConnectionClosed", Str.make("connection closed."))
    case .reset(let code):
      return DetailedExceptions.system(Int(code))
    case .badStatusLine:
      return parseError("Expected HTTP/, RTSP/ or ICE/", 8)
    case .incompleteHead:
      return parseError("Invalid EOF state", 14)
    case .badHeader(let text):
      let isLength = text.lowercased().hasPrefix("content-length")
      let isNumber = text.contains { $0.isNumber }
      return isLength && !isNumber
        ? parseError("Invalid character in Content-Length", 11) : parseError("Duplicate Content-Length", 4)
    case .badChunk:
      return parseError("Invalid character in chunk size", 12)
    case .incompleteBody:
      return make("HTTPParseError", Str.make("Incomplete response."))
    case .headersTooLarge(let limit):
      return make("HTTPParseError", Str.make("the response's head is larger than \(limit) bytes"))
    case .tooManyHeaders(let limit):
      return make("HTTPParseError", Str.make("the response has more than \(limit) headers"))
    case .bodyTooLarge(let limit):
      return make("HTTPParseError", Str.make("the body is larger than \(limit) bytes"))
    case .badEncoding(_, let text):
      return RequestExceptions.decompression(text)
    case .tls(let text):
      return RequestExceptions.shared.tlsError(text)
    case .http2(let text):
      return make("HTTPParseError", Str.make("HTTP/2: \(text)"))
    case .interrupted, .abandoned, .bodyUnavailable:
      return RequestExceptions.shared.exception(failure, request)
    }
  }

  private static func parseError(_ text: String, _ code: Int) -> Value {
    make("HTTPParseError", Str.make(text), Value(small: code))
  }
}
