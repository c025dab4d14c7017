import Foundation
import ProcessRun
import XCTest

/// The console on a terminal: log lines, tables and prints on lines of their own, and a live view below them.
final class TerminalTests: KatydidTestCase {
  /// What a terminal shows: lines that stay, and views that were erased again.
  private struct Screen {
    private(set) var lines: [String] = []
    private(set) var views: [[String]] = []

    init(_ text: String) {
      var rows: [[Unicode.Scalar]] = [[]]
      var (row, column) = (0, 0)
      var rest = text.unicodeScalars[...]
      func shown(_ rows: some Sequence<[Unicode.Scalar]>) -> [String] {
        rows.map { String(String.UnicodeScalarView($0)) }
      }
      while let scalar = rest.popFirst() {
        switch scalar {
        case "\r": column = 0
        case "\n":
          row += 1
          if row == rows.count { rows.append([]) }
        case "\u{1B}":
          let code = rest.dropFirst().prefix { !$0.properties.isAlphabetic }
          let count = Int(String(String.UnicodeScalarView(code))) ?? 1
          rest = rest.dropFirst(1 + code.count)
          switch rest.popFirst() {
          case "A": row -= count
          case "J":
            let view = shown(rows[row...])
            if view != [""] { views.append(view) }
            rows.removeSubrange((row + 1)...)
            rows[row].removeSubrange(column...)
          default: break
          }
        default:
          if column < rows[row].count { rows[row][column] = scalar } else { rows[row].append(scalar) }
          column += 1
        }
      }
      lines = shown(rows)
    }
  }

  /// Runs Katydid on a terminal.
  private func run(
    _ words: String, _ steps: [Typist.Step] = [], terminal: String = "xterm", spec: String
  ) throws -> Typist.Outcome {
    try Typist.run(
      steps, ["--host", host] + words.split(separator: " ").map(String.init), size: (100, 30),
      environment: ["TERM": terminal, "LANG": "C.UTF-8"], files: ["locustfile.py": spec])
  }

  func testTheLiveViewKeepsApart() throws {
    let spec = """
      import logging, sys
      from locust import HttpUser, task, constant

      class Noisy(HttpUser):
          wait_time = constant(0.005)
          count = 0

          @task
          def page(self):
              self.client.get("/json")
              Noisy.count += 1
              logging.info("NOTE %d", Noisy.count)
              print("PRINT", end=" ")
              print(Noisy.count)
              sys.stderr.write("ERROR STREAM " + str(Noisy.count) + "\\n")
              if Noisy.count == 50:
                  raise ValueError("fifty")
      """
    let result = try run("--headless -u 4 -r 4 -t 3s --processes 2", spec: spec).result
    XCTAssertEqual(result.status, 1)
    XCTAssertFalse(result.leavesProcesses)
    let screen = Screen(result.output)

    let heads = screen.views.compactMap(\.first)
    XCTAssertGreaterThan(heads.count, 4)
    for head in heads { XCTAssertTrue(head.hasPrefix("Katydid "), head) }
    XCTAssertTrue(
      heads.contains { $0.contains(/Katydid running 0:02 of 0:03  █+░+ \d+%  4 users, 2 workers/) }, "\(heads)")
    let last = try XCTUnwrap(screen.views.last)
    XCTAssertTrue(last[1].contains(#/^[\d.]+ req/s [▁-█]*.* requests, 0 failures \(0.00%/#), last[1])
    XCTAssertTrue(last.contains { $0.contains(#/^GET +/json +\d+ +0 /#) }, "\(last)")
    XCTAssertTrue(last.contains { $0.contains("the latest kind: fifty") }, "\(last)")
    XCTAssertTrue(last.contains { $0.hasSuffix("r: swap the spec   q: stop") }, "\(last)")
    XCTAssertEqual(screen.lines.filter { $0.contains("░") }, [], "a live view stays behind")

    let (notes, prints) = (screen.lines.filter { $0.contains("NOTE") }, screen.lines.filter { $0.contains("PRINT") })
    XCTAssertGreaterThan(notes.count, 300)
    for line in notes { XCTAssertNotNil(line.wholeMatch(of: /\[[-0-9 :,]+\] \S+\/INFO\/root: NOTE \d+/), line) }
    for line in prints { XCTAssertNotNil(line.wholeMatch(of: /PRINT \d+/), line) }
    XCTAssertEqual(prints.count, notes.count)
    let streamed = screen.lines.filter { $0.contains("ERROR STREAM") }
    for line in streamed { XCTAssertNotNil(line.wholeMatch(of: /ERROR STREAM \d+/), line) }
    XCTAssertEqual(streamed.count, notes.count)
    XCTAssertTrue(screen.lines.contains("ValueError: fifty"))
    // Names get what 80 columns leave.
    let head = try XCTUnwrap(screen.lines.last { $0.hasPrefix("Type") && $0.contains("# fails") })
    XCTAssertLessThanOrEqual(head.count, 100)
    XCTAssertTrue(screen.lines.contains { $0.contains("Shutting down (exit code 1)") })
  }

  func testKeysSwapAndStop() throws {
    let spec = """
      from locust import HttpUser, task, constant

      class Visitor(HttpUser):
          wait_time = constant(0.05)

          @task
          def page(self):
              self.client.get("/json", name="first")
      """
    let changed = spec.replacingOccurrences(of: "first", with: "second")
    let outcome = try run(
      "--headless --no-watch -u 2 -r 10 -t 30s",
      [
        Typist.Step(matching: #"All users spawned: .*\(2 total"#, keys: "r"),
        Typist.Step(shown: "The spec is as it was: version 1", keys: "w"),
        Typist.Step(shown: "Ramping to 3", writes: "locustfile.py", changed),
        Typist.Step(shown: "(3 total", keys: "r"),
        Typist.Step(shown: "by the key r) is in use", keys: ""),
        // A view or two with the new version.
        Typist.Step(matching: "version 2 of the spec .*version 2 of the spec", keys: "q"),
      ], spec: spec)
    let result = outcome.result
    XCTAssertNil(outcome.missing, result.output)
    XCTAssertEqual(result.status, 0)
    XCTAssertLessThan(result.seconds, 15)
    let screen = Screen(result.output)
    XCTAssertTrue(screen.lines.contains { $0.contains("by the key r) is in use: 3 users of") }, result.output)
    XCTAssertTrue(
      screen.views.contains { $0.contains { $0.contains("version 2 of the spec (") && $0.contains("3 users") } },
      result.output)
    XCTAssertTrue(screen.views.contains { $0[0].contains("3 users") }, result.output)
    XCTAssertTrue(screen.lines.contains { $0.contains("Stopped by the key q") }, result.output)
  }

  func testATerminalThatCanOnlyWrite() throws {
    let spec = """
      from locust import HttpUser, task, constant

      class Visitor(HttpUser):
          wait_time = constant(0.05)

          @task
          def page(self):
              self.client.get("/json")
      """
    let result = try run("--headless -t 3s", terminal: "dumb", spec: spec).result
    XCTAssertEqual(result.status, 0)
    XCTAssertFalse(result.output.contains("\u{1B}"), result.output)
    XCTAssertGreaterThan(result.output.components(separatedBy: "Aggregated").count, 3, "tables come while it runs")
  }
}
