import Foundation
import ProcessRun
import XCTest

/// The Puppet module, applied by the real agent.
final class PuppetTests: XCTestCase {
  private let module = Deploy.folder.appendingPathComponent("puppet/katydid").path

  func testManifestsAreValid() throws {
    try Deploy.require("puppet parser validate $1/manifests/*.pp $1/types/*.pp", [module])
    try Deploy.require("puppet epp validate $1/templates/*.epp", [module])
    let faults = try Deploy.require(
      "puppet-lint --fail-on-warnings --no-autoloader_layout-check $1/manifests", [module])
    XCTAssertEqual(faults, "")
  }

  /// Configuration and spec in a folder of the test, without the machine's packages and services.
  private func apply(_ folder: URL, host: String, spec: String, master: pid_t) throws -> ProcessRun.Result {
    let manifest = """
      class { 'katydid':
        manage_package => false,
        config_dir     => '\(folder.path)/etc',
        owner          => 'root',
        secret         => Sensitive('\(String(repeating: "5e", count: 32))'),
      }
      class { 'katydid::master':
        spec_content    => "\(spec.replacing("\"", with: "\\\"").replacing("$", with: "\\$"))",
        options         => { 'host' => '\(host)', 'users' => 4, 'spawn-rate' => 4, 'headless' => true },
        manage_service  => false,
        reload_command  => 'kill -HUP \(master)',
        running_command => '\(master == 0 ? "false" : "kill -0 \(master)")',
      }
      class { 'katydid::worker':
        master_host    => '127.0.0.1',
        manage_service => false,
      }
      """
    return try Deploy.shell(
      """
      puppet apply --modulepath "$1" --confdir "$2/puppet" --vardir "$2/puppet" --detailed-exitcodes \
        --color false manifest.pp
      """, [Deploy.folder.appendingPathComponent("puppet").path, folder.path], files: ["manifest.pp": manifest])
  }

  private func spec(_ name: String) -> String {
    """
    from locust import HttpUser, constant, task

    class Visitor(HttpUser):
        wait_time = constant(0.02)

        @task
        def get(self):
            self.client.get("/json", name="\(name)")

    """
  }

  func testChangedSpecIsSwappedInWithoutARestart() throws {
    guard geteuid() == 0 else { throw XCTSkip("files are given to root") }
    let folder = try Deploy.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let target = try ProcessRun("katydid", ["demo-target", "--port", "0"])
    defer { target.signalGroup(SIGTERM) }
    XCTAssertTrue(target.wait { $0.output.contains("listening on ") })
    let host = try XCTUnwrap(target.output.firstMatch(of: /listening on (\S+)/)).1

    let first = try apply(folder, host: String(host), spec: spec("first"), master: 0)
    XCTAssertEqual(first.status, 2, "changes were made:\n\(first.output)\(first.errors)")
    XCTAssertEqual(
      try Deploy.require("stat -c %a $1/etc/swarm.key", [folder.path]), "400\n", "the secret is its owner's alone")
    XCTAssertFalse(first.output.contains("5e5e5e5e"), "the secret is shown")

    let master = try ProcessRun(
      "katydid",
      [
        "--config", "\(folder.path)/etc/master.conf", "--master", "--master-bind-host", "127.0.0.1",
        "--master-bind-port", "0",
        "--expect-workers", "1", "--no-watch",
      ])
    XCTAssertTrue(master.wait { $0.errors.contains("listens at") }, master.errors)
    let port = try XCTUnwrap(master.errors.firstMatch(of: /listens at 127.0.0.1:(\d+)/)).1
    let worker = try ProcessRun(
      "katydid", ["--config", "\(folder.path)/etc/worker.conf", "--worker", "--master-port", String(port)])
    XCTAssertTrue(master.wait { $0.errors.contains("All users spawned") }, master.errors + worker.errors)

    let again = try apply(folder, host: String(host), spec: spec("first"), master: master.pid)
    XCTAssertEqual(again.status, 0, "a second run changes something:\n\(again.output)")

    let changed = try apply(folder, host: String(host), spec: spec("second"), master: master.pid)
    XCTAssertEqual(changed.status, 2, changed.output + changed.errors)
    XCTAssertTrue(master.wait { $0.errors.contains("Version 2 of the spec") }, master.errors)
    usleep(300_000)
    kill(master.pid, SIGTERM)
    let end = master.finish(within: 20)
    XCTAssertEqual(end.status, 0, end.errors)
    XCTAssertEqual(worker.finish(within: 20).status, 0)
    XCTAssertTrue(end.errors.contains("first"), end.errors)
    XCTAssertTrue(end.errors.contains("second"), end.errors)
    XCTAssertTrue(end.errors.contains("SIGHUP"), end.errors)
  }
}
