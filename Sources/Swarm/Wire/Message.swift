/// A message between nodes: `[type, data, node_id]` in MessagePack, as Locust 2 sends it.
public struct Message: Sendable, Equatable {
  /// What it is about; the types are in `MessageType`.
  public var type: String
  /// What it says; its shape depends on the type.
  public var data: MessagePack
  /// The worker that sent it, or to which the master sends it.
  public var node: String

  /// Creates a message.
  public init(_ type: String, _ data: MessagePack = .null, node: String) {
    self.type = type
    self.data = data
    self.node = node
  }

  /// Something that is not a message.
  public enum Fault: Error, Equatable {
    /// The bytes are not MessagePack.
    case notMessagePack(MessagePackFault)
    /// The value is not an array of a type, data and a node.
    case notAMessage
    /// It has more bytes than a message may have; how many.
    case tooLong(Int)
  }

  /// Reads a message.
  ///
  /// - Throws: `Fault` for any bytes that aren't one.
  public init(decoding bytes: [UInt8]) throws(Fault) {
    let value: MessagePack
    do throws(MessagePackFault) {
      value = try MessagePack(decoding: bytes)
    } catch {
      throw .notMessagePack(error)
    }
    guard let parts = value.elements, parts.count == 3, let type = parts[0].text else { throw .notAMessage }
    self.init(type, parts[1], node: parts[2].text ?? "")
  }

  /// The message's bytes.
  public var encoded: [UInt8] {
    MessagePack.array([.string(type), data, .string(node)]).encoded
  }
}

/// The types of messages, with Locust's names.
public enum MessageType {
  // From the worker.
  /// A worker is there; the data is its version.
  public static let clientReady = "client_ready"
  /// A worker has stopped its users.
  public static let clientStopped = "client_stopped"
  /// A worker starts users.
  public static let spawning = "spawning"
  /// What a worker has measured.
  public static let stats = "stats"
  /// An exception left a task.
  public static let exception = "exception"
  /// The last lines of a worker's log.
  public static let logs = "logs"

  // From the master.
  /// A worker is accepted; the data has its index.
  public static let ack = "ack"
  /// How many users of each class are to run, absolutely.
  public static let spawn = "spawn"
  /// A worker is to connect anew.
  public static let reconnect = "reconnect"
  /// Attributes of a user class are to change.
  public static let updateUserClass = "update_user_class"

  // From either.
  /// From a worker: how many iterations it wants and has done. From the master: how many it may begin.
  public static let iterations = "katydid_iterations"
  /// From a worker: it asks for the spec. From the master: the spec's files.
  public static let locustfile = "locustfile"
  /// A sign of life.
  public static let heartbeat = "heartbeat"
  /// From a worker: it has started its users. From the master: all have.
  public static let spawningComplete = "spawning_complete"
  /// Users are to stop; from a worker, the spec wants the whole test to stop (which is ours, not Locust's).
  public static let stop = "stop"
  /// From the master: stop and leave. From a worker: it leaves.
  public static let quit = "quit"
}
