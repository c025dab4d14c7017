import Foundation
import XCTest

/// The tarball and the Debian package, in a Debian that has nothing else.
final class PackageTests: XCTestCase {
  func testBothPackagesRunInACleanRootAndLeaveNothing() throws {
    guard geteuid() == 0 else { throw XCTSkip("only root can make a root folder of its own") }
    let folder = try Deploy.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Deploy.require(
      "$1/package.sh $2 $3", [Deploy.folder.path, Deploy.katydid, folder.path], within: 240)
    let faults = try Deploy.shell("lintian --fail-on error $1/*.deb 2>&1", [folder.path], within: 120)
    XCTAssertEqual(faults.status, 0, faults.output)
    let script = Deploy.root.appendingPathComponent("Tests/DeployTests/clean-root.sh").path
    let cache = Deploy.root.appendingPathComponent(".build-root").path
    let seen = try Deploy.require("$1 $2 $3", [script, folder.path, cache], within: 400)
    XCTAssertEqual(seen.split(separator: "\n").count, 8, seen)

    // A new machine of a fleet needs no more than that tarball.
    let boot = Deploy.root.appendingPathComponent("Tests/DeployTests/boot.sh").path
    let time = try Deploy.require("$1 $2 $3 $4", [boot, Deploy.katydid, folder.path, cache], within: 120)
    print("A worker boots in \(time.trimmingCharacters(in: .newlines)) ms")
  }

  func testNeedsNoLibraryOfSwift() throws {
    let libraries = try Deploy.require("ldd $1", [Deploy.katydid])
    XCTAssertFalse(libraries.contains("libswift"), libraries)
    XCTAssertFalse(libraries.contains("not found"), libraries)
  }
}
