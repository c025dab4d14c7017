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
  /// The name in the statistics, a text.
  var name: Value
  /// The context that the call gave, a dict, or `None`.
  var context: Value
  let user: Value
  /// The response time, in ns, and when it ended.
  let nanoseconds: UInt64
  let ended: UInt64
  let wantsVerdict: Bool
  /// Whether nothing is to be reported: a request outside of a load test's client.
  var isSilent = false
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

  init(
    response: HTTPResponse?, request: HTTPRequest?, method: Value, name: Value, context: Value, user: Value,
    nanoseconds: UInt64, ended: UInt64, wantsVerdict: Bool
  ) {
    self.response = response
    self.request = request
    self.method = method
    self.name = name
    self.context = context
    self.user = user
    self.nanoseconds = nanoseconds
    self.ended = ended
    self.wantsVerdict = wantsVerdict
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
  }

  /// The status; 0 for a request that failed.
  var status: Int { response?.status ?? 0 }

  /// The size of the body that reports count, in bytes.
  var length: Int { response?.bodyLength ?? 0 }

  /// The URL of the last exchange.
  var url: String { response?.address.text ?? request?.address.text ?? "" }

  /// The URL of the first exchange.
  var firstURL: String { response?.history.first?.address.text ?? url }
}
