/// The frames that an exception has left, innermost first as they are added.
final class Traceback: Payload {
  struct Entry {
    let function: String
    let source: SourceText
    let span: Span
  }

  private(set) var entries: [Entry] = []

  /// Adds a frame to the traceback of an exception.
  static func add(_ exception: Value, _ code: Code, _ span: Span) {
    guard exception.isKind(.instance) else { return }
    let traceback: Traceback
    if let value = Instance.get(exception, .__traceback__), let known = Native.payload(value, as: Traceback.self) {
      traceback = known
    } else {
      traceback = Traceback()
      Instance.set(exception, .__traceback__, Native.make(Types.traceback.takeUnretainedValue(), traceback))
    }
    // An endless recursion's traceback is of use at both ends only.
    if traceback.entries.count < 2000 {
      traceback.entries.append(Entry(function: code.name, source: code.source, span: span))
    }
  }

  /// Where the outermost frame noted so far was left.
  static func lastSpan(of exception: Value) -> Span {
    guard let value = Instance.get(exception, .__traceback__), let known = Native.payload(value, as: Traceback.self),
      let last = known.entries.last
    else { return Span(0, 0) }
    return last.span
  }

  /// The text that CPython prints for an exception: its causes and contexts, its frames, its name and message.
  static func format(_ exception: Value) -> String {
    var text = ""
    if let cause = Instance.get(exception, .__cause__), !cause.isNone {
      text += format(cause)
      text += "\nThe above exception was the direct cause of the following exception:\n\n"
    } else if let context = Instance.get(exception, .__context__), !context.isNone,
      Instance.get(exception, .__suppress_context__)?.isTrue != true
    {
      text += format(context)
      text += "\nDuring handling of the above exception, another exception occurred:\n\n"
    }
    if let value = Instance.get(exception, .__traceback__), let traceback = Native.payload(value, as: Traceback.self) {
      text += "Traceback (most recent call last):\n"
      text += traceback.frames()
    }
    return text + summary(exception) + "\n"
  }

  private func frames() -> String {
    var text = ""
    var previous = ""
    var repeated = 0
    func flush() {
      if repeated > 3 {
        let more = repeated - 3
        text += "  [Previous line repeated \(more) more time\(more == 1 ? "" : "s")]\n"
      }
    }
    for entry in entries.reversed() {
      let lines = Traceback.render(entry)
      if lines == previous {
        repeated += 1
        if repeated >= 3 {
          repeated += repeated == 3 ? 1 : 0
          continue
        }
      } else {
        flush()
        repeated = 0
        previous = lines
      }
      text += lines
    }
    flush()
    return text
  }

  private static func render(_ entry: Entry) -> String {
    let start = entry.source.position(at: Int(entry.span.start))
    var text = "  File \"\(entry.source.name)\", line \(start.line), in \(entry.function)\n"
    let line = entry.source.text(ofLine: start.line)
    let stripped = line.drop { $0 == " " || $0 == "\t" }
    guard !stripped.isEmpty else { return text }
    text += "    \(stripped)\n"
    let indent = line.count - stripped.count
    let end = entry.source.position(at: Int(entry.span.end))
    let stop = end.line == start.line ? end.column : line.count + 1
    let width = max(1, stop - start.column)
    // Carets under a whole line say nothing, so CPython leaves them out.
    if width < stripped.count {
      text += "    " + String(repeating: " ", count: max(0, start.column - 1 - indent))
      text += String(repeating: "^", count: width) + "\n"
    }
    return text
  }

  /// The last line: the exception's name and message.
  static func summary(_ exception: Value) -> String {
    let cls = Types.cls(exception)
    let name = cls.module == "builtins" || cls.module == "__main__" ? cls.name : "\(cls.module).\(cls.name)"
    let saved = Interpreter.Pending()
    defer { _ = saved.resume() }
    do throws(Raised) {
      let text = Str.swift(try Text.str(exception))
      return text.isEmpty ? name : "\(name): \(text)"
    } catch { return "\(name): <exception str() failed>" }
  }
}
