import Logging
import Runtime

/// How many users run where.
extension Master {
  /// The workers that can be given users.
  var available: [String] { workers.values.filter(\.isAvailable).map(\.id) }

  /// How many users of each class run, as the workers say.
  var reportedCounts: [String: Int] {
    if let knownCounts { return knownCounts }
    var counts: [String: Int] = [:]
    for worker in workers.values where worker.isAvailable {
      for (name, count) in worker.userCounts { counts[name, default: 0] += count }
    }
    knownCounts = counts
    return counts
  }

  /// How many users run, as the workers say.
  var userCount: Int { reportedCounts.values.reduce(0, +) }

  /// How the swarm fares, in a line.
  var summary: String { "\(users.state.rawValue): \(userCount) users on \(available.count) workers" }

  /// Begins to go to a number of users, on a fiber of its own.
  ///
  /// - Parameters:
  ///   - classes: the names of the classes to add users of; nil for all.
  ///   - arrivals: what users serve instead of waiting their own time.
  func start(_ count: Int, rate: Double, classes: [String]? = nil, arrivals: LoadShape.Arrivals? = nil) {
    target = count
    pickedClasses = classes
    self.arrivals = arrivals
    spawnRate = rate
    users.targetUserCount = count
    if users.state != .running && users.state != .spawning {
      users.statistics.clear()
      swapper?.history.clear()
      iterations = options.iterations.map { IterationBudget($0) }
      hostBefore = host
      users.start()
    }
    users.state = .spawning
    log.info("Ramping to \(count) users at a rate of \(Field.fixed(rate)) per second")
    var dispatcher = dispatcher ?? UsersDispatcher(workers: available, classes: users.userClasses)
    dispatcher.begin(target: count, rate: rate, classes: classes)
    self.dispatcher = dispatcher
    ramp += 1
    isRamping = true
    let mine = ramp
    EventLoop.shared.spawn { [self] in
      climb(mine)
      changed.post()
    }
  }

  private func climb(_ mine: Int) {
    var next = EventLoop.now
    while ramp == mine, !isQuitting, dispatcher?.isRamping == true {
      dispatcher?.step()
      sendSpawns()
      guard let dispatcher, dispatcher.isRamping else { break }
      // A rate may be as low as it likes.
      next += UInt64(min(dispatcher.pause, 1e9) * 1e9)
      while ramp == mine, !isQuitting, EventLoop.now < next { changed.wait(until: next) }
    }
    guard ramp == mine, !isQuitting, let dispatcher else { return }
    // The workers have a second to say that they have started their users.
    let deadline = EventLoop.now + 1_000_000_000
    while userCount != dispatcher.userCount, EventLoop.now < deadline, ramp == mine, !isQuitting {
      changed.wait(until: deadline)
    }
    guard ramp == mine, !isQuitting else { return }
    finishRamp(isComplete: userCount == dispatcher.userCount, count: dispatcher.userCount)
  }

  /// Shares users out anew after a change of the classes, as many as there are, without cutting tasks short.
  func shareOut() {
    guard let old = dispatcher else { return }
    var fresh = UsersDispatcher(workers: available, classes: users.userClasses)
    fresh.begin(target: old.userCount, rate: 1e9)
    while fresh.isRamping { fresh.step() }
    if isRamping { fresh.begin(target: target, rate: spawnRate) }
    dispatcher = fresh
    sendSpawns(isGraceful: true)
  }

  /// Tells a worker once more how many users it is to have.
  func sendShare(to node: String) {
    guard users.state == .running || users.state == .spawning else { return }
    sendSpawns(to: node, isGraceful: true)
  }

  func sendSpawns(to only: String? = nil, isGraceful: Bool = false) {
    guard let dispatcher else { return }
    lastTimestamp = max(lastTimestamp.nextUp, Double(WallClock.now) / 1e9)
    let parsedOptions = MessagePack(users.sharedOptions)
    let share = arrivals?.share(of: dispatcher.distribution.count)
    for (node, counts) in dispatcher.distribution where only == nil || only == node {
      workers[node]?.told = (lastTimestamp, EventLoop.now)
      send(
        MessageType.spawn,
        [
          "timestamp": .double(lastTimestamp), "user_classes_count": .counts(counts),
          "host": host.map { .string($0) } ?? .null, "stop_timeout": .double(stopTimeout),
          "parsed_options": parsedOptions,
          // Locust's workers pass over keys that they don't know.
          "katydid_arrivals": share.map { [.double($0.rate), .int(Int64($0.mostUsers))] } ?? .null,
          "katydid_graceful": .bool(isGraceful), "katydid_iterations": .bool(iterations != nil),
          "katydid_host_before": hostBefore.map { .string($0) } ?? .null,
        ], to: node)
    }
  }

  private func finishRamp(isComplete: Bool, count: Int) {
    isRamping = false
    users.state = .running
    let prefix =
      isComplete
      ? "All users spawned"
      : "Spawning is complete and report waittime is expired, but not all reports received from workers"
    let counts = users.userClasses.map(\.name).sorted().map { "\"\($0)\": \(reportedCounts[$0] ?? 0)" }
    log.info("\(prefix): {\(counts.joined(separator: ", "))} (\(userCount) total users)")
    if options.resetsStatistics {
      log.info("Resetting stats\n")
      users.statistics.reset()
      swapper?.history.clear()
    }
    users.spawningComplete(userCount: count)
    sendToAll(MessageType.spawningComplete, ["user_count": .int(Int64(count))])
  }

  /// Ends the test; workers stay, ready for the next one. To be called on a fiber.
  func stop() {
    guard users.state == .running || users.state == .spawning else { return }
    ramp += 1
    isRamping = false
    dispatcher = nil
    users.state = .stopping
    sendToAll(MessageType.stop)
    users.stop(timeout: 0)
    users.state = .stopped
    changed.post()
  }

  /// Tells all workers to stop their users, to send what is left to report and to leave.
  func quit() {
    isQuitting = true
    ramp += 1
    if users.state == .running || users.state == .spawning { users.state = .stopping }
    for node in workers.keys { send(MessageType.quit, to: node) }
    changed.post()
  }
}
