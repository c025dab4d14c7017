import DemoTarget
import Foundation
import ProcessRun
import XCTest

/// Tests of the prompt against the demo target, on a real terminal: a pty.
class ReplTestCase: XCTestCase {
  nonisolated(unsafe) private static var target: DemoTarget?

  override class func setUp() {
    guard let target = try? DemoTarget(DemoTargetOptions(freePort: true)) else {
      return XCTFail("the demo target doesn't start")
    }
    ReplTestCase.target = target
    Thread { target.run() }.start()
  }

  override class func tearDown() {
    target?.stop()
    target = nil
  }

  /// The demo target's address.
  var host: String { "http://127.0.0.1:\(ReplTestCase.target?.port ?? 0)" }

  /// Runs a command on a terminal: for each pair waits for a text, then types another. Copies what is shown to standard
  /// output, and ends with the command's status; with 99 when a text doesn't come. Keys that begin with NUL write a file
  /// instead: its name, NUL, its text.
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
        if keys.startswith("\\0"):
            _, name, text = keys.split("\\0")
            with open(name, "w") as file:
                file.write(text)
            continue
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
  func type(
    _ steps: [(shown: String, keys: String)], _ arguments: String..., files: [String: String] = [:],
    file: StaticString = #filePath, line: UInt = #line
  ) throws -> String {
    let katydid = ProcessRun.products.appendingPathComponent("katydid").path
    let script = String(decoding: try JSONEncoder().encode(steps.map { [$0.shown, $0.keys] }), as: UTF8.self)
    let run = try ProcessRun(
      "/usr/bin/env", ["python3", "-c", ReplTestCase.driver, script, katydid, "repl"] + arguments,
      environment: ["HOME": ".", "TERM": "xterm", "COLUMNS": "120"], files: files)
    let result = run.finish(within: 30)
    XCTAssertEqual(result.status, 0, result.output + result.errors, file: file, line: line)
    return result.output
  }

  let prompt = "katydid> "
  let more = "...> "
  let interrupt = "\u{3}"
  let end = "\u{4}"
}

extension DemoTargetOptions {
  /// Options with a free port.
  fileprivate init(freePort: Bool) {
    self.init()
    if freePort { port = 0 }
  }
}
