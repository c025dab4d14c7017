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

  /// The lines whose first column is names or calls in backquotes and whose second is a mark.
  private func lines() throws -> [Line] {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("docs/compatibility.md")
    return try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count >= 2, ["yes", "differs", "no"].contains(cells[1]) else { return nil }
      let names = cells[0].matches(of: /`([^`]+)`/).map { String($0.1) }
      return names.isEmpty ? nil : Line(names: names, isThere: cells[1] != "no")
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
        "--api-token-file", "--resolve", "--package", "--summary-export", "--threshold", "--junit-xml", "--max-memory",
        "--max-steps",
      ]
      let isOwn = names.contains(where: own.contains)
      XCTAssertTrue(isOwn || names.allSatisfy(known.contains), "\(names) are missing in docs/compatibility.md")
    }
  }

  func testNames() throws {
    let lines = try lines().filter { !$0.names[0].hasPrefix("-") && $0.names[0].contains(".") }
    XCTAssertGreaterThan(lines.count, 250)
    // A name within another pair of quotes is told by its number.
    let probes = lines.enumerated().map { number, line in
      "probe(\(number), \(line.isThere ? "True" : "False"), lambda: \(line.names[0]))"
    }
    let spec = """
      import locust, locust.clients, locust.contrib.fasthttp, locust.exception, locust.runners, locust.stats
      import locust.user.markov_taskset
      from locust import FastHttpUser, HttpUser, task, constant

      def probe(number, is_there, get):
          try:
              get()
          except Exception as error:
              if is_there:
                  print("missing", number, repr(error))
          else:
              if not is_there:
                  print("there", number)

      class Fast(FastHttpUser):
          abstract = True

      class Visitor(HttpUser):
          wait_time = constant(0)

          @task
          def look(user):
              environment = user.environment
              Fast.host = user.host
              fast = Fast(environment)
              quick = fast.client.get("/json", catch_response=True)
              with user.client.get("/json", catch_response=True) as response:
      \(probes.map { "            " + $0 }.joined(separator: "\n"))
              print("done")
              environment.runner.quit()
      """
    let report = try run(spec, "-u 1 -t 10s")
    let wrong = report.result.output.components(separatedBy: "\n").filter { $0 != "done" && !$0.isEmpty }.map { line in
      line.replacing(/^(missing|there) (\d+)/) { "\($0.1) \(lines[Int($0.2) ?? 0].names[0])" }
    }
    XCTAssertEqual(wrong, [], report.log)
    XCTAssertTrue(report.result.output.contains("done"))
  }
}
