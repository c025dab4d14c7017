import Foundation

/// One run of an executable of this package, in a process group of its own, with what it writes kept in files.
public final class ProcessRun {
  /// How a run ended and what it wrote.
  public struct Result {
    /// The exit status; nil when a signal ended the process.
    public let status: Int32?
    /// The signal that ended the process; nil when it exited.
    public let signal: Int32?
    /// What it wrote to standard output.
    public let output: String
    /// What it wrote to standard error.
    public let errors: String
    /// How long it ran, in s.
    public let seconds: Double
    /// Whether it was still running at the deadline, and was ended then.
    public let isLate: Bool
    /// Whether a process of its group was alive a moment after it had ended.
    public let leavesProcesses: Bool
  }

  /// An executable that can't be started.
  public struct Failure: Error {
    /// What went wrong.
    public let text: String
  }

  /// The process's id, which is its group's too.
  public let pid: pid_t
  private let directory: URL
  private let start = Date()

  /// Where the build put this package's executables: beside the tests.
  public static let products = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()

  /// Starts a run.
  ///
  /// - Parameters:
  ///   - name: the executable product, or any executable's absolute path.
  ///   - arguments: its arguments.
  ///   - environment: variables to set beside those of the tests.
  ///   - files: files to write into the run's working directory first, by name; folders in the names are made.
  /// - Throws: `Failure` when it can't be started.
  public init(
    _ name: String, _ arguments: [String], environment: [String: String] = [:], files: [String: String] = [:]
  ) throws {
    directory = FileManager.default.temporaryDirectory.appendingPathComponent("katydid-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    for (file, text) in files {
      let place = directory.appendingPathComponent(file)
      try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: place)
    }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    for (descriptor, file) in [(STDOUT_FILENO, "stdout"), (STDERR_FILENO, "stderr")] {
      let path = directory.appendingPathComponent(file).path
      posix_spawn_file_actions_addopen(&actions, descriptor, path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))

    let path = name.hasPrefix("/") ? name : ProcessRun.products.appendingPathComponent(name).path
    // `env` becomes the executable, so the id is the executable's own.
    var words = (["env", "-C", directory.path, path] + arguments).map { strdup($0) } + [nil]
    let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    var settings = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + settings { free(text) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, "/usr/bin/env", &actions, &attributes, &words, &settings)
    guard code == 0 else { throw Failure(text: "\(path): \(String(cString: strerror(code)))") }
    pid = child
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  /// Puts a file into the run's working directory, as a new file under that name.
  public func replace(_ file: String, with text: String) throws {
    try Data(text.utf8).write(to: directory.appendingPathComponent(file), options: .atomic)
  }

  /// Writes a file of the run's working directory in place.
  public func overwrite(_ file: String, with text: String) throws {
    try Data(text.utf8).write(to: directory.appendingPathComponent(file))
  }

  /// Everything written to standard output so far.
  public var output: String { file("stdout") }
  /// Everything written to standard error so far.
  public var errors: String { file("stderr") }

  /// The text of a file in the run's working directory; empty when there is none.
  public func file(_ name: String) -> String {
    String(decoding: (try? Data(contentsOf: directory.appendingPathComponent(name))) ?? Data(), as: UTF8.self)
  }

  /// The processes of the run that are alive, the first one included.
  public var members: [pid_t] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap(pid_t.init).filter { candidate in
      guard getpgid(candidate) == pid,
        let stat = try? String(contentsOfFile: "/proc/\(candidate)/stat", encoding: .utf8)
      else { return false }
      // The state comes behind the name, which is in parentheses. A zombie has ended; its parent may never ask how.
      return stat.split(separator: ")").last?.split(separator: " ").first != "Z"
    }
  }

  /// Sends a signal to the whole group, as Ctrl-C does.
  public func signalGroup(_ signal: Int32) { kill(-pid, signal) }

  /// Waits until a condition holds, looking again every 10 ms.
  ///
  /// - Returns: whether it did within `seconds`.
  public func wait(_ seconds: Double = 10, until condition: (ProcessRun) -> Bool) -> Bool {
    let deadline = Date() + seconds
    while !condition(self) {
      guard Date() < deadline else { return false }
      usleep(10_000)
    }
    return true
  }

  /// Waits for the end, and ends the whole group at the deadline. To be called once.
  ///
  /// - Parameter deadline: how long the process may run from now, in s.
  public func finish(within deadline: Double = 20) -> Result {
    var status: Int32 = 0
    let ended = wait(deadline) { waitpid($0.pid, &status, WNOHANG) == $0.pid }
    let seconds = Date().timeIntervalSince(start)
    if !ended {
      kill(-pid, SIGKILL)
      waitpid(pid, &status, 0)
    }
    let isEmpty = wait(2) { $0.members.isEmpty }
    if !isEmpty { kill(-pid, SIGKILL) }
    let signal = status & 0x7f
    return Result(
      status: signal == 0 ? status >> 8 & 0xff : nil, signal: signal == 0 ? nil : signal, output: output,
      errors: errors, seconds: seconds, isLate: !ended, leavesProcesses: !isEmpty)
  }
}
