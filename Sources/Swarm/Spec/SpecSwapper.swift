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

  /// How long a swap that isn't finished keeps the next one waiting, in ns.
  private static let patience: UInt64 = 2_000_000_000

  /// The versions so far.
  let history = VersionHistory()
  /// The number of the present version.
  private(set) var version = 1
  /// The files of the present version.
  private(set) var bundle: SpecBundle
  /// What is wrong with the latest version that was refused; nil when the latest one is in use.
  private(set) var lastFault: SwapFault?

  private unowned let master: Master
  private let settings: SpecSettings
  private var source: SpecSource
  private var watcher: SpecWatcher?
  private var requests: [SwapRequest] = []
  private var isBusy = false
  /// The bundle that was refused last, so that people hear of it once.
  private var refusedID: String?
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
  /// The files of the present and the next version, compressed, by digest.
  private var packed: [String: [UInt8]] = [:]
  private let log = Logger(label: "katydid.spec")

  /// Creates a swapper for a spec that is loaded already.
  init(master: Master, settings: SpecSettings) {
    self.master = master
    self.settings = settings
    source = SpecSource(settings)
    bundle = SpecBundle.loaded(settings)
    history.keep(bundle, version)
  }

  /// The paths of the locustfiles of the present version.
  var locustfiles: [String] { bundle.locustfiles }

  /// Whether the present version has texts that are not on disk.
  var hasUnwrittenTexts: Bool { !source.texts.isEmpty }

  /// Writes the present version's texts that are not on disk.
  ///
  /// - Throws: `SwapFault` for a file that can't be written.
  func writeTexts() throws(SwapFault) { try source.write() }

  /// Begins to watch the files.
  func begin() {
    guard settings.watches else { return }
    do throws(SystemFault) {
      let watcher = try SpecWatcher { [unowned self] in request(by: "a change of the files", at: $0) }
      watcher.watch(bundle.files.map(\.path), folders: settings.folders)
      self.watcher = watcher
    } catch { log.warning("\(error.text); the spec is not watched") }
  }

  /// Asks for a swap. What is asked meanwhile comes after it.
  ///
  /// - Parameters:
  ///   - cause: who or what asks, for people.
  ///   - source: where the files come from.
  ///   - time: when the change was made, on the monotonic clock in ns; nil for now.
  ///   - onOutcome: called once on a fiber: with the number of the version that is in use, as soon as it is, or with
  ///     why the run goes on as before.
  func request(
    by cause: String, _ source: SwapSource = .change, at time: UInt64? = nil,
    onOutcome: @escaping (Result<Int, SwapFault>) -> Void = { _ in }
  ) {
    requests.append(SwapRequest(cause: cause, source: source, time: time ?? EventLoop.now, onOutcome: onOutcome))
    answered.post()
    guard !isBusy else { return }
    isBusy = true
    EventLoop.shared.spawn { [self] in
      while let request = nextRequest() { serve(request) }
      isBusy = false
    }
  }

  private func nextRequest() -> SwapRequest? {
    guard let request = requests.first else { return nil }
    requests.removeFirst()
    // One look is enough for all that ask for one, those who want an answer excepted.
    if request.source == .change {
      requests.removeAll { later in
        guard later.source == .change else { return false }
        later.onOutcome(.success(version))
        return true
      }
    }
    return request
  }

  private func serve(_ request: SwapRequest) {
    let before = source
    do throws(SwapFault) {
      try swap(request)
      lastFault = nil
    } catch {
      // What is on disk stays there; a text that can't be used is not kept.
      if request.source != .change { source = before }
      lastFault = error
      log.error(
        "The spec can't be used as it is now; the run goes on with version \(version):\n\(error.text)")
      request.onOutcome(.failure(error))
    }
  }

  // MARK: The phases

  private func swap(_ request: SwapRequest) throws(SwapFault) {
    try choose(request.source)
    let first = source.bundle(of: bundle.files.map(\.path))
    if first.id == bundle.id { refusedID = nil }
    guard first.id != bundle.id, request.source != .change || first.id != refusedID else {
      return request.onOutcome(.success(version))
    }
    refusedID = first.id
    watcher?.watch(first.files.map(\.path), folders: settings.folders)
    let next = try check(first)
    guard next.id != bundle.id else { return request.onOutcome(.success(version)) }
    watcher?.watch(next.files.map(\.path), folders: settings.folders)
    do throws(SpecFault) { try master.users.prepare(next.locustfiles, files: next.specFiles) } catch {
      throw SwapFault(text: error.text)
    }
    let prepared: [String]
    do throws(SwapFault) { prepared = try prepareWorkers(next) } catch {
      master.users.abandonPrepared()
      throw error
    }
    refusedID = nil
    activate(next, prepared, for: request)
    finish(prepared.count, since: request.time)
  }

  /// Takes the files from where a request says.
  private func choose(_ wish: SwapSource) throws(SwapFault) {
    switch wish {
    case .change: source.look()
    case .disk: source.useDisk()
    case .texts(let texts): for (path, text) in texts { source.put(Array(text.utf8), for: path) }
    case .version(let number):
      guard let earlier = history.bundles[number] else {
        throw SwapFault(text: "version \(number) of the spec is not kept")
      }
      source.useDisk()
      for file in earlier.files { source.put(earlier.contents[file.digest] ?? [], for: file.path) }
    }
  }

  /// Has the files checked in a process of its own.
  ///
  /// - Returns: the bundle with the files that were read there, which may be others than before.
  private func check(_ first: SpecBundle) throws(SwapFault) -> SpecBundle {
    guard !settings.checkCommand.isEmpty else { return first }
    let texts = SpecBundle(locustfiles: first.locustfiles, files: source.texts)
    let paths = try SpecCheck.run(
      settings.checkCommand + first.locustfiles, input: texts.data.encoded)
    return source.bundle(of: paths)
  }

  /// Has every worker load a version; throws when one can't.
  ///
  /// - Returns: the workers that have loaded it.
  private func prepareWorkers(_ next: SpecBundle) throws(SwapFault) -> [String] {
    let workers = master.workers.values.filter { $0.isAvailable && $0.specID != nil }.map(\.id)
    candidate = next
    awaited = Set(workers)
    refusal = nil
    for node in workers { sendPrepare(next, version + 1, to: node) }
    let deadline = EventLoop.now + SpecSwapper.loadTimeout
    while !awaited.isEmpty, refusal == nil, !master.isQuitting, EventLoop.now < deadline {
      answered.wait(until: deadline)
    }
    candidate = nil
    if refusal == nil, let silent = awaited.first { refusal = "worker \(silent) doesn't answer" }
    awaited = []
    guard let refusal else { return workers.filter { master.workers[$0]?.isAvailable == true } }
    for node in workers {
      master.send(MessageType.specAbandon, ["id": .string(next.id)], to: node)
      known[node] = nil
    }
    throw SwapFault(text: refusal)
  }

  private func sendPrepare(_ bundle: SpecBundle, _ number: Int, to node: String) {
    var pairs = bundle.data(without: known[node] ?? [], packed: &packed)
    pairs.append(.init("version", .int(Int64(number))))
    known[node] = Set(bundle.files.map(\.digest))
    master.send(MessageType.specPrepare, .map(pairs), to: node)
  }

  private func activate(_ next: SpecBundle, _ workers: [String], for request: SwapRequest) {
    let old = version
    version += 1
    bundle = next
    let classes = master.users.userClasses
    master.users.activatePrepared(oldVersion: old, restarts: settings.mode == .restart) {}
    if history.swaps.isEmpty { history.begin(with: master.users.statistics) }
    history.keep(next, version)
    packed = packed.filter { next.contents[$0.key] != nil }
    history.swaps.append(
      SwapRecord(time: Double(WallClock.now) / 1e9, version: version, id: next.shortID, cause: request.cause))
    changedUsers = 0
    awaited = Set(workers)
    for node in workers { sendActivate(to: node) }
    if classes != master.users.userClasses { master.shareOut() }
    let others = master.workers.values.filter { $0.isAvailable && $0.specID == nil }.count
    if others > 0 { log.warning("\(others) workers are not Katydid's; they go on with the spec that they have") }
    request.onOutcome(.success(version))
  }

  /// Waits until all users have changed over; not for long when the next swap is asked for.
  private func finish(_ workers: Int, since begin: UInt64) {
    let start = EventLoop.now
    while !awaited.isEmpty, !master.isQuitting {
      let deadline = start + (requests.isEmpty ? SpecSwapper.changeTimeout : SpecSwapper.patience)
      guard EventLoop.now < deadline else { break }
      answered.wait(until: deadline)
    }
    let duration = Double(EventLoop.now - begin) / 1e9
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
