import ArgumentParser
import Foundation
import Lang
import Lint
import Runtime

/// `katydid lint`: finds faults in specs without running them.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Find faults in locustfiles without running them.",
    usage: "katydid lint [<options>] [<path> ...]",
    discussion: """
      Exits with 0 when nothing was found, with 1 when something was, with 2 when it could not look. \
      docs/lint.md has the configuration, docs/rules the rules.
      """)

  @Argument(
    help: ArgumentHelp(
      "Files and folders; - for standard input. Without any, the current folder.", valueName: "path"))
  var paths: [String] = []

  @OptionGroup(title: "Rules") var rules: LintRuleOptions
  @OptionGroup(title: "Fixes") var fixes: LintFixOptions
  @OptionGroup(title: "Files and output") var output: LintOutputOptions

  func run() throws {
    if let code = output.explain { return try explain(code) }
    if let folder = output.writeDocs { return try writePages(to: folder) }
    Library.files = HostFiles.all
    let session: LintSession
    do throws(LintConfiguration.Fault) { session = try LintSession(paths, rules, fixes, output) } catch {
      Terminal.complain("katydid: \(error.text)")
      throw ExitCode(2)
    }
    throw ExitCode(output.watch ? session.watch() : session.run())
  }

  private func explain(_ code: String) throws {
    guard let rule = RuleCatalog.rule(code) else {
      Terminal.complain("katydid: no rule is called '\(code)'; docs/rules/README.md lists them")
      throw ExitCode(2)
    }
    print(rule.page, terminator: "")
  }

  private func writePages(to folder: String) throws {
    for rule in RuleCatalog.all {
      try rule.page.write(toFile: "\(folder)/\(rule.code).md", atomically: true, encoding: .utf8)
    }
    try RuleInfo.index(RuleCatalog.all).write(toFile: "\(folder)/README.md", atomically: true, encoding: .utf8)
  }
}

/// Which rules to apply.
struct LintRuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The codes, or beginnings of codes, of the rules to apply; ALL for all.", valueName: "codes"))
  var select: String?

  @Option(help: ArgumentHelp("Codes to apply besides.", valueName: "codes"))
  var extendSelect: String?

  @Option(help: ArgumentHelp("Codes to leave out.", valueName: "codes"))
  var ignore: String?

  @Option(help: ArgumentHelp("The tags that tasks may have; others are reported.", valueName: "tags"))
  var knownTags: String?

  @Option(
    help: ArgumentHelp(
      "The configuration; without it the nearest katydid.toml or pyproject.toml that has one.", valueName: "file"))
  var config: String?

  @Flag(help: "Read no configuration.")
  var isolated = false
}

/// What to mend.
struct LintFixOptions: ParsableArguments {
  @Flag(help: "Mend what can be mended mechanically, in the files themselves.")
  var fix = false

  @Flag(help: "Show what --fix would change, and change nothing.")
  var diff = false

  @Flag(help: "With --fix or --diff: also mend what may change the meaning.")
  var unsafeFixes = false
}

/// Where to look, and how to print.
struct LintOutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("full, concise, json, json-lines, github, gitlab, junit or sarif.", valueName: "format"))
  var outputFormat: OutputFormat?

  @Option(help: ArgumentHelp("Patterns, as .gitignore has them, of what to leave out.", valueName: "patterns"))
  var exclude: String?

  @Flag(inversion: .prefixedNo, help: "Leave out what .gitignore files name.")
  var respectGitignore: Bool?

  @Option(help: ArgumentHelp("The name to show for standard input.", valueName: "name"))
  var stdinFilename = "<stdin>"

  @Flag(help: "Print how often each rule found something, instead of the findings.")
  var statistics = false

  @Flag(help: "Look again whenever a file changes, until Ctrl-C.")
  var watch = false

  @Flag(help: "Exit with 0 also when something was found.")
  var exitZero = false

  @Option(help: ArgumentHelp("Print the page of a rule, by its code or name, and exit.", valueName: "code"))
  var explain: String?

  @Option(help: ArgumentHelp("Write the pages of all rules into a folder, and exit.", visibility: .hidden))
  var writeDocs: String?
}

extension OutputFormat: ExpressibleByArgument {}
