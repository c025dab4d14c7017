import ArgumentParser
import Foundation

/// Prints a completion script.
struct CompletionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completion", abstract: "Print a script that completes commands and options in a shell.",
    discussion: """
      bash: source <(katydid completion bash)
      zsh:  katydid completion zsh > _katydid, in a folder of $fpath
      fish: katydid completion fish > ~/.config/fish/completions/katydid.fish
      """)

  @Argument(help: "bash, zsh or fish.")
  var shell: Completions.Shell

  func run() throws { print(Completions.script(for: shell, try CommandTree()), terminator: "") }
}

extension Completions.Shell: ExpressibleByArgument {}

/// Writes the manual pages, for packages.
struct ManCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "man", abstract: "Write the manual pages of all commands.", shouldDisplay: false)

  @Argument(help: "The folder to write them to.")
  var folder: String

  func run() throws {
    let tree = try CommandTree()
    for command in tree.commands {
      let path = URL(fileURLWithPath: folder).appendingPathComponent("\(command.page).1")
      do { try Data(ManPage(command, of: tree).text.utf8).write(to: path) } catch {
        throw ValidationError("Can't write '\(path.path)': \(error.localizedDescription)")
      }
    }
  }
}
