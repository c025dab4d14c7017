import Runtime

/// Messages between a process and the workers that it forks: the frames that go over ZeroMQ elsewhere, on a pair of
/// connected sockets for each worker. There is no library to start, no thread and nothing in the file system, which
/// takes a third off the time to a test's first request.
final class LocalTransport: Transport {
  /// How many events wait to be received before no more are read from the sockets.
  private static let batch = 64
  /// A worker that has more bytes than this to send holds its reports back.
  private static let congestion = 4 << 20
  /// How long what was sent last may take to leave, in ns.
  private static let linger: UInt64 = 2_000_000_000

  /// By the names of the nodes at their other ends.
  private var links: [String: FrameSocket] = [:]
  private let isMaster: Bool
  private var events: [TransportEvent] = []
  private let arrival = Notice()
  /// Posted when events have been received, so that there is room for more.
  private let room = Notice()
  private var received = 0

  /// The master's side.
  ///
  /// - Parameter links: sockets, by the names of the workers at their other ends.
  init(toWorkers links: [String: FrameSocket]) {
    isMaster = true
    self.links = links
    for (node, link) in links { listen(to: link, of: node) }
  }

  /// A worker's side.
  init(toMaster link: FrameSocket) {
    isMaster = false
    links["master"] = link
    listen(to: link, of: "master")
  }

  private func listen(to link: FrameSocket, of node: String) {
    link.begin()
    EventLoop.shared.spawn { [self] in
      while let frame = link.receive() {
        events.append(TransportEvent(frame, from: node, renamesSender: isMaster))
        arrival.post()
        while events.count >= LocalTransport.batch { room.wait() }
      }
      // The master hears of the end of a process from whoever forked it.
      if !isMaster { report(lost: node) }
    }
  }

  // MARK: Transport

  func send(_ message: Message) { links[isMaster ? message.node : "master"]?.send(message.encoded) }

  var isCongested: Bool { !isMaster && links.values.contains { $0.waitingBytes > LocalTransport.congestion } }

  func receive() -> TransportEvent {
    while events.isEmpty { arrival.wait() }
    received += 1
    // A flood of messages must not keep everything else from its turn.
    if received % LocalTransport.batch == 0 { _ = EventLoop.shared.sleep(0) }
    defer { room.post() }
    return events.removeFirst()
  }

  func report(lost node: String) {
    events.append(.lost(node: node))
    arrival.post()
  }

  /// Nothing to do: such a connection lives as long as both processes.
  func reconnect() {}

  func close() {
    let deadline = EventLoop.now + LocalTransport.linger
    for link in links.values { link.close(until: deadline) }
  }
}
