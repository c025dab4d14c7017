import Lang

/// `FastRequest`: what was sent.
final class FastRequestType: Payload {
  private let request: HTTPRequest
  private let method: String
  private let url: String

  nonisolated(unsafe) private static var cls: Class?

  private init(_ request: HTTPRequest, url: String) {
    self.request = request
    self.url = url
    method = request.method.text
  }

  /// The request of a response.
  static func make(_ state: ResponseState) throws(Raised) -> Value {
    guard let request = state.response?.history.first?.request ?? state.request else { return .none }
    return Native.make(cls ?? define(), FastRequestType(request, url: state.firstURL))
  }

  private static func define() -> Class {
    let made = Types.define("FastRequest", module: "locust.contrib.fasthttp")
    cls = made
    func property(_ name: String, _ read: @escaping (FastRequestType) throws(Raised) -> Value) {
      made.reading(name, of: FastRequestType.self, read)
    }
    property("method") { (view) throws(Raised) -> Value in Str.make(view.method) }
    property("url") { (view) throws(Raised) -> Value in Str.make(view.url) }
    property("headers") { (view) throws(Raised) -> Value in
      let prepared = PreparedRequest.make(view.request)
      return Native.payload(prepared, as: PreparedRequest.self)?.headers ?? .none
    }
    for name in ["body", "payload", "data"] {
      property(name) { (view) throws(Raised) -> Value in
        view.request.hasBody && !view.request.body.isEmpty ? BytesValue.make(view.request.body) : .none
      }
    }
    return made
  }
}
