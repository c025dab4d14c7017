import Foundation
import Lang
import Lint
import Runtime
import Swarm

/// The prompt: reads inputs, runs them where requests can be sent, shows what they give.
public final class Repl {
  /// How a prompt is started.
  public struct Options {
    /// A spec to load.
    public var file: String?
    /// The base address of `client`.
    public var host: String?
    /// Where the history is kept; nil for nowhere.
    public var historyPath: String?
    /// Creates options without anything.
    public init() {}
  }

  let bench: Workbench
  var host: String?
  var file: String?
  /// What ran without a fault, for `%save` and `%history`.
  private(set) var inputs: [(text: String, isGood: Bool)] = []
  /// Whether requests and responses are shown as they are on the wire.
  var isVerbose = false
  /// The URLs that were used, for completion.
  private(set) var urls: [String] = []
  /// When the spec's file changed last, in ns.
  var fileTime = 0
  private var isEnding = false
  private var status: Int32 = 0
  private var editor: LineEditor?
  private let isTerminal = isatty(0) == 1 && isatty(1) == 1

  /// The name of the function that shows values; it can't be typed.
  static let display = "<display>"

  /// Makes a prompt.
  public init(_ options: Options) throws(SpecFault) {
    host = options.host
    file = options.file
    bench = try Workbench()
    // Tables and histories are printed by this program and by the spec's code: one buffer keeps them in order.
    Builtins.flush()
    ReplNames.install(in: self)
    bench.isInterrupted = { Interruption.isWaiting }
    bench.onRequest = { [weak self] note in self?.show(note) }
    if let host { try makeClient(host) }
    if let file { try load(file) }
    if isTerminal { editor = LineEditor(historyPath: options.historyPath) }
    LineEditor.complete = { [weak self] line in self.map { Completion(repl: $0).candidates(line) } ?? ("", []) }
    Interruption.listen()
  }

  /// Runs until the end of the input; gives the exit status: that of the last input, or what `exit` asked for.
  public func run() -> Int32 {
    while !isEnding, let input = readInput() { execute(input) }
    Program.flushOutput()
    return status
  }

  // MARK: Reading

  /// The next whole input; nil at the end.
  private func readInput() -> String? {
    reloadIfChanged()
    var text = ""
    while true {
      let prompt = text.isEmpty ? "katydid> " : "    ...> "
      Program.flushOutput()
      switch line(prompt, after: text) {
      case .text(let line):
        text += text.isEmpty ? line : "\n" + line
        if text.allSatisfy({ $0 == " " || $0 == "\t" }) {
          text = ""
          continue
        }
        if Commands.isCommand(text) || !InputReader.isIncomplete(text) {
          editor?.remember(text)
          return text
        }
      case .interrupted: text = ""
      case .end:
        guard !text.isEmpty else { return nil }
        return text
      }
    }
  }

  private func line(_ prompt: String, after text: String) -> LineEditor.Line {
    if let editor { return editor.read(prompt, start: text.isEmpty ? "" : InputReader.indentation(after: text)) }
    guard let line = readLine() else { return .end }
    return .text(line)
  }

  // MARK: Running

  /// Runs one input.
  private func execute(_ input: String) {
    _ = Interruption.take()
    if Commands.isCommand(input) {
      status = Commands(repl: self).run(input) ? 0 : 1
      return
    }
    if ["exit", "quit", "exit()", "quit()"].contains(input.trimmingCharacters(in: .whitespaces)) {
      isEnding = true
      status = 0
      return
    }
    let isGood = evaluate(input)
    status = isEnding ? status : isGood ? 0 : 1
    inputs.append((input, isGood))
  }

  /// Runs a text as an input of its own; says whether it did without a fault.
  func evaluate(_ text: String) -> Bool {
    let source = SourceText(name: "<input \(inputs.count + 1)>", text + "\n")
    let (compiled, faults) = bench.prepare(source, display: Repl.display)
    guard let compiled else {
      for fault in faults { complain(fault.rendered(in: source)) }
      return false
    }
    var isGood = true
    bench.run { [self] in
      do throws(Raised) { try Program.run(compiled) } catch {
        isGood = false
        fail(error)
      }
    }
    _ = Interruption.take()
    Program.flushOutput()
    return isGood
  }

  private func fail(_ error: Raised) {
    let exception = Interpreter.raised
    if Program.isInterrupt(error) || Workbench.isInterruptedWait(exception) {
      complain("interrupted\n")
    } else if let status = Program.exitStatus(error) {
      isEnding = true
      self.status = status
    } else {
      complain(Program.traceback(error))
    }
  }

  /// Shows the value of an expression, as Python's prompt does; responses with all that is known of them.
  func show(_ value: Value) throws(Raised) {
    guard !value.isNone else { return }
    let names = bench.namespace
    names["__"] = names["_"] ?? .none
    names["_"] = value
    if let text = ResponseText.describe(value) {
      write(text)
    } else {
      write(Str.swift(try Text.repr(value)) + "\n")
    }
  }

  private func show(_ note: RequestNote) {
    if !urls.contains(note.url) { urls.append(note.url) }
    if isVerbose { write(WireLog.text(note)) }
    write(note.line + "\n")
  }

  /// Writes to standard output, in order with what the code prints.
  func write(_ text: String) {
    var text = text
    text.withUTF8 { Builtins.output($0) }
  }

  /// Writes to standard error, after what was printed.
  func complain(_ text: String) {
    Program.flushOutput()
    FileHandle.standardError.write(Data(text.utf8))
  }

  // MARK: The spec and the client

  /// Binds `client` to a base address.
  func makeClient(_ host: String) throws(SpecFault) {
    self.host = host
    do throws(Raised) { bench.namespace["client"] = try bench.makeClient(host) } catch {
      throw SpecFault(text: Program.traceback(error))
    }
  }

  /// Loads a spec.
  func load(_ path: String) throws(SpecFault) {
    file = path
    fileTime = changeTime(path)
    let classes = try bench.load(path, host: host)
    if isTerminal { write("\(path): \(classes.joined(separator: ", "))\n") }
  }

  private func changeTime(_ path: String) -> Int {
    do throws(Library.FileFault) { return try HostFiles.all.measure(path).changed } catch { return 0 }
  }

  /// Loads the spec again when its file has changed; variables stay.
  private func reloadIfChanged() {
    guard let file, changeTime(file) != fileTime else { return }
    complain("\(file) has changed: it is loaded again\n")
    do throws(SpecFault) { try load(file) } catch { complain(error.text + "\n") }
  }

  /// What `stats` shows.
  func statistics() -> String {
    var size = winsize()
    let width = ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
    let tables = Tables(bench.statistics, terminalWidth: width)
    return tables.requests(isFinal: true).joined(separator: "\n") + "\n"
  }
}
