import Lang

/// `FastRequest`: what was sent.
final class FastRequestType: Payload {
  private let request: HTTPRequest
  private let method: String
  private let url: String

  nonisolated(unsafe) private static var cls: Class?

  private static func of(_ value: Value) throws(Raised) -> FastRequestType {
    guard let view = Native.payload(value, as: FastRequestType.self) else {
      throw raise(.typeError, "a 'FastRequest' object is required, not '\(Types.name(value))'")
    }
    return view
  }

  private var headers: Value {
    Native.payload(PreparedRequest.make(request), as: PreparedRequest.self)?.headers ?? .none
  }

  private init(_ request: HTTPRequest, url: String) {
    self.request = request
    self.url = url
    method = request.method.text
  }

  /// The request of a response; after redirects the last.
  static func make(_ state: ResponseState) throws(Raised) -> Value {
    guard let request = state.response?.request ?? state.request else { return .none }
    return Native.make(define(), FastRequestType(request, url: state.url))
  }

  /// Makes the class, once.
  static func define() -> Class {
    if let cls { return cls }
    let made = Types.define("FastRequest", module: "locust.contrib.fasthttp")
    cls = made
    func property(_ name: String, _ read: @escaping (FastRequestType) throws(Raised) -> Value) {
      made.reading(name, of: FastRequestType.self, read)
    }
    property("method") { (view) throws(Raised) -> Value in Str.make(view.method) }
    for name in ["url", "full_url"] { property(name) { (view) throws(Raised) -> Value in Str.make(view.url) } }
    property("headers") { (view) throws(Raised) -> Value in view.headers }
    made.method("get_full_url", "self") { (a) throws(Raised) -> Value in Str.make(try of(a[0]).url) }
    made.method("get_method", "self") { (a) throws(Raised) -> Value in Str.make(try of(a[0]).method) }
    made.method("get_header", "self, header_name, default=None") { (a) throws(Raised) -> Value in
      try Call.call(try Attributes.get(try of(a[0]).headers, "get"), [a[1], a.optional(2) ?? .none])
    }
    made.method("has_header", "self, header_name") { (a) throws(Raised) -> Value in
      try Call.call(try Attributes.get(try of(a[0]).headers, "__contains__"), with: a[1])
    }
    made.method("header_items", "self") { (a) throws(Raised) -> Value in
      try Call.call(try Attributes.get(try of(a[0]).headers, "items"))
    }
    for name in ["body", "payload", "data"] {
      property(name) { (view) throws(Raised) -> Value in
        view.request.hasBody && !view.request.body.isEmpty ? BytesValue.make(view.request.body) : .none
      }
    }
    return made
  }
}
