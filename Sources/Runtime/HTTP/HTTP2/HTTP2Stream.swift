/// One request and its response on a connection that speaks HTTP/2.
package final class HTTP2Stream {
  /// The stream's number; 0 before it has one.
  package var id: Int32 = 0
  /// The response's head, written as one of HTTP/1.1 is: the rest of the engine reads that.
  var head: [UInt8] = []
  /// Whether the head of the response proper is complete.
  var hasHead = false
  /// The body, or what of it hasn't been taken.
  var body: [UInt8] = []
  /// How many bytes of body have come.
  var received = 0
  /// Whether nothing more will come.
  package var isDone = false
  /// Why it is done, when that isn't a whole response.
  var failure: HTTPFailure.Reason?
  /// Whether the server said that it hasn't looked at the request, so that it can be sent again.
  var isUnprocessed = false
  /// When something of it was last read, in ns on the monotonic clock.
  var lastActivity: UInt64 = 0
  /// When the first of it was read.
  var firstByte: UInt64 = 0
  /// The fiber that waits for it.
  var waiter: Fiber?
  /// Whether the body is left to be read: its bytes count against the window until they are taken.
  let isStreamed: Bool
  let limits: ResponseParser.Limits

  // What is read while the head comes.
  var lines = 0
  var interims = 0

  /// The request's body, and how much of it has been sent.
  var upload: [UInt8] = []
  var uploaded = 0
  /// Whether more of the request's body will be added.
  var uploadGoesOn = false
  /// Whether the connection waits for more of it.
  var isUploadDeferred = false

  package init(isStreamed: Bool, limits: ResponseParser.Limits) {
    self.isStreamed = isStreamed
    self.limits = limits
  }

  /// Begins a head.
  func begin(status: UnsafeBufferPointer<UInt8>) {
    lines = 0
    head.reserveCapacity(512)
    head.removeAll(keepingCapacity: true)
    add(UnsafeBufferPointer(start: nil, count: 0), "HTTP/1.1 ", status, " \r\n")
  }

  /// Adds a line to the head.
  func append(_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) {
    add(name, ": ", value, "\r\n")
  }

  /// Adds pieces in one go, as growing an array by each would cost more than the copying.
  private func add(
    _ first: UnsafeBufferPointer<UInt8>, _ between: StaticString, _ second: UnsafeBufferPointer<UInt8>,
    _ end: StaticString
  ) {
    let count = first.count + second.count + between.utf8CodeUnitCount + end.utf8CodeUnitCount
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { line in
      guard var at = line.baseAddress else { return }
      func put(_ from: UnsafePointer<UInt8>?, _ count: Int) {
        guard let from else { return }
        at.update(from: from, count: count)
        at += count
      }
      put(first.baseAddress, first.count)
      put(between.utf8Start, between.utf8CodeUnitCount)
      put(second.baseAddress, second.count)
      put(end.utf8Start, end.utf8CodeUnitCount)
      head.append(contentsOf: line)
    }
  }

  /// Has the fiber that waits go on.
  func wake() {
    if let waiter { EventLoop.shared.wake(waiter) }
  }

  /// Ends the stream without a whole response, unless it has ended already.
  func fail(_ reason: HTTPFailure.Reason) {
    guard !isDone else { return }
    isDone = true
    failure = reason
    wake()
  }
}
