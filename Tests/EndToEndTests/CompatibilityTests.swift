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

  private func page() throws -> String {
    let file = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../docs/compatibility.md")
    return try String(contentsOf: file.standardizedFileURL, encoding: .utf8)
  }

  /// The lines whose first column is names or calls in backquotes and whose second is a mark.
  private func lines() throws -> [Line] {
    try page().components(separatedBy: "\n").compactMap { line in
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

  /// Prints the public names that each module of Locust itself defines, a line a module; whole modules that need what
  /// isn't installed have no names.
  private static let walk = """
    import importlib, inspect, locust, pkgutil
    for name in ["locust"] + [info.name for info in pkgutil.walk_packages(locust.__path__, "locust.")]:
        if ".test" in name or name.endswith("__main__"):
            continue
        try:
            module = importlib.import_module(name)
        except ImportError:
            print(name)
            continue
        print(name, *(
            key for key, value in vars(module).items()
            if key[0] != "_" and key != "TYPE_CHECKING" and not inspect.ismodule(value)
            and getattr(value, "__module__", name) in (None, name)))
    """

  /// Every module of Locust, and every public name in it, is here or stands in the page's table of those that aren't.
  func testEveryNameOfLocust() throws {
    let python = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../.build-locust/bin/python3")
      .standardizedFileURL.path
    guard FileManager.default.isExecutableFile(atPath: python) else {
      throw XCTSkip("Locust is not installed; 'make setup-test' does that")
    }
    let theirs = try ProcessRun(python, ["-c", CompatibilityTests.walk]).finish(within: 60)
    XCTAssertEqual(theirs.status, 0, theirs.errors)
    let modules = theirs.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    XCTAssertGreaterThan(modules.count, 40)
    let script = modules.map { words in
      """
      try:
          import \(words[0]) as module
      except ImportError:
          print("\(words[0]) all")
      else:
          for name in "\(words.dropFirst().joined(separator: " "))".split():
              if not hasattr(module, name):
                  print("\(words[0])", name)

      """
    }
    let ours = try ProcessRun("katydid", ["exec", "names.py"], files: ["names.py": script.joined()]).finish()
    XCTAssertEqual(ours.status, 0, ours.errors)
    XCTAssertEqual(ours.output.split(separator: "\n").map(String.init).sorted(), try absentNames().sorted())
  }

  /// The page's table of names that aren't here, as `module name` or `module all`.
  private func absentNames() throws -> [String] {
    let page = try page()
    let table = page.components(separatedBy: "| module | not here | why |").last ?? ""
    return table.components(separatedBy: "\n").dropFirst(2).prefix { $0.hasPrefix("|") }.flatMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let modules = cells[0].matches(of: /`([^`]+)`/).map { String($0.1) }
      let names = cells[1] == "all" ? ["all"] : cells[1].matches(of: /`([^`]+)`/).map { String($0.1) }
      return modules.flatMap { module in names.map { "\(module) \($0)" } }
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
