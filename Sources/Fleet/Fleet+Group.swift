/// The fleet's security group.
extension Fleet {
  /// Finds or makes the group. Workers call their master and nobody calls them: it opens nothing but SSH, if that is
  /// asked for.
  func makeGroup() throws(FleetFault) -> String {
    let known = try group()
    let id = if let known { known } else { try createGroup() }
    if !options.sshSources.isEmpty { try openSSH(id) }
    return id
  }

  private func createGroup() throws(FleetFault) -> String {
    var request: [String: JSONValue] = [
      "GroupName": .text("katydid-\(options.name)"),
      "Description": .text("Katydid workers of the fleet \(options.name)"),
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

  private func openSSH(_ group: String) throws(FleetFault) {
    let ranges = options.sshSources.map { source -> JSONValue in ["CidrIp": .text(source)] }
    do {
      _ = try repeating { () throws(FleetFault) in
        try aws.call(
          "ec2", "authorize-security-group-ingress",
          [
            "GroupId": .text(group),
            "IpPermissions": [["IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "IpRanges": .list(ranges)]],
          ])
      }
    } catch { guard error.kind == .exists else { throw error } }
  }
}
