import Foundation

/// Ending machines.
extension Fleet {
  /// How many machines one call ends at most.
  private static let mostEnded = 100

  /// Ends everything that belongs to the fleet, and looks whether something is left.
  ///
  /// - Throws: `FleetFault` that names what is left.
  public func down() throws(FleetFault) {
    var known = try nodes().filter { $0.state != "terminated" }
    let group = try group()
    if known.isEmpty, group == nil { return report("There is no fleet \(options.name): nothing is left.") }
    report("Ending \(known.count) machines")
    try terminate(known.map(\.id))
    let begin = Date()
    while !known.isEmpty, Date().timeIntervalSince(begin) < max(options.patience, 60) {
      known = try nodes().filter { $0.state != "terminated" }
      // A machine that another command has just made.
      let late = known.filter { $0.state != "shutting-down" }.map(\.id)
      if !late.isEmpty { try terminate(late) }
      if !known.isEmpty { Fleet.wait(1) }
    }
    if let group { try delete(group) }
    known = try nodes().filter { $0.state != "terminated" }
    let left = known.map(\.id) + (try self.group().map { [$0] } ?? [])
    guard left.isEmpty else {
      throw FleetFault(.inUse, "Still there: \(left.joined(separator: ", ")). Run the command again.")
    }
    report("Nothing of the fleet \(options.name) is left.")
  }

  /// Brings the fleet to fewer machines: the newest are ended.
  public func shrink() throws(FleetFault) {
    let live = try workers().filter(\.isLive)
    guard live.count > options.count else { return }
    let surplus = live.suffix(live.count - options.count).map(\.id)
    report("Ending \(surplus.count) of \(live.count) machines")
    try terminate(surplus)
  }

  /// Ends machines. Those that have ended already are no fault.
  func terminate(_ ids: [String]) throws(FleetFault) {
    var rest = ids[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(Fleet.mostEnded))
      rest = rest.dropFirst(part.count)
      _ = try repeating { () throws(FleetFault) in
        do throws(FleetFault) {
          return try aws.call("ec2", "terminate-instances", ["InstanceIds": .list(part.map { .text($0) })])
        } catch {
          if error.kind == .missing { return .null }
          throw error
        }
      }
    }
  }

  private func delete(_ group: String) throws(FleetFault) {
    // Network interfaces of ended machines hold it for some seconds.
    for _ in 0..<30 {
      do {
        _ = try repeating { () throws(FleetFault) in
          try aws.call("ec2", "delete-security-group", ["GroupId": .text(group)])
        }
        return
      } catch {
        switch error.kind {
        case .missing: return
        case .inUse: Fleet.wait(2)
        default: throw error
        }
      }
    }
  }
}
