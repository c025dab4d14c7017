import Foundation

/// Another program, run to its end.
enum Subprocess {
  /// How a program has ended.
  struct Result {
    /// The exit status; nil when it was ended for taking too long.
    let status: Int32?
    let output: Data
    let errors: String
  }

  /// Runs a program.
  ///
  /// - Parameters:
  ///   - words: the program, found on the search path, and its arguments.
  ///   - environment: variables beside this process's own.
  ///   - folder: where its output is kept meanwhile.
  ///   - timeout: how long it may take, in s.
  static func run(
    _ words: [String], environment: [String: String], in folder: URL, timeout: Double
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    // Files, unlike pipes, never fill up while nobody reads.
    let (output, errors) = (folder.appendingPathComponent("output"), folder.appendingPathComponent("errors"))
    for file in [output, errors] { FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    var isLate = false
    if ended.wait(timeout: .now() + timeout) == .timedOut {
      isLate = true
      process.terminate()
      if ended.wait(timeout: .now() + 2) == .timedOut { kill(process.processIdentifier, SIGKILL) }
    }
    return Result(
      status: isLate ? nil : process.terminationStatus, output: (try? Data(contentsOf: output)) ?? Data(),
      errors: String(decoding: (try? Data(contentsOf: errors)) ?? Data(), as: UTF8.self))
  }
}
