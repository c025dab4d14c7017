import Foundation

/// Types on a program's terminal, a pty, and keeps what is shown on it.
public enum Typist {
  /// Something to wait for, and what to do then.
  public struct Step {
    /// A pattern of Python's `re` that has to be shown, after what the steps before have met.
    var pattern: String
    /// What is typed.
    var keys: String
    /// A file that is written instead of typing: its name and text.
    var file: (name: String, text: String)?

    /// Types keys once a pattern of Python's `re` is shown.
    public init(matching pattern: String, keys: String) {
      self.pattern = pattern
      self.keys = keys
    }

    /// Types keys once a text is shown.
    public init(shown text: String, keys: String) {
      self.init(matching: NSRegularExpression.escapedPattern(for: text), keys: keys)
    }

    /// Writes a file into the program's folder once a text is shown.
    public init(shown text: String, writes name: String, _ content: String) {
      self.init(shown: text, keys: "")
      file = (name, content)
    }
  }

  /// How a program on a terminal ended. `result.output` is what was shown.
  public struct Outcome {
    public let result: ProcessRun.Result
    /// The pattern that was never shown; nil when every step was taken.
    public let missing: String?
    /// Whether the terminal is as it was before.
    public let isRestored: Bool
  }

  /// The script that leads the terminal: its settings and steps are the first argument, the command the others.
  ///
  /// It ends with the command's status, and 99 for a step that can't be taken. What it says itself is on standard error.
  private static let script = """
    import fcntl, json, os, pty, re, select, struct, sys, termios, time
    plan = json.loads(sys.argv[1])
    steps = plan["steps"]
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", plan["rows"], plan["columns"], 0, 0))
    before = termios.tcgetattr(slave)
    pid = os.fork()
    if pid == 0:
        os.login_tty(slave)
        os.execv(sys.argv[2], sys.argv[2:])
    shown, status = "", None
    deadline = time.monotonic() + plan["patience"]
    while True:
        while steps and (found := re.search(steps[0]["pattern"], shown, re.S)):
            shown = shown[found.end():]
            step = steps.pop(0)
            deadline = time.monotonic() + plan["patience"]
            if "file" in step:
                with open(step["file"][0], "w") as file:
                    file.write(step["file"][1])
                continue
            if step["keys"] == "\\x03":
                # What was typed before has to be running.
                time.sleep(0.3)
            os.write(master, step["keys"].encode())
        if status is None:
            ended, code = os.waitpid(pid, os.WNOHANG)
            if ended:
                status = os.waitstatus_to_exitcode(code)
        if select.select([master], [], [], 0.05)[0]:
            data = os.read(master, 65536)
            os.write(1, data)
            shown += data.decode(errors="replace")
        elif status is not None:
            break
        if status is None and time.monotonic() > deadline:
            os.kill(pid, 9)
            status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
            break
    if termios.tcgetattr(slave) == before:
        sys.stderr.write("RESTORED\\n")
    if steps:
        sys.stderr.write("MISSING " + steps[0]["pattern"] + "\\n")
        status = 99
    sys.exit(status)
    """

  /// Runs `katydid` on a terminal and takes the steps one after another.
  ///
  /// - Parameters:
  ///   - arguments: those of the program.
  ///   - size: of the terminal.
  ///   - environment: variables to set beside those of the tests.
  ///   - files: files to write into the working directory first, by name.
  ///   - patience: how long a step, or the end after the last one, may take, in s.
  public static func run(
    _ steps: [Step], _ arguments: [String], size: (columns: Int, rows: Int) = (80, 24),
    environment: [String: String] = [:], files: [String: String] = [:], patience: Double = 15
  ) throws -> Outcome {
    let plan: [String: Any] = [
      "columns": size.columns, "rows": size.rows, "patience": patience,
      "steps": steps.map { step -> [String: Any] in
        var given: [String: Any] = ["pattern": step.pattern, "keys": step.keys]
        if let file = step.file { given["file"] = [file.name, file.text] }
        return given
      },
    ]
    let text = String(decoding: try JSONSerialization.data(withJSONObject: plan), as: UTF8.self)
    let katydid = ProcessRun.products.appendingPathComponent("katydid").path
    let run = try ProcessRun(
      "/usr/bin/env", ["python3", "-c", script, text, katydid] + arguments, environment: environment, files: files)
    let result = run.finish(within: patience * 3)
    let notes = result.errors.components(separatedBy: "\n")
    return Outcome(
      result: result, missing: notes.first { $0.hasPrefix("MISSING ") }.map { String($0.dropFirst(8)) },
      isRestored: notes.contains("RESTORED"))
  }
}
