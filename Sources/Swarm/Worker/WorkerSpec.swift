import Logging
import Runtime

/// The versions of the spec in a worker: what it has, loads and changes to.
final class WorkerSpec {
  /// The version that users run, nil when there is none that has files.
  private(set) var bundle: SpecBundle?
  /// The number of that version.
  private(set) var version = 1
  /// Files that were received, by digest.
  private var contents: [String: [UInt8]]
  private var candidate: SpecBundle?
  private let users: any Users
  private let log = Logger(label: "katydid.spec")

  init(users: any Users, bundle: SpecBundle?, version: Int = 1) {
    self.users = users
    self.bundle = bundle
    self.version = version
    contents = bundle?.contents ?? [:]
  }

  /// The version's name, for the master.
  var id: String { bundle?.id ?? "" }

  /// Loads a version beside the one that runs.
  ///
  /// - Returns: what to tell the master.
  func prepare(_ data: MessagePack) -> MessagePack {
    let name = data["id"] ?? .null
    do throws(SpecBundle.Fault) {
      let next = try SpecBundle(data, known: contents)
      contents.merge(next.contents) { old, _ in old }
      do throws(SpecFault) {
        try users.prepare(next.locustfiles, files: next.specFiles)
        candidate = next
        return ["id": name]
      } catch { return ["id": name, "error": .string(error.text)] }
    } catch { return ["id": name, "error": .string("the bundle is of no use: \(error.text)")] }
  }

  /// Forgets the version that was loaded.
  func abandon(_ data: MessagePack) {
    guard let candidate, data["id"]?.text == candidate.id else { return }
    users.abandonPrepared()
    self.candidate = nil
    contents = bundle?.contents ?? [:]
  }

  /// Whether a message activates the version that was loaded.
  func isCandidate(_ data: MessagePack) -> Bool { candidate != nil && data["id"]?.text == candidate?.id }

  /// Has users change over to the version that was loaded.
  ///
  /// - Parameter onDone: called with what to tell the master when all have.
  func activate(_ data: MessagePack, onDone: @escaping (MessagePack) -> Void) {
    guard let next = candidate else { return }
    candidate = nil
    let old = version
    let count = users.userCounts.values.reduce(0, +)
    bundle = next
    // What the next version may share with this one is kept; the rest is not.
    contents = next.contents
    version = data["version"]?.integer ?? old + 1
    log.debug("Changing over to version \(version) of the spec (\(next.shortID))")
    users.activatePrepared(oldVersion: old, restarts: data["restart"] == .bool(true)) {
      onDone(["id": .string(next.id), "users": .int(Int64(count))])
    }
  }
}
