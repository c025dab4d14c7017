import Lang

/// What is behind a response object of a spec: the engine's response or the failure, and what the report says of it.
final class ResponseState: Payload {
  /// The verdict that a spec has given by `success()` or `failure(…)`.
  enum Verdict {
    case none, success, failure
  }

  /// What came back; nil when nothing did.
  let response: HTTPResponse?
  /// The exception of a request that failed; `None` otherwise.
  var error = Value.none
  /// What was asked for; nil when not even that could be made.
  let request: HTTPRequest?
  let method: Value
  let user: Value
  /// The name in the statistics, a text.
  var name = Value.none
  /// The context that the call gave, a dict, or `None`.
  var context = Value.none
  /// The response time, in ns, and when it ended.
  var nanoseconds: UInt64 = 0
  var ended: UInt64 = 0
  var wantsVerdict = false
  /// Whether it is one of `FastHttpUser`'s.
  var isFast = false
  var isEntered = false
  var verdict = Verdict.none
  /// The exception given to `failure(…)`.
  var verdictError = Value.none
  /// `request_meta`, once a spec has asked for it.
  var meta = Value.none
  /// What `response.encoding` was set to; unbound while it is the response's own.
  var encoding = Value.unbound
  /// The text and headers, made when first asked for.
  var text = Value.unbound
  var headers = Value.unbound
  var body = Value.unbound
  var history = Value.unbound
  var prepared = Value.unbound
  /// Whether a streamed body has been given away piece by piece.
  var isConsumed = false
  /// Whether the call has asked for the body to be left: it can be read once then, even if it came with the head.
  var isLeft: Bool { response?.request.extras?.streamsResponse == true && body.isUnbound }
  /// What of a streamed body has been read and not yet been given away.
  var rest: [UInt8] = []

  init(response: HTTPResponse?, request: HTTPRequest?, method: Value, user: Value) {
    self.response = response
    self.request = request
    self.method = method
    self.user = user
  }

  override func trace() {
    Heap.mark(error)
    Heap.mark(method)
    Heap.mark(name)
    Heap.mark(context)
    Heap.mark(user)
    Heap.mark(verdictError)
    Heap.mark(meta)
    Heap.mark(encoding)
    Heap.mark(text)
    Heap.mark(headers)
    Heap.mark(body)
    Heap.mark(history)
    Heap.mark(prepared)
    Heap.mark(given)
    Heap.mark(base)
  }

  /// What a spec has set of the response, as hooks do; nil nearly always.
  private(set) var changes: Changes?

  /// Attributes that a spec has set.
  final class Changes {
    var status: Int?
    var reason: String?
    var url: String?
  }

  /// Notes that a spec sets an attribute.
  func change(_ body: (Changes) -> Void) {
    let changes = self.changes ?? Changes()
    body(changes)
    self.changes = changes
  }

  /// The status; 0 for a request that failed.
  var status: Int { changes?.status ?? response?.status ?? 0 }

  /// The words beside the status.
  var reason: String? { changes?.reason ?? response?.reason }

  /// The size of the body that reports count, in bytes; of a streamed one what the server announced.
  var length: Int {
    guard let response else { return 0 }
    guard response.request.extras?.streamsResponse == true else { return response.bodyLength }
    return response.header("content-length").flatMap { Int($0) } ?? 0
  }

  /// The URL of the last exchange.
  var url: String { changes?.url ?? response?.address.text ?? request?.address.text ?? "" }

  /// What a `FastHttpUser`'s call gave, and what it was put behind: its URL in reports, without parameters.
  var given = Value.unbound
  var base = Value.none

  /// The URL of the first exchange.
  var firstURL: String {
    guard given.isUnbound else { return FastSessionType.url(Str.swift(given), behind: base) }
    return response?.history.first?.address.text ?? url
  }
}
