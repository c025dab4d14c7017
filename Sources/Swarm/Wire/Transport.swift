/// What comes from other nodes.
public enum TransportEvent: Sendable, Equatable {
  /// A message.
  case message(Message)
  /// Bytes from a node that are no message.
  case garbage(node: String, Message.Fault)
  /// A node is gone, for good.
  case lost(node: String)
}

/// How messages get from node to node: the one thing that differs between processes of a machine and a swarm.
///
/// The master has one transport to all workers; a worker has one to the master. Everything runs on the event loop.
public protocol Transport: AnyObject {
  /// Sends a message: to the worker it names, or from a worker to the master. Never waits; what can't be sent yet is
  /// kept. A message to a node that is gone is dropped.
  func send(_ message: Message)

  /// How many bytes wait to be sent, to all nodes together.
  var backlog: Int { get }

  /// Waits for the next event. To be called on one fiber only.
  func receive() -> TransportEvent
}
