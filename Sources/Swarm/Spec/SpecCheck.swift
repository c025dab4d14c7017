import Glibc
import Runtime

/// Loads a spec in a process of its own, where it can do no harm, before anything else has to do with it.
enum SpecCheck {
  /// How long loading may take, in ns.
  private static let timeout: UInt64 = 20_000_000_000
  private static let mostOutput = 1 << 20

  /// Runs a command. To be called on a fiber.
  ///
  /// - Parameter input: what its standard input gives.
  /// - Returns: the lines it has printed, which are the files that were read.
  /// - Throws: `SwapFault` with what it said when it fails.
  static func run(_ command: [String], input: [UInt8]) throws(SwapFault) -> [String] {
    guard let file = tmpfile() else {
      throw SwapFault(text: "the spec can't be checked: \(String(cString: strerror(errno)))")
    }
    defer { fclose(file) }
    fwrite(input, 1, input.count, file)
    rewind(file)
    var output: [Int32] = [0, 0]
    var errors: [Int32] = [0, 0]
    guard let program = command.first, pipe(&output) == 0, pipe(&errors) == 0 else {
      throw SwapFault(text: "the spec can't be checked: \(String(cString: strerror(errno)))")
    }
    for end in [output[0], errors[0]] {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    for end in output + errors { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, fileno(file), STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors[1], STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    var child: pid_t = 0
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    let result = posix_spawn(&child, program, &actions, &attributes, &arguments, environ)
    for argument in arguments { free(argument) }
    close(output[1])
    close(errors[1])
    guard result == 0 else {
      close(output[0])
      close(errors[0])
      throw SwapFault(text: "the spec can't be checked: \(String(cString: strerror(result)))")
    }
    let deadline = EventLoop.now + timeout
    let printed = readAll(output[0], until: deadline)
    let complaints = readAll(errors[0], until: deadline)
    if EventLoop.now >= deadline { kill(child, SIGKILL) }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    guard EventLoop.now < deadline else { throw SwapFault(text: "the spec takes too long to load") }
    guard status == 0 else {
      throw SwapFault(text: complaints.isEmpty ? "the spec ends the process that loads it" : complaints)
    }
    return printed.split(separator: "\n").map(String.init)
  }

  /// Reads to the end.
  private static func readAll(_ descriptor: Int32, until deadline: UInt64) -> String {
    defer {
      EventLoop.shared.unregister(descriptor)
      close(descriptor)
    }
    EventLoop.shared.register(descriptor)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < mostOutput, EventLoop.now < deadline {
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer[..<count]
      } else if count == 0 {
        break
      } else if errno == EAGAIN {
        _ = EventLoop.shared.wait(descriptor, for: .read, deadline: deadline)
      } else if errno != EINTR {
        break
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
