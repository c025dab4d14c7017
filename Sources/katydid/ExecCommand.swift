import ArgumentParser
import Foundation
import Lang
import Runtime

/// `katydid exec`: runs a plain script, as `python3 FILE` does.
struct ExecCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exec", abstract: "Run a plain script.",
    usage: """
      katydid exec [LIMITS] FILE [ARG ...]
      katydid exec [LIMITS] -c CODE [ARG ...]
      katydid exec [LIMITS] - [ARG ...]
      """,
    discussion: """
      Limits stand before the script, and end it with an exception at the line that passes them:
        --max-memory SIZE   bytes that values may take, as 512m or 2g: MemoryError
        --max-steps N       calls and rounds of loops: RuntimeError
      """)

  @Argument(parsing: .captureForPassthrough, help: "The script and its arguments.")
  var arguments: [String] = []

  init() {}

  /// A command with all its words taken as they are, which is what parsing them comes to but would take a script two thirds
  /// of its start.
  init(_ arguments: ArraySlice<String>) { self.arguments = Array(arguments) }

  func run() throws {
    let arguments = try takeLimits()
    guard let first = arguments.first, first != "-h", first != "--help" else {
      guard !arguments.isEmpty else {
        throw ValidationError("Name a script: katydid exec FILE, -c CODE, or - for standard input.")
      }
      print(ExecCommand.helpMessage())
      return
    }
    let source: SourceText
    var file: String?
    var directory = ""
    var shown = Array(arguments)
    if first == "-c" {
      guard arguments.count >= 2 else { throw ValidationError("Argument expected for the -c option.") }
      source = SourceText(name: "<string>", arguments[1])
      shown = ["-c"] + arguments.dropFirst(2)
    } else if first == "-" {
      source = SourceText(name: "<stdin>", bytes: Array(FileHandle.standardInput.readDataToEndOfFile()))
    } else if let script = SourceFiles.read(URL(fileURLWithPath: first).path) {
      // As in CPython, tracebacks show the script by its whole path.
      source = script
      file = script.name
      // As there, too, modules lie where a link to the script leads.
      directory = URL(fileURLWithPath: first).resolvingSymlinksInPath().deletingLastPathComponent().path
    } else {
      Terminal.complain("katydid: can't open file '\(first)': no such file, or not readable")
      throw ExitCode(2)
    }
    Library.arguments = shown
    throw ExitCode(Script.run(source, file: file, directory: directory))
  }

  /// Takes the limits in front of the script, and gives the other arguments.
  private func takeLimits() throws -> [String] {
    var rest = arguments[...]
    while let name = rest.first, name == "--max-memory" || name == "--max-steps" {
      rest = rest.dropFirst()
      guard let text = rest.popFirst() else { throw ValidationError("Missing value for '\(name)'.") }
      let value = name == "--max-memory" ? ByteSize(argument: text)?.bytes : Int(text)
      guard let value, value > 0 else {
        throw ValidationError("The value '\(text)' is invalid for '\(name)'.")
      }
      if name == "--max-memory" { Heap.budget = value } else { Interpreter.stepBudget = value }
    }
    return Array(rest)
  }
}
