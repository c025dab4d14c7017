import Foundation

/// Making machines.
extension Fleet {
  /// How asking for machines went.
  private struct Progress {
    /// The machines that are known to be there or to come, by id.
    var live: Set<String>
    /// Those that this command has asked for.
    var own: Set<String> = []
    /// The number of the last call that has made some.
    var batch: Int
    /// How many the next call asks for.
    var size: Int
    /// Which of the types and subnets is asked for next.
    var offer = 0
    /// How often calls were throttled in a row.
    var throttled = 0
    /// Why not all have come; nil while that is not settled.
    var shortage: String?
  }

  /// Brings the fleet to its number of workers, and to its master if it is to have one; more workers than that are left
  /// as they are.
  ///
  /// - Returns: the workers that are there at the end.
  /// - Throws: `FleetFault` when fewer have come; those that have stay.
  public func up() throws(FleetFault) -> [Node] {
    var fleet = self
    if let setup = options.master {
      let image = try image()
      fleet.options.image = image
      try fleet.placeMaster(setup, image: image, group: try makeGroup())
    } else if options.workers.masterHost.isEmpty {
      try fleet.findMaster()
    }
    return try fleet.raiseWorkers()
  }

  private func image() throws(FleetFault) -> String {
    if let image = options.image { image } else { try latestImage() }
  }

  private func raiseWorkers() throws(FleetFault) -> [Node] {
    var known = try workers()
    guard known.filter(\.isLive).count < options.count else {
      report("\(known.filter(\.isLive).count) machines are there")
      return try settle([]).filter(\.isLive)
    }
    let group = try makeGroup()
    let image = try image()
    var progress = Progress(
      live: Set(known.filter(\.isLive).map(\.id)), batch: known.map(\.batch).max() ?? 0, size: options.batchSize)
    report("\(progress.live.count) of \(options.count) machines are there")
    while true {
      while progress.live.count < options.count, progress.shortage == nil {
        try ask(image, group, &progress)
      }
      known = try settle(progress.live)
      let live = Set(known.filter(\.isLive).map(\.id))
      progress.live = live
      progress.batch = max(progress.batch, known.map(\.batch).max() ?? 0)
      // Machines that were lost while they started are asked for again.
      if live.count >= options.count || progress.shortage != nil { break }
    }
    try dropSurplus(&known, of: progress.own)
    let live = known.filter(\.isLive)
    guard live.count >= options.count else {
      throw FleetFault(
        .noCapacity,
        "\(live.count) of \(options.count) machines have come: \(progress.shortage ?? "some were lost while they started")"
          + ". They stay; the same command later asks for the rest.")
    }
    return live
  }

  // MARK: Asking

  /// The types and subnets to take machines from, the favourites first.
  private var offers: [(type: String, subnet: String?)] {
    let subnets: [String?] = options.subnets.isEmpty ? [nil] : options.subnets
    return options.instanceTypes.flatMap { type in subnets.map { (type, $0) } }
  }

  /// Makes one call for machines, and notes what it has come to.
  private func ask(_ image: String, _ group: String, _ progress: inout Progress) throws(FleetFault) {
    let number = progress.batch + 1
    let count = min(progress.size, options.count - progress.live.count)
    let offer = offers[progress.offer]
    let request = request(image, group, number, count, offer.type, offer.subnet)
    do {
      // A call without an answer is repeated as it was, with its token: if it had made machines, they are the answer.
      let answer = try unanswered { () throws(FleetFault) in try aws.call("ec2", "run-instances", request) }
      let ids = (answer["Instances"]?.elements ?? []).compactMap { $0["InstanceId"]?.text }
      progress.live.formUnion(ids)
      progress.own.formUnion(ids)
      progress.batch = number
      progress.throttled = 0
      report("\(progress.live.count) of \(options.count) machines asked for (\(offer.type))")
      if ids.count < count { next(&progress, "only \(ids.count) of \(count) \(offer.type) were to be had") }
    } catch {
      switch error.kind {
      case .throttled:
        progress.throttled += 1
        guard progress.throttled < 10 else { throw error }
        // Smaller calls draw less on the same allowance.
        if progress.throttled > 1 { progress.size = max(5, progress.size / 2) }
        Fleet.wait(0.3 * Double(1 << min(progress.throttled, 5)))
      case .noCapacity: next(&progress, error.text)
      case .quota: progress.shortage = "\(error.text) (ask AWS for a higher quota)"
      case .tokenUsed:
        // Another command is at work on the fleet, or was: look what it has made.
        let known = try workers()
        progress.live.formUnion(known.filter(\.isLive).map(\.id))
        progress.batch = max(number, known.map(\.batch).max() ?? 0)
      default: throw error
      }
    }
  }

  private func next(_ progress: inout Progress, _ reason: String) {
    progress.offer += 1
    // The number is used: a call for another type must not share its token.
    progress.batch += 1
    if progress.offer == offers.count {
      progress.shortage = reason
    } else {
      report("No more \(offers[progress.offer - 1].type) here: \(offers[progress.offer].type) next")
    }
  }

  /// Calls again, with the same token, what has got no answer.
  func unanswered<Result>(_ call: () throws(FleetFault) -> Result) throws(FleetFault) -> Result {
    var pause = 0.5
    for _ in 0..<6 {
      do { return try call() } catch { guard error.kind == .unanswered else { throw error } }
      Fleet.wait(pause)
      pause *= 2
    }
    return try call()
  }

  private func request(
    _ image: String, _ group: String, _ number: Int, _ count: Int, _ type: String, _ subnet: String?
  ) -> JSONValue {
    let script = options.workers.script
    var request = request(
      role: "worker", image: image, group: group, type: type, subnet: subnet, script: script,
      token: Fleet.token(
        group, "\(number)", "\(count)", type, subnet ?? "", image, options.keyName ?? "", script), batch: number)
    request["MaxCount"] = .number(Double(count))
    if options.isSpot {
      request["InstanceMarketOptions"] = ["MarketType": "spot", "SpotOptions": ["SpotInstanceType": "one-time"]]
    }
    return .object(request)
  }

  /// What to ask EC2 for to get one machine.
  func request(
    role: String, image: String, group: String, type: String, subnet: String?, script: String, token: String,
    batch: Int = 0
  ) -> [String: JSONValue] {
    let tags: JSONValue = [
      ["Key": .text(Fleet.tag), "Value": .text(options.name)],
      ["Key": .text(Fleet.batchTag), "Value": .text("\(batch)")],
      ["Key": .text(Fleet.roleTag), "Value": .text(role)],
      ["Key": "Name", "Value": .text("katydid-\(options.name)" + (role == "master" ? "-master" : ""))],
    ]
    var request: [String: JSONValue] = [
      "ImageId": .text(image), "InstanceType": .text(type), "MinCount": 1, "MaxCount": 1,
      "ClientToken": .text(token), "SecurityGroupIds": [.text(group)],
      "UserData": .text(Data(script.utf8).base64EncodedString()),
      "TagSpecifications": [
        ["ResourceType": "instance", "Tags": tags], ["ResourceType": "volume", "Tags": tags],
      ],
      // A machine that is switched off is to be gone.
      "InstanceInitiatedShutdownBehavior": "terminate",
      "MetadataOptions": ["HttpTokens": "required", "HttpEndpoint": "enabled"],
    ]
    if let subnet { request["SubnetId"] = .text(subnet) }
    if let key = options.keyName { request["KeyName"] = .text(key) }
    return request
  }

  /// The newest image of Debian 12, by the account of Debian's own (https://wiki.debian.org/Cloud/AmazonEC2Image).
  private func latestImage() throws(FleetFault) -> String {
    let answer = try repeating { () throws(FleetFault) in
      try aws.call(
        "ec2", "describe-images",
        ["Owners": ["136693071363"], "Filters": [["Name": "name", "Values": ["debian-12-amd64-*"]]]])
    }
    let images = answer["Images"]?.elements ?? []
    let newest = images.max { ($0["CreationDate"]?.text ?? "") < ($1["CreationDate"]?.text ?? "") }
    guard let id = newest?["ImageId"]?.text else {
      throw FleetFault(.missing, "This region has no image of Debian 12: name one with --image-id")
    }
    return id
  }

  // MARK: Waiting

  /// Waits until the machines run, or until patience ends.
  private func settle(_ wanted: Set<String>) throws(FleetFault) -> [Node] {
    let begin = Date()
    while true {
      let known = try workers()
      // Machines that a call has named may not be listed yet.
      let unseen = wanted.subtracting(known.map(\.id)).count
      let running = known.filter { $0.state == "running" }.count
      let pending = known.filter { $0.state == "pending" }.count + unseen
      let elapsed = Date().timeIntervalSince(begin)
      report(FleetProgress.line(running: running, of: running + pending, seconds: elapsed))
      if pending == 0 || elapsed >= options.patience { return known }
      Fleet.wait(min(2, 0.3 + elapsed / 5))
    }
  }

  /// Ends machines that are too many: a command that was cut may have asked for the same ones in another way, unseen.
  /// Only what this command has made is ended; others may want more machines than it does.
  private func dropSurplus(_ known: inout [Node], of own: Set<String>) throws(FleetFault) {
    let live = known.filter(\.isLive)
    let surplus = live.filter { own.contains($0.id) }.suffix(max(0, live.count - options.count)).map(\.id)
    guard !surplus.isEmpty else { return }
    report("\(surplus.count) machines are too many: they are ended")
    try terminate(surplus)
    known.removeAll { surplus.contains($0.id) }
  }
}
