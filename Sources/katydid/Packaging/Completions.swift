/// Scripts that let shells complete commands, options and values.
enum Completions {
  /// The shells that there are scripts for.
  enum Shell: String, CaseIterable {
    case bash, zsh, fish
  }

  /// The script of a shell.
  static func script(for shell: Shell, _ tree: CommandTree) -> String {
    switch shell {
    case .bash: bash(tree)
    case .zsh: zsh(tree)
    case .fish: fish(tree)
    }
  }

  // MARK: bash

  private static func bash(_ tree: CommandTree) -> String {
    let subcommands = tree.commands.dropFirst()
    var lines = [
      "# Completion of katydid for bash, to be sourced.", "_katydid() {",
      "  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= options= index",
      "  for ((index = 1; index < COMP_CWORD; index++)); do",
      "    case ${COMP_WORDS[index]} in", "      -*) ;;",
      "      \(subcommands.map(name).unique.joined(separator: "|"))) command=${COMP_WORDS[index]}; break ;;",
      "      *) break ;;", "    esac", "  done", "  case \"$command:$previous\" in",
    ]
    for command in tree.commands {
      for option in command.options where option.value != nil && !option.names.isEmpty {
        let patterns = option.names.map { "\(name(command)):\($0)" }.joined(separator: "|")
        if !option.choices.isEmpty {
          lines.append(
            "    \(patterns)) COMPREPLY=($(compgen -W '\(option.choices.joined(separator: " "))' -- \"$word\")); return ;;"
          )
        } else if option.takesPath {
          lines.append("    \(patterns)) compopt -o filenames; COMPREPLY=($(compgen -f -- \"$word\")); return ;;")
        } else {
          lines.append("    \(patterns)) return ;;")
        }
      }
    }
    lines += ["  esac", "  case \"$command\" in"]
    for command in tree.commands {
      let words = command.options.flatMap(\.names).joined(separator: " ")
      lines.append("    \(name(command).isEmpty ? "''" : name(command))) options='\(words)' ;;")
    }
    lines += [
      "  esac", "  if [[ $word == -* ]]; then", "    COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))",
      "  elif [[ -z $command && $COMP_CWORD == 1 ]]; then",
      "    COMPREPLY=($(compgen -W '\(subcommands.map(name).unique.joined(separator: " "))' -- \"$word\"))",
      "  else", "    compopt -o filenames; COMPREPLY=($(compgen -f -- \"$word\"))", "  fi", "}",
      "complete -F _katydid katydid",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: zsh

  private static func zsh(_ tree: CommandTree) -> String {
    var lines = ["#compdef katydid", "# Completion of katydid for zsh.", "_katydid() {", "  local -a commands"]
    lines.append("  commands=(")
    for command in tree.commands.dropFirst() where command.words.count == 2 {
      lines.append("    '\(quoted(name(command))):\(quoted(command.summary))'")
    }
    lines += ["  )", "  case ${words[2]} in"]
    for command in tree.commands.dropFirst() where command.words.count == 2 {
      lines.append("    \(name(command))) shift words; ((CURRENT--)); _arguments \\")
      lines += arguments(of: command, indent: "      ")
      lines.append("      '*:file:_files' ;;")
    }
    lines.append("    *) ((CURRENT == 2)) && _describe command commands")
    lines.append("      _arguments \\")
    lines += arguments(of: tree.commands[0], indent: "        ")
    lines += ["        '*:user class:' ;;", "  esac", "}", "_katydid \"$@\""]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func arguments(of command: CommandTree.Command, indent: String) -> [String] {
    command.options.flatMap { option in
      option.names.map { name in
        let help = quoted(option.help).replacing("[", with: "\\[").replacing("]", with: "\\]").replacing(
          ":", with: "\\:")
        var value = ""
        if let word = option.value {
          let choices = option.choices.joined(separator: " ")
          value = ":\(quoted(word)):" + (option.takesPath ? "_files" : choices.isEmpty ? "" : "(\(quoted(choices)))")
        }
        return "\(indent)'\(name)[\(help)]\(value)' \\"
      }
    }
  }

  // MARK: fish

  private static func fish(_ tree: CommandTree) -> String {
    let names = tree.commands.dropFirst().map(name).unique.joined(separator: " ")
    var lines = ["# Completion of katydid for fish.", "set -l commands \(names)"]
    for command in tree.commands.dropFirst() where command.words.count == 2 {
      lines.append(
        "complete -c katydid -n 'not __fish_seen_subcommand_from $commands' -f -a \(name(command)) -d "
          + "'\(quotedForFish(command.summary))'")
    }
    for command in tree.commands where command.words.count < 3 {
      let isRun = command.words.count == 1
      let condition =
        isRun ? "not __fish_seen_subcommand_from \(names)" : "__fish_seen_subcommand_from \(name(command))"
      for option in command.options where !option.names.isEmpty {
        var line = "complete -c katydid -n '\(condition)'"
        for name in option.names {
          line += name.hasPrefix("--") ? " -l \(name.dropFirst(2))" : " -s \(name.dropFirst())"
        }
        if option.value != nil { line += option.takesPath ? " -r" : " -x" }
        if !option.choices.isEmpty { line += " -a '\(option.choices.joined(separator: " "))'" }
        lines.append(line + " -d '\(quotedForFish(option.help))'")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Texts

  private static func name(_ command: CommandTree.Command) -> String {
    command.words.count > 1 ? command.words[1] : ""
  }

  /// A text within single quotes of a shell.
  private static func quoted(_ text: String) -> String {
    text.replacing("\n", with: " ").replacing("'", with: "'\\''")
  }

  private static func quotedForFish(_ text: String) -> String {
    text.replacing("\n", with: " ").replacing("\\", with: "\\\\").replacing("'", with: "\\'")
  }
}

extension Array where Element: Hashable {
  /// The elements without repetitions, in their order.
  fileprivate var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
