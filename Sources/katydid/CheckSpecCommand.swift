import ArgumentParser
import Foundation
import Runtime
import Swarm

/// Loads a spec and prints the files that it has read, for a master that wants to know whether it can be used.
struct CheckSpecCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-spec", abstract: "Load a locustfile and print the files it reads.", shouldDisplay: false)

  @Flag(help: "Standard input has files that stand for those on disk, as a bundle's message.")
  var overlay = false

  @Argument(help: "The locustfile.")
  var file: String

  func run() throws {
    let texts = try overlay ? CheckSpecCommand.readTexts() : SpecFiles([:])
    try texts.whileLoading { () throws in
      do throws(SpecFault) { _ = try LoadTest(path: file, options: LoadOptions()) } catch {
        throw CheckSpecCommand.fault(error.text)
      }
    }
    for path in Set(SpecFiles.recorded.keys).union(texts.contents.keys).sorted() { print(path) }
  }

  private static func readTexts() throws -> SpecFiles {
    do {
      return try SpecBundle(
        MessagePack(decoding: Array(FileHandle.standardInput.readDataToEndOfFile())), known: [:]
      ).specFiles
    } catch { throw fault("the texts can't be read") }
  }

  private static func fault(_ text: String) -> ExitCode {
    Terminal.complain(text)
    return ExitCode(1)
  }
}
