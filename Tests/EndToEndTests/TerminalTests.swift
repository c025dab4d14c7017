import Foundation
import ProcessRun
import XCTest

/// The console on a terminal: log lines, tables and prints on lines of their own, and a live line below them.
final class TerminalTests: KatydidTestCase {
  /// Runs a command on a terminal of 100 columns, copies what it writes to standard output, and ends with its status.
  private static let terminal = """
    import fcntl, os, pty, struct, sys, termios
    pid, master = pty.fork()
    if pid == 0:
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        os.execv(sys.argv[1], sys.argv[1:])
    while True:
        try:
            data = os.read(master, 65536)
        except OSError:
            break
        if not data:
            break
        os.write(1, data)
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
    """

  /// What a terminal shows: lines that are finished, and those that were erased again.
  private struct Screen {
    private(set) var lines: [String] = []
    private(set) var erased: [String] = []

    init(_ text: String) {
      var line: [Unicode.Scalar] = []
      var column = 0
      var rest = text.unicodeScalars[...]
      while let scalar = rest.popFirst() {
        switch scalar {
        case "\r": column = 0
        case "\n":
          lines.append(String(String.UnicodeScalarView(line)))
          (line, column) = ([], 0)
        case "\u{1B}" where rest.starts(with: "[K".unicodeScalars):
          rest = rest.dropFirst(2)
          if column == 0, !line.isEmpty { erased.append(String(String.UnicodeScalarView(line))) }
          line.removeSubrange(column...)
        default:
          if column < line.count { line[column] = scalar } else { line.append(scalar) }
          column += 1
        }
      }
    }
  }

  func testTheLiveLineKeepsApart() throws {
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
    let katydid = ProcessRun.products.appendingPathComponent("katydid").path
    let run = try ProcessRun(
      "/usr/bin/env",
      [
        "python3", "-c", TerminalTests.terminal, katydid, "--headless", "--host", host, "-u", "4", "-r", "4", "-t",
        "3s",
        "--processes", "2",
      ], files: ["locustfile.py": spec])
    let result = run.finish()
    XCTAssertEqual(result.status, 1)
    XCTAssertFalse(result.leavesProcesses)
    let screen = Screen(result.output)

    let live = screen.erased.filter { $0.contains(" req/s | ") }
    XCTAssertGreaterThan(live.count, 4)
    XCTAssertTrue(live.contains { $0.hasPrefix("4 users | ") && $0.hasSuffix("s left") }, "\(live.prefix(3))")
    for line in screen.erased { XCTAssertNotNil(line.wholeMatch(of: /\d+ (of \d+ )?users \| .*/), line) }
    XCTAssertEqual(screen.lines.filter { $0.contains("req/s |") }, [], "a live line stays behind")

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
}
