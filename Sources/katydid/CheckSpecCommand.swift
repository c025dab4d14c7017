import ArgumentParser
import Runtime
import Swarm

/// Loads a spec and prints the files that it has read, for a master that wants to know whether it can be used.
struct CheckSpecCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-spec", abstract: "Load a locustfile and print the files it reads.", shouldDisplay: false)

  @Argument(help: "The locustfile.")
  var file: String

  func run() throws {
    do throws(SpecFault) { _ = try LoadTest(path: file, options: LoadOptions()) } catch {
      Terminal.complain(error.text)
      throw ExitCode(1)
    }
    for path in SpecFiles.recorded.keys.sorted() { print(path) }
  }
}
