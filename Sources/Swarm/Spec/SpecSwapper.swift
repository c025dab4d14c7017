import Glibc
import Logging
import Runtime

/// Leads the changes of the spec in the master: all workers change to a version, or none does.
///
/// A change is checked in a process of its own, then loaded beside the running version here and in every worker; when
/// all have it, one message each activates it.
final class SpecSwapper {
  /// How long workers may take to load a version, in ns.
  private static let loadTimeout: UInt64 = 30_000_000_000
  /// How long a swap is waited for until it is reported as it stands, in ns.
  private static let changeTimeout: UInt64 = 60_000_000_000

  /// The versions so far.
  let history = VersionHistory()
  /// The number of the present version.
  private(set) var version = 1
  /// The files of the present version.
  private(set) var bundle: SpecBundle

  private unowned let master: Master
  private let settings: SpecSettings
  private var watcher: SpecWatcher?
  private var causes: [String] = []
  private var isBusy = false
  private var requestedAt: UInt64 = 0
  /// The version that workers are asked to load.
  private var candidate: SpecBundle?
  /// The workers whose answer is awaited.
  private var awaited: Set<String> = []
  private var refusal: String?
  /// The users that have changed over.
  private var changedUsers = 0
  private let answered = Notice()
  /// What each worker has of files, by their digests.
  private var known: [String: Set<String>] = [:]
  /// The workers that have been sent the present version apart from a swap.
  private var late: Set<String> = []
  private let log = Logger(label: "katydid.spec")

  /// Creates a swapper for a spec that is loaded already.
  init(master: Master, settings: SpecSettings) {
    self.master = master
    self.settings = settings
    bundle = SpecBundle.loaded(settings)
  }

  /// Begins to watch the files.
  func begin() {
    guard settings.watches else { return }
    do throws(SystemFault) {
      let watcher = try SpecWatcher { [unowned self] in request(by: "a change of the files") }
      watcher.watch(bundle.files.map(\.path))
      self.watcher = watcher
    } catch { log.warning("\(error.text); the spec is not watched") }
  }

  /// Asks for a look at the files, and a swap if they have changed.
  ///
  /// - Parameter cause: who or what asks, for people.
  func request(by cause: String) {
    causes.append(cause)
    guard !isBusy else { return }
    isBusy = true
    EventLoop.shared.spawn { [self] in
      while let cause = causes.last {
        causes = []
        requestedAt = EventLoop.now
        do throws(SwapFault) { try swap(by: cause) } catch { report(error, cause) }
      }
      isBusy = false
    }
  }

  private func report(_ fault: SwapFault, _ cause: String) {
    log.error(
      "The spec can't be used as it is now; the run goes on with version \(version):\n\(fault.text)")
  }

  // MARK: The phases

  private func swap(by cause: String) throws(SwapFault) {
    guard snapshot(of: bundle.files.map(\.path)).id != bundle.id else { return }
    let paths = settings.checkCommand.isEmpty ? [] : try SpecCheck.run(settings.checkCommand + [settings.path])
    let next = snapshot(of: paths.isEmpty ? bundle.files.map(\.path) : paths)
    guard next.id != bundle.id else { return }
    watcher?.watch(next.files.map(\.path))
    do throws(SpecFault) { try master.users.prepare(settings.path, files: next.specFiles) } catch {
      throw SwapFault(text: error.text)
    }
    do throws(SwapFault) { try prepareWorkers(next) } catch {
      master.users.abandonPrepared()
      throw error
    }
    activate(next, by: cause)
  }

  /// The files as they are on disk now.
  private func snapshot(of paths: [String]) -> SpecBundle {
    var files: [String: [UInt8]] = [:]
    for path in paths + settings.includes {
      if let bytes = SpecFiles.onDisk(path) { files[SpecFiles.key(path)] = bytes }
    }
    return SpecBundle(locustfiles: [SpecFiles.key(settings.path)], files: files)
  }

  /// Has every worker load a version; throws when one can't.
  private func prepareWorkers(_ next: SpecBundle) throws(SwapFault) {
    let workers = master.workers.values.filter { $0.isAvailable && $0.specID != nil }.map(\.id)
    candidate = next
    awaited = Set(workers)
    refusal = nil
    for node in workers { sendPrepare(next, version + 1, to: node) }
    let deadline = EventLoop.now + SpecSwapper.loadTimeout
    while !awaited.isEmpty, refusal == nil, EventLoop.now < deadline { answered.wait(until: deadline) }
    candidate = nil
    if refusal == nil, let silent = awaited.first { refusal = "worker \(silent) doesn't answer" }
    guard let refusal else { return }
    for node in workers { master.send(MessageType.specAbandon, ["id": .string(next.id)], to: node) }
    throw SwapFault(text: refusal)
  }

  private func sendPrepare(_ bundle: SpecBundle, _ number: Int, to node: String) {
    var pairs = bundle.data(without: known[node] ?? [])
    pairs.append(.init("version", .int(Int64(number))))
    known[node] = Set(bundle.files.map(\.digest))
    master.send(MessageType.specPrepare, .map(pairs), to: node)
  }

  private func activate(_ next: SpecBundle, by cause: String) {
    let old = version
    version += 1
    bundle = next
    let classes = master.users.userClasses
    master.users.activatePrepared(oldVersion: old, restarts: settings.mode == .restart) {}
    history.swaps.append(
      SwapRecord(time: Double(WallClock.now) / 1e9, version: version, id: next.shortID, cause: cause))
    changedUsers = 0
    let workers = master.workers.values.filter { $0.isAvailable && $0.specID != nil }.map(\.id)
    awaited = Set(workers)
    for node in workers { sendActivate(to: node) }
    if classes != master.users.userClasses { master.shareOut() }
    let others = master.workers.values.filter { $0.isAvailable && $0.specID == nil }.count
    if others > 0 { log.warning("\(others) workers are not Katydid's; they go on with the spec that they have") }
    let deadline = EventLoop.now + SpecSwapper.changeTimeout
    while !awaited.isEmpty, !master.isQuitting, EventLoop.now < deadline { answered.wait(until: deadline) }
    finish(workers.count)
  }

  private func finish(_ workers: Int) {
    let duration = Double(EventLoop.now - requestedAt + SpecWatcher.pause) / 1e9
    let last = history.swaps.count - 1
    history.swaps[last].users = changedUsers
    guard awaited.isEmpty else {
      return log.warning("Version \(version) of the spec: users of \(awaited.count) workers still run the old one")
    }
    history.swaps[last].duration = duration
    log.info(
      """
      Version \(version) of the spec (\(bundle.shortID), by \(history.swaps[last].cause)) is in use: \
      \(changedUsers) users of \(workers) workers changed over in \(Int((duration * 1000).rounded())) ms
      """)
  }

  private func sendActivate(to node: String) {
    master.send(
      MessageType.specActivate,
      [
        "id": .string(bundle.id), "version": .int(Int64(version)),
        "restart": .bool(settings.mode == .restart),
      ], to: node)
  }

  // MARK: What workers say

  /// A worker asks for the spec, before it says that it is ready.
  func answer(_ message: Message) {
    if message.data["katydid"] != nil { return sendPrepare(bundle, version, to: message.node) }
    let files = bundle.files.filter { bundle.locustfiles.contains($0.path) }.map { file -> MessagePack in
      [
        "filename": .string(file.path.split(separator: "/").last.map(String.init) ?? file.path),
        "contents": .string(String(decoding: bundle.contents[file.digest] ?? [], as: UTF8.self)),
      ]
    }
    master.send(MessageType.locustfile, ["locustfiles": .array(files)], to: message.node)
  }

  /// A worker has loaded a version, or can't.
  func noteLoaded(_ message: Message) {
    let node = message.node
    let id = message.data["id"]?.text
    if let error = message.data["error"]?.text {
      known[node] = nil
      if candidate?.id == id {
        refusal = "worker \(node) can't load it:\n\(error)"
      } else {
        log.error("Worker \(node) can't load version \(version) of the spec:\n\(error)")
      }
    } else if candidate?.id == id {
      awaited.remove(node)
    } else if id == bundle.id {
      sendActivate(to: node)
      master.sendShare(to: node)
    }
    answered.post()
  }

  /// All users of a worker have changed over.
  func noteActive(_ message: Message) {
    let node = message.node
    guard message.data["id"]?.text == bundle.id else { return }
    late.remove(node)
    guard awaited.remove(node) != nil else { return }
    changedUsers += max(0, min(message.data["users"]?.integer ?? 0, 1 << 32))
    answered.post()
  }

  /// A worker says which version it has; one that has another gets the present one.
  func noteVersion(_ id: String, of node: String) {
    guard id != bundle.id, candidate == nil, !awaited.contains(node), !id.isEmpty else { return }
    guard late.insert(node).inserted else { return }
    log.info("Worker \(node) gets version \(version) of the spec")
    known[node] = nil
    sendPrepare(bundle, version, to: node)
  }

  /// A worker is gone.
  func forget(_ node: String) {
    awaited.remove(node)
    known[node] = nil
    late.remove(node)
    answered.post()
  }
}

extension SpecBundle {
  /// The files that this process has read while it loaded its spec, and those that the settings name.
  static func loaded(_ settings: SpecSettings) -> SpecBundle {
    var files = SpecFiles.recorded
    for path in settings.includes {
      if let bytes = SpecFiles.onDisk(path) { files[SpecFiles.key(path)] = bytes }
    }
    return SpecBundle(locustfiles: [SpecFiles.key(settings.path)], files: files)
  }
}
