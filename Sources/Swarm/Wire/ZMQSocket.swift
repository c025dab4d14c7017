import CCounting
import CZMQ
import Glibc
import Runtime

/// A ZeroMQ socket on the event loop: it never blocks.
///
/// All sockets are of one context with one I/O thread, which is made with the first socket: after any fork. The API is
/// described at https://libzmq.readthedocs.io/en/zeromq4-3/.
final class ZMQSocket {
  /// What the library calls a socket's type.
  enum Kind {
    case router, dealer, reply, pair

    fileprivate var code: Int32 {
      switch self {
      case .router: ZMQ_ROUTER
      case .dealer: ZMQ_DEALER
      case .reply: ZMQ_REP
      case .pair: ZMQ_PAIR
      }
    }
  }

  /// How many sockets a process may have; a simulation has one for each of its workers.
  private static let mostSockets: Int32 = 16_384

  private nonisolated(unsafe) static var context: UnsafeMutableRawPointer?

  private let handle: UnsafeMutableRawPointer
  private let descriptor: Int32
  private var isClosed = false

  /// Opens a socket.
  ///
  /// - Parameter onChange: called whenever there may be something to receive or room to send; it must not wait.
  /// - Throws: `SystemFault` when the system has no more descriptors.
  init(_ kind: Kind, onChange: @escaping () -> Void) throws(SystemFault) {
    guard let context = ZMQSocket.context ?? zmq_ctx_new() else { throw ZMQSocket.fault("can't start ZeroMQ") }
    if ZMQSocket.context == nil { zmq_ctx_set(context, ZMQ_MAX_SOCKETS, ZMQSocket.mostSockets) }
    ZMQSocket.context = context
    // The first socket starts ZeroMQ's own threads.
    counting_begin_announced()
    defer { counting_end_announced() }
    guard let handle = zmq_socket(context, kind.code) else { throw ZMQSocket.fault("can't make a ZeroMQ socket") }
    self.handle = handle
    var value: Int32 = -1
    var size = MemoryLayout<Int32>.size
    zmq_getsockopt(handle, ZMQ_FD, &value, &size)
    descriptor = value
    EventLoop.shared.register(descriptor, handler: onChange)
  }

  static func fault(_ what: String) -> SystemFault {
    SystemFault(text: "\(what): \(String(cString: zmq_strerror(zmq_errno())))")
  }

  /// Ends the context, when all its sockets are closed, and waits until what was sent last has left.
  static func finish() {
    guard let context else { return }
    zmq_ctx_term(context)
    self.context = nil
  }

  // MARK: Options

  /// Sets a numeric option.
  func set(_ option: Int32, _ value: Int) {
    if option == ZMQ_MAXMSGSIZE {
      var value = Int64(value)
      zmq_setsockopt(handle, option, &value, MemoryLayout<Int64>.size)
    } else {
      var value = Int32(value)
      zmq_setsockopt(handle, option, &value, MemoryLayout<Int32>.size)
    }
  }

  /// Sets an option that takes a text.
  ///
  /// - Returns: whether the library takes it.
  @discardableResult
  func set(_ option: Int32, _ text: String) -> Bool {
    var text = text
    return text.withUTF8 { zmq_setsockopt(handle, option, $0.baseAddress, $0.count) } == 0
  }

  // MARK: Endpoints

  /// Listens at an endpoint such as `tcp://*:5557`.
  func bind(_ endpoint: String) throws(SystemFault) {
    guard zmq_bind(handle, endpoint) == 0 else { throw ZMQSocket.fault("can't listen at \(endpoint)") }
  }

  /// Connects to an endpoint, now or as soon as somebody listens there.
  func connect(_ endpoint: String) throws(SystemFault) {
    guard zmq_connect(handle, endpoint) == 0 else { throw ZMQSocket.fault("can't connect to \(endpoint)") }
  }

  /// Breaks the connection to an endpoint.
  func disconnect(_ endpoint: String) { zmq_disconnect(handle, endpoint) }

  /// The endpoint that was bound last, with its real port.
  var lastEndpoint: String {
    var buffer = [CChar](repeating: 0, count: 256)
    var size = buffer.count
    guard zmq_getsockopt(handle, ZMQ_LAST_ENDPOINT, &buffer, &size) == 0 else { return "" }
    return String(decoding: buffer.prefix(max(0, size - 1)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Tells of some of the socket's events (`ZMQ_EVENT_…`) at an endpoint inside the process.
  func monitor(_ endpoint: String, events: Int32) { zmq_socket_monitor(handle, endpoint, events) }

  // MARK: Messages

  /// Sends a message of some parts.
  ///
  /// - Returns: false when the queue is full; nothing was sent then.
  func send(_ parts: [[UInt8]]) -> Bool {
    guard !isClosed else { return false }
    for (index, part) in parts.enumerated() {
      let flags = ZMQ_DONTWAIT | (index < parts.count - 1 ? ZMQ_SNDMORE : 0)
      let count = part.withUnsafeBytes { zmq_send(handle, $0.baseAddress, $0.count, flags) }
      if count < 0 { return false }
    }
    return true
  }

  /// The parts of the next message; nil when there is none now.
  func receive() -> [[UInt8]]? {
    guard !isClosed else { return nil }
    var parts: [[UInt8]] = []
    var message = zmq_msg_t()
    var hasMore = true
    while hasMore {
      zmq_msg_init(&message)
      defer { zmq_msg_close(&message) }
      while zmq_msg_recv(&message, handle, ZMQ_DONTWAIT) < 0 {
        guard zmq_errno() == EINTR else { return nil }
      }
      parts.append(Array(UnsafeRawBufferPointer(start: zmq_msg_data(&message), count: zmq_msg_size(&message))))
      hasMore = zmq_msg_more(&message) != 0
    }
    return parts
  }

  /// Whether something can be received. Sending and receiving may use up the descriptor's event, so whoever does one
  /// has to look for the other.
  var hasInput: Bool { events & ZMQ_POLLIN != 0 }

  /// Whether the queue has room.
  var hasRoom: Bool { events & ZMQ_POLLOUT != 0 }

  private var events: Int32 {
    guard !isClosed else { return 0 }
    var value: Int32 = 0
    var size = MemoryLayout<Int32>.size
    zmq_getsockopt(handle, ZMQ_EVENTS, &value, &size)
    return value
  }

  /// Closes the socket; what was sent has some time to leave while the process lives.
  func close(linger milliseconds: Int) {
    guard !isClosed else { return }
    isClosed = true
    set(ZMQ_LINGER, milliseconds)
    EventLoop.shared.unregister(descriptor)
    zmq_close(handle)
  }
}
