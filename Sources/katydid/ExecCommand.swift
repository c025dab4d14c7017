import ArgumentParser
import Foundation
import Lang
import Runtime

/// `katydid exec`: runs a plain script, as `python3 FILE` does.
struct ExecCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exec", abstract: "Run a plain script.",
    usage: "katydid exec FILE [ARG ...]\nkatydid exec -c CODE [ARG ...]\nkatydid exec - [ARG ...]")

  @Argument(parsing: .captureForPassthrough, help: "The script and its arguments.")
  var arguments: [String] = []

  func run() throws {
    guard let first = arguments.first, first != "-h", first != "--help" else {
      guard !arguments.isEmpty else {
        throw ValidationError("Name a script: katydid exec FILE, -c CODE, or - for standard input.")
      }
      print(ExecCommand.helpMessage())
      return
    }
    let source: SourceText
    var file: String?
    var directory = "."
    var shown = Array(arguments)
    if first == "-c" {
      guard arguments.count >= 2 else { throw ValidationError("Argument expected for the -c option.") }
      source = SourceText(name: "<string>", arguments[1])
      shown = ["-c"] + arguments.dropFirst(2)
    } else if first == "-" {
      source = SourceText(name: "<stdin>", bytes: Array(FileHandle.standardInput.readDataToEndOfFile()))
    } else if let script = SourceFiles.read(first) {
      source = script
      file = first
      directory = URL(fileURLWithPath: first).deletingLastPathComponent().path
    } else {
      Terminal.complain("katydid: can't open file '\(first)': no such file, or not readable")
      throw ExitCode(2)
    }
    Library.arguments = shown
    throw ExitCode(Script.run(source, file: file, directory: directory))
  }
}
