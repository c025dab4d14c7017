import Foundation
import Lang
import Lint
import Runtime

/// The commands of the prompt that aren't Python: `%name` and `?name`.
struct Commands {
  let repl: Repl

  /// Whether an input is a command.
  static func isCommand(_ text: String) -> Bool {
    let start = text.drop { $0 == " " }
    return start.hasPrefix("%") || start.hasPrefix("?") || start.hasSuffix("?") && !start.contains("\n")
  }

  private static let help = """
    %load FILE       load a spec            %reload          load it again, keeping variables
    %save FILE       write the session's good lines as a locustfile
    %time CODE       run and say how long   %timeit CODE     the same, many times
    %lint [FILE]     lint the spec          %host [URL]      show or change the client's address
    %headers [N: V]  show, set (or, without a value, remove) a header of the client
    %verbose         show requests and responses as they are on the wire, or stop that
    %history         what was typed         %curl            the last request as a curl command
    %who             the variables          ?name            signature and docstring
    client.get("/x") sends a request; users, start(Class), user.run(Class.task), run(task, n=10), stop(user), stats, reset()
    exit, or Ctrl-D, ends; Ctrl-C interrupts

    """

  /// Runs a command; says whether it did without a fault.
  func run(_ input: String) -> Bool {
    var text = input.trimmingCharacters(in: .whitespaces)
    if text.hasPrefix("?") || text.hasSuffix("?") {
      text = text.trimmingCharacters(in: CharacterSet(charactersIn: "? "))
      return text.isEmpty ? say(Commands.help) : explain(text)
    }
    let word = String(text.dropFirst().prefix { !$0.isWhitespace })
    let rest = text.dropFirst(1 + word.count).trimmingCharacters(in: .whitespaces)
    switch word {
    case "load": return rest.isEmpty ? fault("%load needs a file") : load(rest)
    case "reload":
      guard let file = repl.file else { return fault("no spec is loaded: %load FILE") }
      return load(file)
    case "save": return save(rest)
    case "time", "timeit": return time(rest, isRepeated: word == "timeit")
    case "lint": return lint(rest)
    case "host": return host(rest)
    case "headers": return headers(rest)
    case "verbose":
      repl.isVerbose.toggle()
      return say("verbose is \(repl.isVerbose ? "on" : "off")\n")
    case "history":
      return say(repl.inputs.enumerated().map { "\($0 + 1): \($1.text)\n" }.joined())
    case "curl":
      guard let note = repl.bench.lastRequest, let command = WireLog.curl(note) else {
        return fault("no request was sent yet")
      }
      return say(command + "\n")
    case "who":
      let names = repl.bench.namespace.names.map(\.name).filter { !ReplNames.own.contains($0) && !$0.hasPrefix("_") }
      return say(names.isEmpty ? "no variables\n" : names.joined(separator: "  ") + "\n")
    case "help": return say(Commands.help)
    default: return fault("no command is called %\(word); %help lists them")
    }
  }

  private func say(_ text: String) -> Bool {
    repl.write(text)
    return true
  }

  private func fault(_ text: String) -> Bool {
    repl.complain(text + "\n")
    return false
  }

  private func load(_ path: String) -> Bool {
    do throws(SpecFault) {
      try repl.load(path)
      return true
    } catch { return fault(error.text) }
  }

  /// Writes the inputs that ran as a locustfile with one task.
  private func save(_ path: String) -> Bool {
    guard !path.isEmpty else { return fault("%save needs a file") }
    var imports = ["from locust import HttpUser, between, task"]
    var top: [String] = []
    var body: [String] = []
    for input in repl.inputs where input.isGood {
      let first = input.text.prefix { !$0.isWhitespace }
      if first == "import" || first == "from" {
        if !imports.contains(input.text) { imports.append(input.text) }
      } else if first == "def" || first == "class" || first.hasPrefix("@") {
        top.append(input.text)
      } else {
        body.append(
          input.text.replacingOccurrences(of: #"\bclient\."#, with: "self.client.", options: .regularExpression))
      }
    }
    body = body.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false).map { "        \($0)" } }
    if body.isEmpty { body = ["        pass"] }
    var text = imports.joined(separator: "\n") + "\n\n\n"
    for definition in top { text += definition.trimmingCharacters(in: .newlines) + "\n\n\n" }
    text += "class Session(HttpUser):\n"
    if let host = repl.host { text += "    host = \"\(host)\"\n" }
    text += "    wait_time = between(1, 2)\n\n    @task\n    def session(self):\n" + body.joined(separator: "\n") + "\n"
    do throws(Library.FileFault) { try HostFiles.all.write(path, Array(text.utf8), false) } catch {
      return fault("can't write \(path)")
    }
    return say("\(path) is written\n")
  }

  /// How long `%timeit` repeats, in ns.
  private static let repeatTime: UInt64 = 1_000_000_000

  private func time(_ code: String, isRepeated: Bool) -> Bool {
    guard !code.isEmpty else { return fault("%\(isRepeated ? "timeit" : "time") needs code") }
    let start = EventLoop.now
    var times: [UInt64] = []
    repeat {
      let began = EventLoop.now
      guard repl.evaluate(code) else { return false }
      times.append(EventLoop.now - began)
    } while isRepeated && EventLoop.now - start < Commands.repeatTime && times.count < 1000
    guard isRepeated else { return say("took \(RequestNote.duration(Double(times[0]) / 1e6))\n") }
    times.sort()
    let middle = RequestNote.duration(Double(times[times.count / 2]) / 1e6)
    return say("\(times.count) times: median \(middle), least \(RequestNote.duration(Double(times[0]) / 1e6))\n")
  }

  private func lint(_ path: String) -> Bool {
    guard let path = path.isEmpty ? repl.file : path else { return fault("no spec is loaded: %lint FILE") }
    guard let source = SourceFiles.read(path) else { return fault("can't read \(path)") }
    let findings = Linter(knowledge: Knowledge(load: SpecModules.load)).lint(source)
    return say(
      findings.isEmpty ? "nothing found\n" : OutputFormat.full.render([LintResult(source: source, findings: findings)]))
  }

  private func host(_ url: String) -> Bool {
    guard !url.isEmpty else { return say((repl.host ?? "no host: %host URL") + "\n") }
    do throws(SpecFault) {
      try repl.makeClient(url)
      return say("client is bound to \(url)\n")
    } catch { return fault(error.text) }
  }

  private func headers(_ text: String) -> Bool {
    guard repl.bench.namespace["client"] != nil else { return fault("there is no client: %host URL") }
    if text.isEmpty { return repl.evaluate("for _h in client.headers.items(): print(': '.join(_h))") }
    let name = text.prefix { $0 != ":" }.trimmingCharacters(in: .whitespaces)
    let value = text.dropFirst(text.prefix { $0 != ":" }.count + 1).trimmingCharacters(in: .whitespaces)
    func literal(_ text: String) -> String {
      "'" + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "'", with: "\\'") + "'"
    }
    return repl.evaluate(
      value.isEmpty
        ? "client.headers.pop(\(literal(name)), None) and None"
        : "client.headers[\(literal(name))] = \(literal(value))")
  }

  /// Shows the signature and docstring of what a dotted name stands for.
  private func explain(_ name: String) -> Bool {
    guard let value = Completion(repl: repl).value(of: name) else { return fault("nothing is called '\(name)'") }
    var text = name
    if let signature = Introspection.signature(value) { text += signature.text }
    text += "\n  \(Types.name(value))"
    if let doc = Introspection.doc(value) { text += "\n  " + doc.trimmingCharacters(in: .whitespacesAndNewlines) }
    return say(text + "\n")
  }
}
