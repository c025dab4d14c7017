import Foundation
import ProcessRun
import XCTest

/// Making, changing and ending fleets, as the cloud and as people see it.
final class FleetTests: FleetTestCase {
  func testAHundredMachinesComeAndGo() throws {
    try control("kill", "{}")
    let up = try fleet("up --count 100 \(machines)")
    XCTAssertEqual(up.status, 0, up.errors)
    XCTAssertEqual(try live().count, 100)
    // Few calls: the group, two batches, and looks.
    XCTAssertLessThan(try calls().values.reduce(0, +), 12)
    XCTAssertEqual(try calls()["RunInstances"], 2)
    let status = try fleet("status")
    XCTAssertTrue(status.output.contains("100 run"), status.output)
    let cost = try fleet("cost")
    XCTAssertTrue(cost.output.contains("100 machines cost $8.92 an hour"), cost.output)

    let again = try fleet("up --count 100 \(machines)")
    XCTAssertEqual(again.status, 0)
    XCTAssertEqual(try live().count, 100, "the same command again changes nothing")

    let down = try fleet("down")
    XCTAssertEqual(down.status, 0, down.errors)
    XCTAssertTrue(down.errors.contains("Nothing of the fleet default is left."), down.errors)
    XCTAssertEqual(try live(), [])
    XCTAssertEqual(try groups(), [])
    XCTAssertEqual(try fleet("down").status, 0, "a fleet that isn't there can be ended")
  }

  func testScaleGoesBothWaysAndLeavesOtherFleetsAlone() throws {
    XCTAssertEqual(try fleet("up --name other --count 2 \(machines)").status, 0)
    XCTAssertEqual(try fleet("up --count 5 \(machines)").status, 0)
    XCTAssertEqual(try fleet("scale \(machines) 2").status, 0)
    XCTAssertEqual(try live().count, 4)
    XCTAssertEqual(try fleet("scale \(machines) 7").status, 0)
    XCTAssertEqual(try live().count, 9)
    XCTAssertEqual(try fleet("down").status, 0)
    XCTAssertEqual(try live().count, 2)
  }

  func testDryRunCallsNothing() throws {
    try control("kill", "{}")
    let plan = try fleet("up --count 100 --dry-run \(machines)")
    XCTAssertEqual(plan.status, 0, plan.errors)
    XCTAssertTrue(plan.output.contains("100 c7i.large, or c6i.large"), plan.output)
    XCTAssertTrue(plan.output.contains("$8.92 an hour"), plan.output)
    XCTAssertEqual(try calls(), [:])
  }

  func testWorkersMakeNoPortReachable() throws {
    XCTAssertEqual(try fleet("up --count 1 \(machines)").status, 0)
    let query =
      "describe-security-groups --filters Name=tag-key,Values=katydid:fleet --query SecurityGroups[].IpPermissions[]"
    XCTAssertEqual(try aws("\(query).FromPort"), "")
    XCTAssertEqual(try fleet("up --count 2 --ssh-from 203.0.113.7/32 \(machines)").status, 0)
    XCTAssertEqual(try aws("\(query).[FromPort,ToPort,IpRanges[].CidrIp]"), "22\t22\n203.0.113.7/32\n")
  }

  func testAFleetWithAMasterOfItsOwn() throws {
    let own = "\(FleetTestCase.basics) --spec spec.py --htpasswd users --web-from 203.0.113.7/32"
    let plan = try fleet("up --count 2 --dry-run \(own)")
    XCTAssertTrue(plan.output.contains("443 from 203.0.113.7/32; 5557 from the fleet itself"), plan.output)
    let up = try fleet("up --count 2 \(own)")
    XCTAssertEqual(up.status, 0, up.errors)
    XCTAssertTrue(up.errors.contains("The master's page is at https://"), up.errors)
    XCTAssertFalse(up.errors.contains(FleetTestCase.hash), up.errors)
    XCTAssertEqual(try fleet("up --count 2 \(own)").status, 0)
    XCTAssertEqual(try live().count, 3, "two workers and one master, however often it is asked for")

    let wanted = "--filters Name=instance-state-name,Values=running Name=tag:katydid:role,Values="
    let master = try aws(
      "describe-instances \(wanted)master --query Reservations[].Instances[].[InstanceId,PrivateIpAddress]"
    ).split(whereSeparator: \.isWhitespace).map(String.init)
    XCTAssertEqual(master.count, 2)
    let worker = try aws("describe-instances \(wanted)worker --query Reservations[].Instances[].InstanceId")
      .split(whereSeparator: \.isWhitespace)[0]
    func script(_ id: some StringProtocol) throws -> String {
      let text = try aws("describe-instance-attribute --attribute userData --query UserData.Value --instance-id \(id)")
      let data = try XCTUnwrap(Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines)))
      // Moto gives what it was sent, which is encoded, in the encoding of the answer.
      return String(decoding: Data(base64Encoded: data) ?? data, as: UTF8.self)
    }
    for part in [FleetTestCase.spec, "ann:\(FleetTestCase.hash)\n", "web-port = 443\n", "katydid-master\n"] {
      XCTAssertTrue(try script(master[0]).contains(part), part)
    }
    let workerScript = try script(worker)
    XCTAssertTrue(workerScript.contains("master-host = \(master[1])\n"), workerScript)

    let rules =
      "describe-security-groups --filters Name=tag-key,Values=katydid:fleet --query SecurityGroups[].IpPermissions[]"
    XCTAssertEqual(
      try aws("\(rules).[FromPort,IpRanges[0].CidrIp,UserIdGroupPairs[0].GroupId]").split(separator: "\n").sorted(),
      ["443\t203.0.113.7/32\tNone", "5557\tNone\t\(try groups()[0])"])

    XCTAssertEqual(try fleet("scale \(FleetTestCase.basics) 4").status, 0, "the master is known")
    XCTAssertEqual(try live().count, 5)
    XCTAssertEqual(try fleet("scale \(FleetTestCase.basics) 1").status, 0)
    XCTAssertTrue(try live().contains { $0 == master[0] }, "the master stays")
    XCTAssertTrue(try fleet("status").output.contains(#/ master +running /#))
    XCTAssertEqual(try fleet("down").status, 0)
    XCTAssertEqual(try live(), [])
  }

  // MARK: Trouble

  func testTroubleMakesNoDuplicates() throws {
    try control(
      "faults",
      """
      {"RunInstances": ["throttle", "throttle", "lost", "dropped", "none", "internal", "partial"],
       "DescribeInstances": ["throttle", "none", "stale", "stale", "lost"],
       "CreateSecurityGroup": ["lost", "none"], "DescribeSecurityGroups": ["internal"]}
      """)
    let up = try fleet("up --count 60 \(machines)")
    XCTAssertEqual(up.status, 0, up.errors)
    XCTAssertEqual(try live().count, 60, up.errors)
    XCTAssertEqual(try groups().count, 1)
    try control("faults", #"{"TerminateInstances": ["throttle", "lost", "internal"], "DeleteSecurityGroup": ["lost"]}"#)
    let down = try fleet("down")
    XCTAssertEqual(down.status, 0, down.errors)
    XCTAssertEqual(try live(), [])
    XCTAssertEqual(try groups(), [])
  }

  func testOtherTypesStepIn() throws {
    try control("faults", #"{"RunInstances": ["capacity"]}"#)
    let up = try fleet("up --count 4 \(machines)")
    XCTAssertEqual(up.status, 0, up.errors)
    XCTAssertTrue(up.errors.contains("No more c7i.large here: c6i.large next"), up.errors)
    XCTAssertEqual(
      try aws("describe-instances --query Reservations[].Instances[].InstanceType")
        .split(whereSeparator: \.isWhitespace).map(String.init), Array(repeating: "c6i.large", count: 4))
  }

  func testPartOfAFleetIsReportedAndCompletedLater() throws {
    try control("faults", #"{"RunInstances": ["none", "quota"]}"#)
    let up = try fleet("up --count 70 \(machines)")
    XCTAssertEqual(up.status, 1)
    XCTAssertTrue(up.errors.contains("50 of 70 machines have come"), up.errors)
    XCTAssertTrue(up.errors.contains("quota"), up.errors)
    XCTAssertEqual(try fleet("up --count 70 \(machines)").status, 0)
    XCTAssertEqual(try live().count, 70)
  }

  func testARefusalIsToldWithoutTheSecret() throws {
    try control("faults", #"{"RunInstances": ["refuse"]}"#)
    let up = try fleet("up --count 1 \(machines)")
    XCTAssertEqual(up.status, 1)
    XCTAssertTrue(up.errors.contains("UnauthorizedOperation"), up.errors)
    let encoded = Data(FleetTestCase.secret.utf8).base64EncodedString().dropLast(4)
    XCTAssertFalse(up.errors.contains(encoded), "the secret is shown in base64")
    XCTAssertFalse(up.errors.contains("UserData"), up.errors)
  }

  /// Wherever a command is cut, the same command completes the fleet, and `down` leaves nothing.
  func testKilledAtEveryStep() throws {
    // The third call makes the group, the fourth and the fifth make machines.
    for (call, after) in [(3, false), (3, true), (4, true), (5, true)] {
      let name = "cut\(call)\(after ? "a" : "b")"
      let run = try start("up --name \(name) --count 60 \(machines)")
      try control("kill", #"{"pid": \#(run.pid), "call": \#(call), "after": \#(after)}"#)
      let cut = run.finish(within: 60)
      XCTAssertTrue(cut.signal == SIGKILL || cut.status == 0, "\(name): \(cut.errors)")
      try control("kill", "{}")
      // What was made is not seen at once.
      try control("faults", #"{"DescribeInstances": ["stale"]}"#)
      let up = try fleet("up --name \(name) --count 60 \(machines)")
      XCTAssertEqual(up.status, 0, "\(name): \(up.errors)")
      XCTAssertEqual(try live().count, 60, name)
      XCTAssertEqual(try fleet("down --name \(name)").status, 0, name)
      XCTAssertEqual(try live(), [], name)
      XCTAssertEqual(try groups(), [], name)
    }
  }

  /// Two machines of one operator, which share no lock.
  func testTwoCommandsAtOnceMakeOneFleet() throws {
    let folders = try (0..<2).map { _ -> String in
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("katydid-fleet-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      return folder.path
    }
    defer { for folder in folders { try? FileManager.default.removeItem(atPath: folder) } }
    let runs = try folders.map { try start("up --count 30 \(machines)", environment: ["TMPDIR": $0]) }
    for run in runs {
      let result = run.finish(within: 60)
      XCTAssertEqual(result.status, 0, result.errors)
    }
    XCTAssertEqual(try live().count, 30)
    XCTAssertEqual(try groups().count, 1)
  }

  func testWrongOptionsAreExplained() throws {
    let digest = try fleet("up --count 1 --master-host m --package-url u --package-sha256 123")
    XCTAssertEqual(digest.status, 2)
    XCTAssertTrue(digest.errors.contains("64 hexadecimal digits"), digest.errors)
    let host = try fleet("up --count 1 --master-host a;b --package-url u --package-sha256 \(FleetTestCase.digest)")
    XCTAssertTrue(host.errors.contains("is no name or address"), host.errors)
    let nobody = try fleet("up --count 1 \(FleetTestCase.basics)")
    XCTAssertEqual(nobody.status, 1)
    XCTAssertTrue(nobody.errors.contains("Whom shall the workers work for?"), nobody.errors)
    let half = try fleet("up --count 1 --spec spec.py \(FleetTestCase.basics)")
    XCTAssertEqual(half.status, 2)
    XCTAssertTrue(half.errors.contains("needs --htpasswd, too"), half.errors)
  }
}
