import ArgumentParser
import Foundation
import Lang
import Lint
import Runtime
import Swarm

/// Lints and loads a spec and prints the files that it has read, for a master that wants to know whether it can be used.
struct CheckSpecCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-spec", abstract: "Lint and load locustfiles and print the files they read.",
    shouldDisplay: false)

  @Flag(help: "Standard input has files that stand for those on disk, as a bundle's message.")
  var overlay = false

  @Argument(help: "The locustfiles.")
  var files: [String]

  func run() throws {
    let texts = try overlay ? CheckSpecCommand.readTexts() : SpecFiles([:])
    try texts.whileLoading { () throws in
      let spec: Spec
      do throws(SpecFault) { spec = try Spec(files) } catch { throw CheckSpecCommand.fault(error.text) }
      // Modules of the spec's own are part of it.
      let sources = SpecFiles.recorded.keys.filter { $0.hasSuffix(".py") } + texts.contents.keys
      let complaints = try CheckSpecCommand.lint(Set(sources).union(files.map(SpecFiles.key)).sorted())
      guard complaints.isEmpty else { throw CheckSpecCommand.fault(complaints) }
      do throws(SpecFault) { _ = try LoadTest(spec, options: LoadOptions()) } catch {
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

  /// What the rules that are on say, as far as it is an error.
  private static func lint(_ paths: [String]) throws -> String {
    let configuration: LintConfiguration
    do throws(LintConfiguration.Fault) { configuration = try LintConfiguration.find(from: ".") } catch {
      return error.text
    }
    let knowledge = Knowledge(load: SpecModules.load)
    var text = ""
    for path in paths {
      guard let source = SourceFiles.read(path) else { continue }
      var options = configuration.options
      options.ignore += configuration.ignores(for: path)
      let linter = Linter(knowledge: knowledge, options: options)
      linter.covered = Set(paths)
      linter.folders = Library.searchPath
      let findings = linter.lint(source).filter { $0.severity == .error }
      guard !findings.isEmpty else { continue }
      text += OutputFormat.full.render([LintResult(source: source, findings: findings)])
    }
    return text
  }
}
