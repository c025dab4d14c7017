import Foundation
import Lang

/// Runs a script under the reference, CPython, and gives what it prints.
func runPython(_ script: String, input: String) throws -> String {
  try runProgram("/usr/bin/env", ["python3", "-c", script], input: input).output
}

/// Runs a program to its end; both its outputs together, and its status.
func runProgram(_ program: String, _ arguments: [String], input: String = "") throws -> (output: String, status: Int32)
{
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  let output = Pipe()
  let stdin = Pipe()
  process.standardOutput = output
  process.standardError = output
  process.standardInput = stdin
  try process.run()
  stdin.fileHandleForWriting.write(Data(input.utf8))
  try stdin.fileHandleForWriting.close()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (String(decoding: data, as: UTF8.self), process.terminationStatus)
}

/// The built `katydid`: it lies in the folder of the test bundle.
func builtProgram() -> String {
  let beside = Bundle.main.bundleURL.deletingLastPathComponent().appendingPathComponent("katydid").path
  if FileManager.default.fileExists(atPath: beside) { return beside }
  return URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("katydid")
    .path
}

/// What Python code prints, from the making of this to `end()`.
final class Printed {
  var text = ""
  private let usual: (UnsafeBufferPointer<UInt8>) -> Void

  init() {
    Interpreter.start()
    usual = Builtins.output
    Builtins.output = { [unowned self] in text += String(decoding: $0, as: UTF8.self) }
  }

  func end() { Builtins.output = usual }
}
