import Foundation
import ProcessRun
import XCTest

/// Keeps `docs/compatibility.md` true: what it promises is tried with the real program.
final class CompatibilityTests: KatydidTestCase {
  /// A line of one of the page's tables.
  private struct Line {
    let names: [String]
    let isThere: Bool
  }

  /// The lines whose first column is names in backquotes and whose second is a mark.
  private func lines() throws -> [Line] {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("docs/compatibility.md")
    return try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count >= 2, ["yes", "differs", "no"].contains(cells[1]) else { return nil }
      let names = cells[0].components(separatedBy: ", ").map { $0.trimmingCharacters(in: ["`"]) }
      return Line(names: names, isThere: cells[1] != "no")
    }
  }

  private static let values = [
    "--config": "empty.conf", "--users": "1", "--spawn-rate": "1", "--run-time": "1s", "--host": "http://localhost",
    "--locustfile": "locustfile.py", "--config-users": "{}", "--loglevel": "INFO", "--autoquit": "-1",
    "--web-base-path": "/x", "--csv-full-history": "--csv=x",
  ]
  private static let flags = [
    "--help", "--list", "--headless", "--headful", "--autostart", "--web-login", "--class-picker", "--master",
    "--worker",
    "--enable-rebalancing", "--csv-full-history", "--print-stats", "--only-summary", "--reset-stats", "--json",
    "--skip-log-setup", "--show-task-ratio", "--show-task-ratio-json", "--version", "--equal-weights", "--legacy-ui",
    "--otel", "--step-load",
  ]

  func testOptions() throws {
    let options = try lines().filter { $0.names.allSatisfy { $0.hasPrefix("-") } }
    XCTAssertGreaterThan(options.count, 50)
    let help = try ProcessRun("katydid", ["--help"]).finish().output
    for option in options {
      let long = try XCTUnwrap(option.names.last)
      let isFlag = CompatibilityTests.flags.contains(long)
      for name in option.names {
        let value = CompatibilityTests.values[long] ?? "1"
        let words = [name] + (isFlag ? [] : [value])
        let result = try ProcessRun(
          "katydid", words + ["--version"], environment: ["HOME": "."], files: ["empty.conf": ""]
        ).finish()
        XCTAssertEqual(result.status, option.isThere ? 0 : 2, "\(name): \(result.errors)")
      }
    }
    // And the other way round: the page leaves nothing out that the help has.
    let known = Set(options.flatMap(\.names))
    for line in help.components(separatedBy: "\n") where line.hasPrefix("  -") {
      let names = line.trimmingCharacters(in: .whitespaces).components(separatedBy: "  ")[0]
        .components(separatedBy: ", ").map { $0.components(separatedBy: " ")[0] }
      let own = [
        "--secret-file", "--allow-locust-peers", "--include", "--no-watch", "--swap", "--htpasswd", "--web-viewers",
        "--api-token-file",
      ]
      let isOwn = names.contains(where: own.contains)
      XCTAssertTrue(isOwn || names.allSatisfy(known.contains), "\(names) are missing in docs/compatibility.md")
    }
  }

  func testNames() throws {
    let names = try lines().filter { $0.isThere && $0.names[0].contains(".") }.map { $0.names[0] }
    XCTAssertGreaterThan(names.count, 80)
    let spec = """
      import locust, locust.exception
      from locust import HttpUser, task, constant

      def probe(name, get):
          try:
              get()
          except Exception as error:
              print("missing", name, repr(error))

      class Visitor(HttpUser):
          wait_time = constant(0)

          @task
          def look(user):
              environment = user.environment
              with user.client.get("/json", catch_response=True) as response:
      \(names.map { "            probe(\"\($0)\", lambda: \($0))" }.joined(separator: "\n"))
              print("done")
              environment.runner.quit()
      """
    let report = try run(spec, "-u 1 -t 10s")
    XCTAssertEqual(report.result.output.components(separatedBy: "\n").filter { $0 != "done" && !$0.isEmpty }, [])
    XCTAssertTrue(report.result.output.contains("done"))
  }
}
