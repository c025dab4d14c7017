import CZMQ
import Glibc
import Logging
import Runtime

/// Messages over ZeroMQ, as Locust sends them: a ROUTER at the master, a DEALER at each worker whose identity is the
/// worker's name.
final class ZMQTransport: Transport {
  /// Above this many bytes the library breaks the connection, before it has the memory.
  private static let longestFrame = 256 << 20
  /// How many messages wait for one peer at most; more are dropped.
  private static let queueLength = 10_000
  /// How many messages are taken in turn before others may do something.
  private static let batch = 64

  private var sockets: [ZMQSocket] = []
  /// By which of the master's sockets a worker talks, where there are two.
  private var routes: [String: ZMQSocket] = [:]
  private var events: [TransportEvent] = []
  private let arrival = Notice()
  private let isMaster: Bool
  private var endpoint: String
  private var gatekeeper: Gatekeeper?
  private var received = 0

  /// The master's side.
  ///
  /// - Parameters:
  ///   - endpoint: where workers connect to, such as `tcp://*:5557`.
  ///   - secret: if any, only workers that have it are let in, and everything is encrypted.
  ///   - openEndpoint: where workers without the secret are let in all the same; nil for nowhere.
  /// - Throws: `SystemFault` when the endpoint can't be had.
  init(listeningAt endpoint: String, secret: SwarmSecret? = nil, openEndpoint: String? = nil) throws(SystemFault) {
    isMaster = true
    self.endpoint = endpoint
    if let secret { gatekeeper = try Gatekeeper(secret) }
    self.endpoint = try listen(endpoint, secret)
    if let openEndpoint { _ = try listen(openEndpoint, nil) }
  }

  /// A worker's side. It connects, and connects again, by itself.
  ///
  /// - Throws: `SystemFault` for an address that is none.
  init(connectingTo endpoint: String, as node: String, secret: SwarmSecret? = nil) throws(SystemFault) {
    isMaster = false
    self.endpoint = endpoint
    let socket = try open(.dealer)
    socket.set(ZMQ_ROUTING_ID, node)
    if let secret { try secret.secureWorker(socket) }
    // Masters are not to be stormed.
    socket.set(ZMQ_RECONNECT_IVL, 100)
    socket.set(ZMQ_RECONNECT_IVL_MAX, 2000)
    try socket.connect(endpoint)
  }

  private func open(_ kind: ZMQSocket.Kind) throws(SystemFault) -> ZMQSocket {
    let socket = try ZMQSocket(kind) { [arrival] in arrival.post() }
    socket.set(ZMQ_SNDHWM, ZMQTransport.queueLength)
    socket.set(ZMQ_RCVHWM, ZMQTransport.queueLength)
    socket.set(ZMQ_MAXMSGSIZE, ZMQTransport.longestFrame)
    socket.set(ZMQ_TCP_KEEPALIVE, 1)
    socket.set(ZMQ_TCP_KEEPALIVE_IDLE, 30)
    socket.set(ZMQ_IPV6, 1)
    // A connection whose peer is out of reach is given up and made anew.
    socket.set(ZMQ_HEARTBEAT_IVL, 5000)
    socket.set(ZMQ_HEARTBEAT_TIMEOUT, 10_000)
    sockets.append(socket)
    return socket
  }

  private func listen(_ endpoint: String, _ secret: SwarmSecret?) throws(SystemFault) -> String {
    let socket = try open(.router)
    // A worker that has come back is served on its new connection, not the one that hangs.
    socket.set(ZMQ_ROUTER_HANDOVER, 1)
    socket.set(ZMQ_BACKLOG, 1024)
    if let secret {
      try secret.secureMaster(socket)
      try gatekeeper?.watch(socket)
    }
    try socket.bind(endpoint)
    return socket.lastEndpoint
  }

  /// The port that the master listens at; 0 for no TCP.
  var port: Int { endpoint.split(separator: ":").last.flatMap { Int($0) } ?? 0 }

  /// Breaks the connection to the master and makes it anew.
  func reconnect() {
    sockets[0].disconnect(endpoint)
    do throws(SystemFault) { try sockets[0].connect(endpoint) } catch {
      Logger(label: "katydid.wire").error("\(error.text)")
    }
  }

  // MARK: Transport

  func send(_ message: Message) {
    let socket = isMaster ? routes[message.node] ?? sockets[0] : sockets[0]
    let frame = message.encoded
    _ = socket.send(isMaster ? [Array(message.node.utf8), frame] : [frame])
    if socket.hasInput { arrival.post() }
  }

  var isCongested: Bool { !isMaster && !sockets[0].hasRoom }

  func receive() -> TransportEvent {
    while events.isEmpty {
      var hasAny = false
      for socket in sockets {
        guard let parts = socket.receive() else { continue }
        hasAny = true
        take(parts, from: socket)
      }
      if !hasAny { arrival.wait() }
    }
    received += 1
    // A flood of messages must not keep everything else from its turn.
    if received % ZMQTransport.batch == 0 { _ = EventLoop.shared.sleep(0) }
    return events.removeFirst()
  }

  private func take(_ parts: [[UInt8]], from socket: ZMQSocket) {
    guard parts.count == (isMaster ? 2 : 1), let frame = parts.last else {
      return events.append(.garbage(node: "?", .notAMessage))
    }
    var node = "master"
    if isMaster {
      guard let name = String(validating: parts[0], as: UTF8.self) else {
        return events.append(.garbage(node: "?", .notAMessage))
      }
      node = name
      if sockets.count > 1 { routes[node] = socket }
    }
    events.append(TransportEvent(frame, from: node, renamesSender: isMaster))
  }

  func report(lost node: String) {
    events.append(.lost(node: node))
    arrival.post()
  }

  func close() {
    for socket in sockets { socket.close(linger: 2000) }
    gatekeeper?.close()
    ZMQSocket.finish()
  }
}
