/// What comes from other nodes.
public enum TransportEvent: Sendable, Equatable {
  /// A message.
  case message(Message)
  /// Bytes from a node that are no message.
  case garbage(node: String, Message.Fault)
  /// The process of a node has ended.
  case lost(node: String)

  /// A message above this many bytes is dropped. The statistics of 100,000 names stay below.
  static let longestMessage = 64 << 20

  /// What the bytes from a node are.
  ///
  /// - Parameter renamesSender: whether the message is to name `node` as its sender, whatever it says: the name that
  ///   a connection has is the one that answers reach.
  init(_ frame: [UInt8], from node: String, renamesSender: Bool) {
    guard frame.count <= TransportEvent.longestMessage else {
      self = .garbage(node: node, .tooLong(frame.count))
      return
    }
    do throws(Message.Fault) {
      var message = try Message(decoding: frame)
      if renamesSender { message.node = node }
      self = .message(message)
    } catch { self = .garbage(node: node, error) }
  }
}

/// How messages get from node to node; the simulation and the tests have their own.
///
/// The master has one transport to all workers; a worker has one to the master. Everything runs on the event loop.
public protocol Transport: AnyObject {
  /// Sends a message: to the worker it names, or from a worker to the master. Never waits; what can't be sent yet is
  /// kept. A message to a node that is gone is dropped.
  func send(_ message: Message)

  /// Whether so much waits to be sent that nothing should be added that can wait.
  var isCongested: Bool { get }

  /// Waits for the next event. To be called on one fiber only.
  func receive() -> TransportEvent

  /// Has `receive` tell that the process of a node has ended, which the transport itself can't know.
  func report(lost node: String)

  /// Breaks the connection to the master and makes it anew, in a worker.
  func reconnect()

  /// Sees off what was sent, which may take two seconds, and ends.
  func close()
}
