import Swarm

/// A manual page in the man(7) macros, as man-db shows it.
struct ManPage {
  private let command: CommandTree.Command
  private let others: [CommandTree.Command]

  /// Creates the page of a command of a tree.
  init(_ command: CommandTree.Command, of tree: CommandTree) {
    self.command = command
    others = tree.commands.filter { $0.page != command.page }
  }

  /// The page's source text.
  var text: String {
    var lines = [
      ".TH \(command.page.uppercased()) 1 \"\" \"Katydid \(version)\" \"Katydid\"", ".SH NAME",
      "\(ManPage.escaped(command.page)) \\- \(ManPage.escaped(summary))", ".SH SYNOPSIS",
    ]
    lines += synopsis
    if !command.discussion.isEmpty { lines += [".SH DESCRIPTION"] + paragraphs(command.discussion) }
    var section = ""
    for option in command.options {
      if option.section != section {
        section = option.section
        lines.append(".SH \(ManPage.escaped(section.uppercased()))")
      }
      lines += [".TP", heading(of: option), ManPage.line(option.help)]
    }
    if command.words.count == 1 { lines += common }
    lines += [".SH SEE ALSO", others.map { "\\fB\(ManPage.escaped($0.page))\\fR(1)" }.joined(separator: ",\n")]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The summary as whatis(1) has it: no capital, no full stop.
  private var summary: String {
    let text = command.summary.hasSuffix(".") ? command.summary.dropLast() : command.summary[...]
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  private var synopsis: [String] {
    let name = "\\fB\(ManPage.escaped(command.words.joined(separator: " ")))\\fR"
    guard command.words.count > 1 else {
      return ["\(name) [\\fIoptions\\fR] [\\fIUserClass\\fR ...]", ".br", "\(name) \\fIcommand\\fR ..."]
    }
    let arguments = command.options.filter(\.names.isEmpty).map { "[\\fI\(ManPage.escaped($0.value ?? ""))\\fR ...]" }
    return [([name, "[\\fIoptions\\fR]"] + arguments).joined(separator: " ")]
  }

  /// What holds for the load test alone.
  private var common: [String] {
    [".SH COMMANDS"]
      + others.flatMap {
        [".TP", "\\fB\(ManPage.escaped($0.words.joined(separator: " ")))\\fR", ManPage.line($0.summary)]
      } + [
        ".SH EXIT STATUS", ".TP", "\\fB0\\fR", "The test has run and nothing failed.", ".TP", "\\fB1\\fR",
        "A request failed, a task raised, or the test could not run.", ".TP", "\\fB2\\fR",
        "The command line is wrong, or a listener of an event raised.", ".TP", "\\fB3\\fR",
        "A threshold was not kept.", ".SH FILES", ".TP",
        "\\fI~/.locust.conf\\fR, \\fI~/.katydid.conf\\fR, \\fIlocust.conf\\fR, \\fIkatydid.conf\\fR, "
          + "\\fIpyproject.toml\\fR", "Options; the later file wins, and the command line over all.",
      ]
  }

  private func heading(of option: CommandTree.Option) -> String {
    guard !option.names.isEmpty else { return "\\fI\(ManPage.escaped(option.value ?? ""))\\fR" }
    let names = option.names.map { "\\fB\(ManPage.escaped($0))\\fR" }.joined(separator: ", ")
    return names + (option.value.map { " \\fI\(ManPage.escaped($0))\\fR" } ?? "")
  }

  /// A text of several paragraphs; indented lines keep their form.
  private func paragraphs(_ text: String) -> [String] {
    var lines: [String] = []
    var isKept = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let keeps = line.hasPrefix("  ")
      if keeps != isKept { lines.append(keeps ? ".nf" : ".fi") }
      isKept = keeps
      lines.append(line.isEmpty ? ".PP" : ManPage.line(String(line)))
    }
    return isKept ? lines + [".fi"] : lines
  }

  /// A line of text: one that begins with a dot or a quote would be a request.
  private static func line(_ text: String) -> String {
    let text = escaped(text)
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "\n": result += " "
      default: result.append(character)
      }
    }
    return result
  }
}
