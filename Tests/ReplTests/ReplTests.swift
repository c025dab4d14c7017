import DemoTarget
import Foundation
import ProcessRun
import XCTest

/// The prompt, on a real terminal (a pty) and through a pipe.
final class ReplTests: XCTestCase {
  nonisolated(unsafe) private static var target: DemoTarget?

  override class func setUp() {
    guard let target = try? DemoTarget(DemoTargetOptions(freePort: true)) else {
      return XCTFail("the demo target doesn't start")
    }
    ReplTests.target = target
    Thread { target.run() }.start()
  }

  override class func tearDown() {
    target?.stop()
    target = nil
  }

  private var host: String { "http://127.0.0.1:\(ReplTests.target?.port ?? 0)" }

  /// Runs a command on a terminal: for each pair waits for a text, then types another. Copies what is shown to standard
  /// output, and ends with the command's status; with 99 when a text doesn't come.
  private static let driver = """
    import fcntl, json, os, pty, select, struct, sys, termios, time
    steps = json.loads(sys.argv[1])
    pid, master = pty.fork()
    if pid == 0:
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        os.execv(sys.argv[2], sys.argv[2:])
    shown = b""
    def pump(seconds):
        global shown
        if not select.select([master], [], [], seconds)[0]:
            return True
        try:
            data = os.read(master, 65536)
        except OSError:
            return False
        shown += data
        return bool(data)
    for text, keys in steps:
        end = time.monotonic() + 10
        while text.encode() not in shown:
            if time.monotonic() > end or not pump(0.2):
                os.write(1, shown + b"\\nNOT SHOWN: " + text.encode() + b"\\n")
                os.kill(pid, 9)
                sys.exit(99)
        shown = shown[shown.index(text.encode()) + len(text.encode()):]
        os.write(1, b"[" + text.encode() + b"]")
        if keys == "\\x03":
            # What was typed before has to be running.
            time.sleep(0.3)
        os.write(master, keys.encode())
    end = time.monotonic() + 10
    while time.monotonic() < end and pump(0.2):
        pass
    os.write(1, shown)
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
    """

  /// Types on a terminal; each text must be shown before the next keys are typed.
  private func type(
    _ steps: [(shown: String, keys: String)], _ arguments: String..., files: [String: String] = [:],
    file: StaticString = #filePath, line: UInt = #line
  ) throws -> String {
    let katydid = ProcessRun.products.appendingPathComponent("katydid").path
    let script = String(decoding: try JSONEncoder().encode(steps.map { [$0.shown, $0.keys] }), as: UTF8.self)
    let run = try ProcessRun(
      "/usr/bin/env", ["python3", "-c", ReplTests.driver, script, katydid, "repl"] + arguments,
      environment: ["HOME": ".", "TERM": "xterm", "COLUMNS": "120"], files: files)
    let result = run.finish(within: 30)
    XCTAssertEqual(result.status, 0, result.output + result.errors, file: file, line: line)
    return result.output
  }

  private let prompt = "katydid> "
  private let interrupt = "\u{3}"
  private let end = "\u{4}"

  func testRequestsAndValues() throws {
    _ = try type(
      [
        (prompt, "1 + 1\n"), ("2", ""), (prompt, "_ * 21\n"), ("42", ""), (prompt, "client.get('/json')\n"),
        ("200 OK", ""), ("total", ""), ("Content-Type", ""), (prompt, "r = client.get('/status/404')\n"),
        ("GET /status/404  404", ""), ("FAILED", ""), (prompt, "%curl\n"), ("curl ", ""), (prompt, "stats\n"),
        ("Aggregated", ""),
        (prompt, end),
      ], "--host", host)
  }

  func testSeveralLinesWithIndentation() throws {
    _ = try type([
      (prompt, "def double(x):\n"), ("...> ", "    return 2 * x\n"), ("...> ", "\n"), (prompt, "double(\n"),
      ("...> ", "21)\n"), ("42", ""), (prompt, "x = = 1\n"), ("^", ""), (prompt, "1 / 0\n"),
      ("ZeroDivisionError", ""), (prompt, "exit\n"),
    ])
  }

  func testEditingHistoryAndCompletion() throws {
    _ = try type([
      (prompt, "naem\u{8}\u{8}\u{8}ame = 'first'\n"), (prompt, "name\n"), ("'first'", ""), (prompt, "\u{10}\u{10}\n"),
      (prompt, "\u{12}fir"), ("first", "\n"), (prompt, "import ran\t\n"), ("dom", ""),
      (prompt, "random.randi\t(1, 1)\n"), ("1", ""), (prompt, end),
    ])
  }

  func testInterruptEndsALoopAndARequest() throws {
    _ = try type(
      [
        (prompt, "while True: pass\n"), ("...> ", "\n"), ("\n", interrupt), ("interrupted", ""),
        (prompt, "client.get('/never')\n"),
        ("\n", interrupt), ("interrupted", ""), (prompt, "'still here'\n"), ("'still here'\r\n", ""), (prompt, end),
      ], "--host", host)
  }

  private static let spec = """
    from locust import HttpUser, constant, task

    class Visitor(HttpUser):
        wait_time = constant(0)

        def on_start(self):
            self.client.get("/json", name="start")

        @task
        def index(self):
            self.client.get("/index.html", name="index")
            self.fail

        @task
        def broken(self):
            raise ValueError("on purpose")
    """

  /// Through a pipe there are no prompts, and the last input decides the status.
  func testThroughAPipe() throws {
    func run(_ input: String) throws -> ProcessRun.Result {
      let katydid = ProcessRun.products.appendingPathComponent("katydid").path
      return try ProcessRun(
        "/usr/bin/env", ["sh", "-c", "'\(katydid)' repl < input"], environment: ["HOME": "."], files: ["input": input]
      ).finish(within: 20)
    }
    let good = try run("def f(x):\n    return x * 2\n\nf(21)\nfor i in range(2):\n    print(i)\n\n'end'\n")
    XCTAssertEqual(good.output, "42\n0\n1\n'end'\n", good.errors)
    XCTAssertEqual(good.status, 0)
    let bad = try run("1 + 1\n1 / 0\n")
    XCTAssertEqual(bad.output, "2\n")
    XCTAssertTrue(
      bad.errors.contains("File \"<input 2>\", line 1") && bad.errors.contains("ZeroDivisionError"), bad.errors)
    XCTAssertEqual(bad.status, 1)
    XCTAssertEqual(try run("import sys\nsys.exit(3)\n").status, 3)
    let saved = try run("import random\nx = random.random()\n%save out.py\n%lint out.py\n?len\n%who\n")
    XCTAssertTrue(saved.output.contains("out.py is written") && saved.output.contains("x"), saved.output)
  }

  func testOneUserOfASpec() throws {
    let run = try ProcessRun(
      "katydid", ["run-user", "spec.py", "Visitor", "--tasks", "5", "--host", host], files: ["spec.py": ReplTests.spec])
    let result = run.finish(within: 20)
    XCTAssertFalse(result.isLate)
    XCTAssertTrue(result.output.hasPrefix("GET start  200 OK"), result.output + result.errors)
  }

  func testASpecsUsers() throws {
    _ = try type(
      [
        (prompt, "users\n"), ("Visitor", ""), (prompt, "user = start(Visitor)\n"), ("GET start  200", ""),
        (prompt, "user.run(Visitor.broken)\n"), ("ValueError: on purpose", ""), (prompt, "run(Visitor.broken, n=2)\n"),
        ("ValueError", ""), (prompt, "%lint\n"), ("", ""), (prompt, "stop(user)\n"), (prompt, "%who\n"),
        ("Visitor", ""), (prompt, end),
      ], "-f", "spec.py", "--host", host, files: ["spec.py": ReplTests.spec])
  }
}

extension DemoTargetOptions {
  /// Options with a free port.
  fileprivate init(freePort: Bool) {
    self.init()
    if freePort { port = 0 }
  }
}
