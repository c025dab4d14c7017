import Lang

/// `response.request`: what was sent.
final class RequestView: Payload {
  private let request: HTTPRequest
  private let url: String

  nonisolated(unsafe) private static var cls: Class! = nil

  private init(_ request: HTTPRequest, url: String) {
    self.request = request
    self.url = url
  }

  /// The request of a response, or `None` when none was made.
  static func make(_ state: ResponseState) -> Value {
    guard let request = state.request else { return .none }
    return Native.make(cls, RequestView(request, url: state.url))
  }

  /// Makes the class `requests.models.PreparedRequest`.
  static func define() -> Class {
    let cls = Types.define("PreparedRequest", module: "requests.models", hasAttributes: true)
    self.cls = cls
    func property(_ name: String, _ read: @escaping (RequestView) throws(Raised) -> Value) {
      cls.reading(name, of: RequestView.self, read)
    }
    property("method") { (view) throws(Raised) -> Value in Str.make(view.request.method.text) }
    property("url") { (view) throws(Raised) -> Value in Str.make(view.url) }
    property("path_url") { (view) throws(Raised) -> Value in Str.make(view.request.address.target) }
    property("body") { (view) throws(Raised) -> Value in
      view.request.hasBody ? BytesValue.make(view.request.body) : .none
    }
    property("headers") { (view) throws(Raised) -> Value in
      let map = HeaderMap()
      for line in view.request.headers.split(separator: 10) {
        guard let colon = line.firstIndex(of: 58) else { continue }
        let value = line[line.index(after: colon)...].drop { $0 == 32 }
        map.set(Str.make(line[..<colon]), Str.make(value.last == 13 ? value.dropLast() : value))
      }
      return HeaderMap.make(map)
    }
    cls.method("__repr__", "self") { (a) throws(Raised) -> Value in
      let method = Native.payload(a[0], as: RequestView.self)?.request.method.text ?? ""
      return Str.make("<PreparedRequest [\(method)]>")
    }
    return cls
  }
}
