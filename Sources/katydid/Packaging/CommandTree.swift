import ArgumentParser
import Foundation
import Swarm

/// The commands and their options as data: what manual pages and completions are made of.
struct CommandTree {
  /// An option or an argument of a command.
  struct Option {
    /// Its names with their dashes; none for an argument that stands by itself.
    let names: [String]
    /// What stands for its value; nil for an option that takes none.
    let value: String?
    /// The words that its value can be; none where it is free.
    var choices: [String] = []
    /// What it does.
    let help: String
    /// The section that it stands in.
    let section: String

    /// Whether its value is a file or folder, by the word that stands for it.
    var takesPath: Bool { value.map { ["file", "path", "script", "spec", "folder", "prefix"].contains($0) } ?? false }
  }

  /// A command.
  struct Command {
    /// The words that call it, as in `katydid lint`.
    let words: [String]
    /// What it does, in a line.
    let summary: String
    /// More about it; may be empty.
    let discussion: String
    let options: [Option]

    /// The name of its manual page.
    var page: String { words.joined(separator: "-") }
  }

  /// The load test, which needs no word of its own, and after it the others by name.
  let commands: [Command]

  /// Reads the table of options and what ArgumentParser says of the other commands.
  ///
  /// - Throws: `DecodingError` when ArgumentParser describes commands in another form than expected.
  init() throws {
    let options = RunOption.all.compactMap { option -> Option? in
      guard let group = option.group else { return nil }
      var choices: [String] = []
      if case .choice(let words) = option.kind { choices = words }
      return Option(
        names: (option.short.map { [$0] } ?? []) + [option.name], value: option.isFlag ? nil : option.placeholder,
        choices: choices, help: option.help + (option.variable.map { " [\($0)]" } ?? ""), section: group.rawValue)
    }
    let run = Command(words: ["katydid"], summary: Katydid.configuration.abstract, discussion: "", options: options)
    let description = try JSONDecoder().decode(Description.self, from: Data(Katydid._dumpHelp().utf8))
    commands = [run] + CommandTree.flattened(description.command, under: [])
  }

  private static func flattened(_ command: Description.Command, under words: [String]) -> [Command] {
    let words = words + [command.commandName]
    let children = (command.subcommands ?? []).filter {
      $0.shouldDisplay != false && $0.commandName != "help" && $0.commandName != "run"
    }
    let own = Command(
      words: words, summary: command.abstract ?? "", discussion: command.discussion ?? "",
      options: (command.arguments ?? []).filter { $0.shouldDisplay != false }.map(\.option))
    return (words.count == 1 ? [] : [own])
      + children.sorted { $0.commandName < $1.commandName }
      .flatMap { flattened($0, under: words) }
  }
}

/// The part of ArgumentParser's description of commands (its `--experimental-dump-help`) that is used here.
private struct Description: Decodable {
  struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool?
    let arguments: [Argument]?
    let subcommands: [Command]?
  }

  struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String
    }
    let kind: String
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let sectionTitle: String?
    let shouldDisplay: Bool?
    let allValues: [String]?

    var option: CommandTree.Option {
      CommandTree.Option(
        names: (names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }.sorted { $0.count < $1.count },
        value: kind == "flag" ? nil : valueName ?? "value", choices: allValues ?? [], help: abstract ?? "",
        section: sectionTitle ?? "Options")
    }
  }

  let command: Command
}
