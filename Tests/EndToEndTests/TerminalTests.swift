import Foundation
import ProcessRun
import XCTest

/// The console on a terminal: log lines, tables and prints on lines of their own, and a live view below them.
final class TerminalTests: KatydidTestCase {
  /// Runs a command on a terminal of 100 columns and 30 lines, types keys at given times, copies what the command
  /// writes to standard output, and ends with its status.
  private static let terminal = """
    import fcntl, os, pty, select, struct, sys, termios, time
    pid, master = pty.fork()
    if pid == 0:
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        os.environ.update(TERM="xterm", LANG="C.UTF-8")
        os.execv(sys.argv[2], sys.argv[2:])
    keys = [(time.monotonic() + float(part[1:]), part[:1]) for part in sys.argv[1].split()]
    while True:
        if keys and time.monotonic() > keys[0][0]:
            os.write(master, keys.pop(0)[1].encode())
        if not select.select([master], [], [], 0.05)[0]:
            continue
        try:
            data = os.read(master, 65536)
        except OSError:
            break
        if not data:
            break
        os.write(1, data)
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
    """

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

  /// Runs Katydid on the terminal.
  ///
  /// - Parameter keys: what is typed, each key with the time in s: `w1.5 q3`.
  private func start(_ words: String, keys: String = "", spec: String) throws -> ProcessRun {
    let katydid = ProcessRun.products.appendingPathComponent("katydid").path
    return try ProcessRun(
      "/usr/bin/env",
      ["python3", "-c", TerminalTests.terminal, keys, katydid, "--host", host]
        + words.split(separator: " ").map(String.init), files: ["locustfile.py": spec])
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
    let result = try start("--headless -u 4 -r 4 -t 3s --processes 2", spec: spec).finish()
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
    let run = try start("--headless --no-watch -u 2 -r 10 -t 30s", keys: "r1 w2.5 r3.5 q5", spec: spec)
    XCTAssertTrue(run.wait(10) { $0.output.contains("The spec is as it was: version 1") }, run.output)
    try run.overwrite("locustfile.py", with: spec.replacingOccurrences(of: "first", with: "second"))
    let result = run.finish()
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
    let dumb = TerminalTests.terminal.replacingOccurrences(of: "TERM=\"xterm\"", with: "TERM=\"dumb\"")
    let katydid = ProcessRun.products.appendingPathComponent("katydid").path
    let result = try ProcessRun(
      "/usr/bin/env", ["python3", "-c", dumb, "", katydid, "--host", host, "--headless", "-t", "3s"],
      files: ["locustfile.py": spec]
    ).finish()
    XCTAssertEqual(result.status, 0)
    XCTAssertFalse(result.output.contains("\u{1B}"), result.output)
    XCTAssertGreaterThan(result.output.components(separatedBy: "Aggregated").count, 3, "tables come while it runs")
  }
}
