import Logging
import Runtime

/// Gets the spec from the master, for a worker that has none.
struct SpecFetcher {
  private static let interval: UInt64 = 1_000_000_000
  private static let patience: UInt64 = 300_000_000_000
  private static let noteAfter: UInt64 = 10_000_000_000

  /// What the master has sent.
  struct Answer {
    /// The files.
    let bundle: SpecBundle
    /// The number of the version.
    let version: Int
  }

  /// Asks until the master answers. To be called on a fiber.
  ///
  /// - Returns: the answer; nil when there is none that is of use, which the log says.
  static func fetch(_ transport: any Transport, node: String) -> Answer? {
    let log = Logger(label: "katydid.worker")
    var isDone = false
    EventLoop.shared.spawn {
      let begin = EventLoop.now
      var nextNote = begin + noteAfter
      while !isDone {
        transport.send(
          Message(
            MessageType.locustfile, ["version": .string(version), "katydid": .string(version)], node: node))
        _ = EventLoop.shared.sleep(interval)
        if EventLoop.now > begin + patience { return transport.report(lost: "master") }
        if EventLoop.now > nextNote, !isDone {
          nextNote += 60_000_000_000
          log.warning("Waiting to connect to master to receive the locustfile...")
        }
      }
    }
    defer { isDone = true }
    while true {
      switch transport.receive() {
      case .message(let message) where message.type == MessageType.specPrepare:
        do throws(SpecBundle.Fault) {
          return Answer(
            bundle: try SpecBundle(message.data, known: [:]), version: message.data["version"]?.integer ?? 1)
        } catch { log.error("The master's spec is of no use: \(error.text)") }
        return nil
      case .message(let message) where message.type == MessageType.locustfile:
        return read(message.data, log)
      case .message, .garbage: continue
      case .lost:
        log.error("Got no locustfile response from master")
        return nil
      }
    }
  }

  /// Reads what Locust's master sends.
  private static func read(_ data: MessagePack, _ log: Logger) -> Answer? {
    if let error = data["error"]?.text {
      log.error("Got error from master: \(error)")
      return nil
    }
    let entries = data["locustfiles"]?.elements ?? []
    var files: [String: [UInt8]] = [:]
    var names: [String] = []
    for entry in entries {
      guard let name = entry["filename"]?.text, let text = entry["contents"]?.text else {
        log.error("The master's locustfile is an address (\(entry.text ?? "?")); name it with -f instead")
        return nil
      }
      // Only a name: the master is not to say where files go.
      let plain = name.split(separator: "/").last.map(String.init) ?? name
      names.append(plain)
      files[plain] = Array(text.utf8)
    }
    guard !names.isEmpty, files.count == names.count else {
      log.error("The master has no locustfile, or two of one name: name them with -f instead")
      return nil
    }
    return Answer(bundle: SpecBundle(locustfiles: names, files: files), version: 1)
  }
}
