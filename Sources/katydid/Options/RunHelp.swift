import Swarm

/// The text of `katydid --help`.
enum RunHelp {
  /// Where the explanations begin.
  private static let indent = 30
  private static let width = 80

  /// An option as the help shows it.
  struct Line {
    /// Its names and what follows them.
    let names: String
    /// What it does.
    let text: String
  }

  /// The whole text, without a final newline.
  ///
  /// - Parameters:
  ///   - custom: the options that the locustfile adds.
  ///   - commands: the other commands and what they do.
  static func text(custom: [Line], commands: [Line]) -> String {
    var lines = ["Usage: katydid [options] [UserClass ...]", "       katydid COMMAND ..."]
    for group in RunOption.Group.allCases {
      lines += ["", "\(group.rawValue):"]
      for option in RunOption.all where option.group == group { lines += rendered(line(of: option)) }
    }
    if !custom.isEmpty {
      lines += ["", "Options of the locustfile:"]
      for line in custom { lines += rendered(line) }
    }
    lines += ["", "User classes:"]
    lines += rendered(
      Line(names: "UserClass", text: "The classes to run; without any, all. --list names them. [LOCUST_USER_CLASSES]"))
    lines += ["", "Other commands:"]
    for command in commands { lines += rendered(command) }
    lines += [
      "", "Examples:", "  katydid -f my_test.py -H https://www.example.com --headless -u 100 -t 20m",
      "  katydid --headless -u 100 -r 10 -t 50 --html \"report_{u}_{r}_{t}.html\" Visitor", "",
    ]
    lines += wrapped(
      """
      Options also come from the variables in brackets (KATYDID_ may stand for LOCUST_) and from ~/.locust.conf, \
      ~/.katydid.conf, locust.conf, katydid.conf and pyproject.toml ([tool.locust], [tool.katydid]); \
      docs/command-line.md tells more.
      """, to: width)
    return lines.joined(separator: "\n")
  }

  private static func line(of option: RunOption) -> Line {
    let names = (option.short.map { [$0] } ?? []) + [option.name]
    let value = option.isFlag ? "" : option.takesWords ? " <\(option.placeholder) ...>" : " <\(option.placeholder)>"
    let variable = option.variable.map { " [\($0)]" } ?? ""
    return Line(names: names.joined(separator: ", ") + value, text: option.help + variable)
  }

  private static func rendered(_ line: Line) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let names = "  " + line.names
    var texts = wrapped(line.text, to: width - indent)
    guard names.count < indent - 1, !texts.isEmpty else { return [names] + texts.map { margin + $0 } }
    let first = names + String(repeating: " ", count: indent - names.count) + texts.removeFirst()
    return [first] + texts.map { margin + $0 }
  }

  private static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
