import CZMQ
import Glibc
import Logging
import Runtime

/// Decides which peers a master with a secret lets in, and notes those that it doesn't.
///
/// It answers ZeroMQ's authentication requests (ZAP, RFC 27 of ZeroMQ); handshakes that fail earlier, such as those of
/// peers without any key, it hears of from the socket's monitor.
final class Gatekeeper {
  /// A refusal is logged no more often than this, in ns.
  private static let logInterval: UInt64 = 10_000_000_000
  private static let watched = "inproc://katydid.monitor"

  private let key: [UInt8]
  private var requests: ZMQSocket?
  private var monitor: ZMQSocket?
  private var refusals = 0
  private var lastLog: UInt64?
  private let log = Logger(label: "katydid.wire")

  /// Begins to answer requests. There is one gatekeeper in a process.
  init(_ secret: SwarmSecret) throws(SystemFault) {
    key = try secret.workerKey()
    let requests = try ZMQSocket(.reply) { [unowned self] in answerAll() }
    try requests.bind("inproc://zeromq.zap.01")
    self.requests = requests
  }

  /// Watches a socket for handshakes that fail, before it binds.
  func watch(_ socket: ZMQSocket) throws(SystemFault) {
    let failures =
      ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL | ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL | ZMQ_EVENT_HANDSHAKE_FAILED_AUTH
    socket.monitor(Gatekeeper.watched, events: failures)
    let monitor = try ZMQSocket(.pair) { [unowned self] in readMonitor() }
    try monitor.connect(Gatekeeper.watched)
    self.monitor = monitor
  }

  /// A request has the parts version, request, domain, address, identity, mechanism and credentials.
  private func answerAll() {
    while let requests, let request = requests.receive() {
      let isGood =
        request.count == 7 && request[5] == Array("CURVE".utf8) && request[6] == key && request[0] == Array("1.0".utf8)
      let number = request.count > 1 ? request[1] : []
      let status = isGood ? ("200", "OK") : ("400", "unknown key")
      _ = requests.send(
        [Array("1.0".utf8), number, Array(status.0.utf8), Array(status.1.utf8), Array("worker".utf8), []])
    }
  }

  /// An event has two parts: its number and a value, and the endpoint.
  private func readMonitor() {
    while let event = monitor?.receive() {
      guard let head = event.first, head.count >= 2 else { continue }
      refusals += 1
      let now = EventLoop.now
      if let lastLog, now < lastLog + Gatekeeper.logInterval { continue }
      lastLog = now
      log.warning("A peer without the swarm's secret was refused (\(refusals) so far)")
    }
  }

  func close() {
    requests?.close(linger: 0)
    monitor?.close(linger: 0)
  }
}
