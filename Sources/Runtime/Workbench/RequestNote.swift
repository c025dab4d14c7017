import Lang

/// A finished request, as the prompt and `run-user` show it.
public struct RequestNote {
  /// The method.
  public let method: String
  /// The name in the statistics.
  public let name: String
  /// The URL of the first exchange.
  public let url: String
  /// How long it took, in ms.
  public let milliseconds: Double
  /// The size of the body, in bytes.
  public let length: Int
  /// The status; 0 when no response came, nil for what isn't HTTP.
  public let status: Int?
  /// The reason of the status.
  public let reason: String
  /// The exception that makes it a failure, as the report shows it; nil for a success.
  public let failure: String?
  /// The response as a Python value.
  public let response: Value
  /// The steps of the last exchange.
  public let timing: HTTPTiming?
  /// What was sent last, and what came back.
  public let exchange: (request: HTTPRequest, response: HTTPResponse?)?

  /// Reads the arguments of the `request` event.
  init(_ arguments: Value) throws(Raised) {
    func text(_ key: String) throws(Raised) -> String {
      guard let value = Dict.get(arguments, key), !value.isNone else { return "" }
      return Str.swift(try Text.str(value))
    }
    method = try text("request_type")
    name = try text("name")
    url = try text("url")
    let time = Dict.get(arguments, "response_time") ?? .none
    milliseconds = time.isFloat ? time.double : Integer.int(time).map(Double.init) ?? 0
    length = Dict.get(arguments, "response_length").flatMap { Integer.int($0) } ?? 0
    let exception = Dict.get(arguments, "exception") ?? .none
    failure = exception.isNone ? nil : exception.isKind(.str) ? Str.swift(exception) : RequestReport.text(exception)
    response = Dict.get(arguments, "response") ?? .none
    let state = Native.payload(response, as: ResponseState.self)
    status = state?.status
    reason = state?.response?.reason ?? ""
    timing = state?.response?.timing
    exchange = state?.request.map { ($0, state?.response) }
  }

  /// Has a function called with each request that finishes from now on. `locust` must have been loaded.
  static func listen(_ body: @escaping (RequestNote) -> Void) throws(Raised) {
    let listener = NativeFunction.make("note", "**kwargs") { (a) throws(Raised) -> Value in
      body(try RequestNote(a[0]))
      return .none
    }
    let hook = try Attributes.get(SpecEvents.shared.events, "request")
    _ = try Call.call(try Attributes.get(hook, "add_listener"), with: listener)
  }

  /// What is behind a response object; nil for another value.
  public static func exchange(of value: Value) -> (
    request: HTTPRequest?, response: HTTPResponse?, name: String, failure: String?
  )? {
    guard let state = Native.payload(value, as: ResponseState.self) else { return nil }
    let failure = state.error.isNone ? nil : RequestReport.text(state.error)
    return (state.request, state.response, state.name.isKind(.str) ? Str.swift(state.name) : "", failure)
  }

  /// The line of a list of requests: method, name, status, time, size, failure.
  public var line: String {
    let shown = status.map { $0 == 0 ? "no response" : "\($0) \(reason)" } ?? ""
    var text = "\(method) \(name)  \(shown)  \(RequestNote.duration(milliseconds))  \(RequestNote.size(length))"
    if let failure { text += "  FAILED: \(failure)" }
    return text
  }

  /// A time for people.
  public static func duration(_ milliseconds: Double) -> String {
    if milliseconds >= 1000 { return "\((milliseconds / 10).rounded() / 100) s" }
    return milliseconds >= 10
      ? "\((milliseconds * 10).rounded() / 10) ms" : "\((milliseconds * 1000).rounded() / 1000) ms"
  }

  /// A number of bytes for people.
  public static func size(_ bytes: Int) -> String {
    bytes < 10_000 ? "\(bytes) B" : bytes < 10_000_000 ? "\(bytes / 1000) kB" : "\(bytes / 1_000_000) MB"
  }
}
