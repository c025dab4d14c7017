import Foundation

/// The machine that leads a fleet, where the fleet has one of its own.
extension Fleet {
  /// Finds or makes the fleet's master, and gives the workers its address.
  ///
  /// - Throws: `FleetFault` when there is none and none can be made.
  mutating func placeMaster(_ setup: MasterSetup, image: String, group: String) throws(FleetFault) {
    if let known = try master() { return try follow(known) }
    let script = try setup.script(with: options.workers)
    let type = options.instanceTypes[0]
    let subnet = options.subnets.first
    let token = Fleet.token(group, "master", type, subnet ?? "", image, options.keyName ?? "", script)
    // Spot machines may be lost; the one that has the statistics must not.
    let request = request(
      role: "master", image: image, group: group, type: type, subnet: subnet, script: script, token: token)
    report("Asking for the master (\(type))")
    do {
      _ = try unanswered { () throws(FleetFault) in try aws.call("ec2", "run-instances", .object(request)) }
    } catch { guard error.kind == .tokenUsed else { throw error } }
    let begin = Date()
    while Date().timeIntervalSince(begin) < max(options.patience, 60) {
      if let known = try master(), known.innerAddress != nil { return try follow(known) }
      Fleet.wait(1)
    }
    throw FleetFault(.missing, "The master has got no address; the same command looks for it again")
  }

  /// Has the workers work for the master that the fleet has.
  ///
  /// - Throws: `FleetFault` when it has none.
  mutating func findMaster() throws(FleetFault) {
    guard let known = try master() else {
      throw FleetFault(
        .missing,
        "Whom shall the workers work for? --master-host names a master; --spec, --htpasswd and --web-from make one.")
    }
    try follow(known)
  }

  /// Has the workers work for a machine.
  private mutating func follow(_ master: Node) throws(FleetFault) {
    guard let address = master.innerAddress else {
      throw FleetFault(.missing, "The master \(master.id) has no address yet; run the command again")
    }
    options.workers.masterHost = address
  }
}
