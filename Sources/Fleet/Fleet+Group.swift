/// The fleet's security group.
extension Fleet {
  /// Finds or makes the group. Workers call their master and nobody calls them, so it opens nothing but SSH, if that is
  /// asked for, and for a master of the fleet's own its page, to those who may use it, and its port, to the fleet.
  func makeGroup() throws(FleetFault) -> String {
    let known = try group()
    let id = if let known { known } else { try createGroup() }
    if !options.sshSources.isEmpty { try open(22, of: id, to: options.sshSources) }
    if let master = options.master {
      try open(master.webPort, of: id, to: master.webSources)
      try open(options.workers.masterPort, of: id, to: nil)
    }
    return id
  }

  private func createGroup() throws(FleetFault) -> String {
    var request: [String: JSONValue] = [
      "GroupName": .text("katydid-\(options.name)"),
      "Description": .text("Katydid machines of the fleet \(options.name)"),
      "TagSpecifications": [
        [
          "ResourceType": "security-group",
          "Tags": [
            ["Key": .text(Fleet.tag), "Value": .text(options.name)],
            ["Key": "Name", "Value": .text("katydid-\(options.name)")],
          ],
        ]
      ],
    ]
    if let subnet = options.subnets.first { request["VpcId"] = .text(try network(of: subnet)) }
    do {
      let answer = try repeating { () throws(FleetFault) in
        try aws.call("ec2", "create-security-group", .object(request))
      }
      if let id = answer["GroupId"]?.text { return id }
    } catch { guard error.kind == .exists else { throw error } }
    // Another command has made it meanwhile, or this one has without hearing of it.
    for _ in 0..<10 {
      if let id = try group() { return id }
      Fleet.wait(0.5)
    }
    throw FleetFault(
      .exists,
      "There is a security group katydid-\(options.name) that isn't this fleet's: delete it, or take another --name")
  }

  private func network(of subnet: String) throws(FleetFault) -> String {
    let answer = try repeating { () throws(FleetFault) in
      try aws.call("ec2", "describe-subnets", ["SubnetIds": [.text(subnet)]])
    }
    guard let id = answer["Subnets"]?.elements.first?["VpcId"]?.text else {
      throw FleetFault(.missing, "There is no subnet \(subnet)")
    }
    return id
  }

  /// Opens a port to addresses, or to the group itself.
  private func open(_ port: Int, of group: String, to sources: [String]?) throws(FleetFault) {
    var permission: [String: JSONValue] = [
      "IpProtocol": "tcp", "FromPort": .number(Double(port)), "ToPort": .number(Double(port)),
    ]
    if let sources {
      permission["IpRanges"] = .list(sources.map { ["CidrIp": .text($0)] })
    } else {
      permission["UserIdGroupPairs"] = [["GroupId": .text(group)]]
    }
    do {
      _ = try repeating { () throws(FleetFault) in
        try aws.call(
          "ec2", "authorize-security-group-ingress",
          ["GroupId": .text(group), "IpPermissions": [.object(permission)]])
      }
    } catch { guard error.kind == .exists else { throw error } }
  }
}
