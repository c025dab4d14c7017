/// The frames that an exception has left: a chain of objects of kind `.traceback`, the outermost first, as Python
/// code sees it.
enum Traceback {
  /// One frame.
  struct Entry {
    let code: Code
    let span: Span
    /// The frame, where it was noted; unbound elsewhere.
    var frame = Value.unbound

    /// The line where the frame was left, from 1.
    var line: Int { code.source.line(at: Int(span.start)) }
  }

  /// Puts a frame in front of the traceback of an exception.
  static func add(_ exception: Value, _ code: Code, _ span: Span) {
    guard exception.isKind(.instance) else { return }
    let layout = Heap.make(TracebackLayout.self, .traceback, Types.traceback)
    layout.pointee.next = Exceptions.get(exception, .traceback) ?? .none
    layout.pointee.code = Unmanaged.passRetained(code)
    layout.pointee.span = span
    layout.pointee.frame = FrameTracking.isOn ? FrameTracking.frame(for: code) : .unbound
    Exceptions.set(exception, .traceback, Value(Object(OpaquePointer(layout))))
  }

  /// The frames of a traceback (or `None`), outermost first.
  static func entries(of traceback: Value) -> [Entry] {
    var entries: [Entry] = []
    var next = traceback
    while next.isKind(.traceback) {
      let layout = next.object.as(TracebackLayout.self)
      entries.append(
        Entry(
          code: layout.pointee.code.takeUnretainedValue(), span: layout.pointee.span, frame: layout.pointee.frame))
      next = layout.pointee.next
    }
    return entries
  }

  /// Where the outermost frame noted so far was left.
  static func lastSpan(of exception: Value) -> Span {
    guard let traceback = Exceptions.get(exception, .traceback), traceback.isKind(.traceback) else {
      return Span(0, 0)
    }
    return traceback.object.as(TracebackLayout.self).pointee.span
  }

  /// The text that CPython prints for an exception: its causes and contexts, its frames, its name and message.
  ///
  /// - Parameter suggesting: whether names that may have been meant are told, as for an exception that nobody caught.
  static func format(_ exception: Value, suggesting: Bool = false) -> String {
    // The chain may be long, and lead back to an exception that was printed already.
    var parts: [String] = []
    var seen: Set<UInt64> = []
    var next = exception
    while true {
      seen.insert(next.bits)
      parts.append(formatAlone(next, suggesting))
      if let cause = Exceptions.get(next, .cause), !cause.isNone {
        if seen.contains(cause.bits) { break }
        parts.append("\nThe above exception was the direct cause of the following exception:\n\n")
        next = cause
      } else if let context = Exceptions.get(next, .context), !context.isNone,
        Exceptions.get(next, .suppressContext)?.isTrue != true
      {
        if seen.contains(context.bits) { break }
        parts.append("\nDuring handling of the above exception, another exception occurred:\n\n")
        next = context
      } else {
        break
      }
    }
    return parts.reversed().joined()
  }

  /// The frames that an exception has left; empty when it left none.
  static func frames(of exception: Value) -> String {
    guard let traceback = Exceptions.get(exception, .traceback), traceback.isKind(.traceback) else { return "" }
    return format(entries(of: traceback))
  }

  private static func formatAlone(_ exception: Value, _ suggesting: Bool) -> String {
    var text = ""
    if let traceback = Exceptions.get(exception, .traceback), traceback.isKind(.traceback) {
      let shown = entries(of: traceback).suffix(limit)
      if !shown.isEmpty {
        text += "Traceback (most recent call last):\n" + format(Array(shown), isUncaught: suggesting)
      }
    }
    let suggestion = suggesting ? Suggestions.text(for: exception) : ""
    return text + syntaxPlace(exception) + summary(exception) + suggestion + "\n" + notes(exception)
  }

  /// How many frames are shown: as many as `sys.tracebacklimit` says, if it says that.
  private static var limit: Int {
    guard let limit = Library.global("sys", "tracebacklimit").flatMap({ Integer.int($0) }) else { return .max }
    return max(0, limit)
  }

  /// The lines about the text that a `SyntaxError` is about; empty for other exceptions.
  static func syntaxPlace(_ exception: Value) -> String {
    func field(_ name: String) -> Value? { Instance.get(exception, Symbol(name)).flatMap { $0.isNone ? nil : $0 } }
    guard Exceptions.isA(exception, .syntaxError), let line = field("lineno").flatMap({ Integer.int($0) }) else {
      return ""
    }
    let file = field("filename").flatMap { $0.isKind(.str) ? Str.swift($0) : nil } ?? "<string>"
    var out = "  File \"\(file)\", line \(line)\n"
    guard let source = field("text"), source.isKind(.str) else { return out }
    var text = Array(Str.swift(source).unicodeScalars)
    while text.last == "\n" { text.removeLast() }
    let indent = text.prefix { $0 == " " || $0 == "\t" || $0 == "\u{C}" || $0 == "\n" }.count
    text.removeFirst(indent)
    func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return String(view)
    }
    out += "    \(string(text))\n"
    guard let offset = field("offset").flatMap({ Integer.int($0) }), offset > indent else { return out }
    var end = field("end_offset").flatMap { Integer.int($0) } ?? 0
    if end == 0 || end == -1 || end == offset { end = offset + 1 }
    let first = offset - 1 - indent
    let lead = text.prefix(first).map { $0.properties.isWhitespace ? $0 : " " as Unicode.Scalar }
    let carets = String(repeating: "^", count: max(0, min(end - offset, text.count + 1)))
    return out + "    \(string(lead))\(carets)\n"
  }

  /// The lines of frames, runs of the same line shortened.
  static func format(_ entries: [Entry], isUncaught: Bool = false) -> String {
    var text = ""
    var repeated = 0
    func flush() {
      if repeated > 3 {
        let more = repeated - 3
        text += "  [Previous line repeated \(more) more time\(more == 1 ? "" : "s")]\n"
      }
    }
    for (index, entry) in entries.enumerated() {
      let isSame =
        index > 0 && entries[index - 1].code === entry.code && entries[index - 1].line == entry.line
      if !isSame {
        flush()
        repeated = 0
      }
      repeated += 1
      if repeated <= 3 { text += render(entry, isUncaught) }
    }
    flush()
    return text
  }

  private static func render(_ entry: Entry, _ isUncaught: Bool) -> String {
    let source = entry.code.source
    let start = source.position(at: Int(entry.span.start))
    let text = "  File \"\(source.name)\", line \(start.line), in \(entry.code.name)\n"
    // A text without a file (`<string>`) has no lines to show, but for what was typed at the prompt.
    guard !source.name.hasPrefix("<") || source.name.hasPrefix("<input ") else { return text }
    let line = Array(source.text(ofLine: start.line).unicodeScalars)
    let indent = line.prefix { $0 == " " || $0 == "\t" || $0 == "\u{C}" }.count
    guard indent < line.count else { return text }
    var shown = line[indent...]
    // Module traceback takes away what is blank at the end, too, and counts it as if it had stood in front.
    while !isUncaught, shown.last?.properties.isWhitespace == true { shown.removeLast() }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: shown)
    let taken = line.count - shown.count
    return text + "    \(String(view))\n" + carets(entry, line, taken, start.column - 1, isUncaught)
  }

  /// The line of carets under the part of a line that an entry is about; empty where it is the whole line, of which so
  /// much was taken away.
  ///
  /// Within a binary operation or a subscript the operator is marked by carets, its operands by tildes.
  private static func carets(
    _ entry: Entry, _ line: [Unicode.Scalar], _ taken: Int, _ start: Int, _ isUncaught: Bool
  ) -> String {
    let source = entry.code.source
    let end = source.position(at: Int(entry.span.end))
    let isOneLine = end.line == source.line(at: Int(entry.span.start))
    let stop = isOneLine ? end.column - 1 : (line.lastIndex { !$0.properties.isWhitespace } ?? 0) + 1
    let marked = isOneLine ? Anchors.find(source, entry.span, isUncaught) : nil
    if marked == nil && stop - start == line.count - taken { return "" }
    var text = "    " + String(repeating: " ", count: max(0, start - taken))
    for column in start..<max(start, stop) {
      guard let marked else {
        text += "^"
        continue
      }
      text += marked.contains(column - start) ? "^" : "~"
    }
    return text + "\n"
  }

  /// The last line: the exception's name and message.
  static func summary(_ exception: Value) -> String {
    let cls = Types.cls(exception)
    let isPlain = cls.module == "builtins" || cls.module == "__main__"
    let name = isPlain ? cls.qualifiedName : "\(cls.module).\(cls.qualifiedName)"
    let saved = Interpreter.Pending()
    defer { _ = saved.resume() }
    do throws(Raised) {
      var shown = try Text.str(exception)
      if Exceptions.isA(exception, .syntaxError), let line = Instance.get(exception, Symbol("lineno")), !line.isNone {
        // Where it is stands above already.
        shown = try Text.str(Instance.get(exception, .msg) ?? .none)
      }
      let text = Str.swift(shown)
      return text.isEmpty ? name : "\(name): \(text)"
    } catch { return "\(name): <exception str() failed>" }
  }

  /// The lines of an exception's notes (PEP 678).
  private static func notes(_ exception: Value) -> String {
    guard let notes = Instance.get(exception, .__notes__) else { return "" }
    let saved = Interpreter.Pending()
    defer { _ = saved.resume() }
    do throws(Raised) {
      guard notes.isKind(.list) || notes.isKind(.tuple) else {
        return Str.swift(try Text.repr(notes)) + "\n"
      }
      var text = ""
      try Iteration.forEach(notes) { (note) throws(Raised) in
        text += Str.swift(note.isKind(.str) ? note : try Text.str(note)) + "\n"
      }
      return text
    } catch { return "<__notes__ str() failed>\n" }
  }
}

/// Which part of an expression a traceback marks: the operator of a binary operation, the brackets of a subscript.
enum Anchors {
  /// The columns, from the expression's start, of what is to be marked; nil where all of it is.
  ///
  /// - Parameter isUncaught: whether the interpreter itself shows the exception, which marks all of a long operator after
  ///   a parenthesis; `traceback` marks as much as it saw at the parenthesis.
  static func find(_ source: SourceText, _ span: Span, _ isUncaught: Bool) -> Swift.Range<Int>? {
    let text = SourceText(
      name: "", bytes: Array(source.bytes[Int(span.start)..<min(Int(span.end), source.bytes.count)]))
    let (module, faults) = Program.onLargeStack { Parser.parse(text) }
    guard faults.isEmpty, module.body.count == 1, case .expr(let expression) = module.body[0].kind else { return nil }
    let bytes = text.bytes
    func column(_ offset: Int) -> Int { text.position(at: offset).column - 1 }
    func next(_ byte: UInt8, from offset: Int) -> Int {
      var offset = offset
      while offset < bytes.count, bytes[offset] != byte { offset += 1 }
      return offset
    }
    switch expression.kind {
    case .binOp(let left, _, let right):
      let end = Int(right.span.start)
      var low = Int(left.span.end)
      func isWide(_ offset: Int) -> Bool { offset + 1 < end && !isBlank(bytes[offset + 1]) }
      while low < end, isBlank(bytes[low]) { low += 1 }
      let seen = isWide(low)
      while low < end, isBlank(bytes[low]) || bytes[low] == UInt8(ascii: ")") { low += 1 }
      return column(low)..<column(low + ((isUncaught ? isWide(low) : seen) ? 2 : 1))
    case .subscript(let value, let index):
      let low = next(UInt8(ascii: "["), from: Int(value.span.end))
      let high = next(UInt8(ascii: "]"), from: Int(index.span.end) + 1)
      return column(low)..<column(min(high + 1, bytes.count))
    default: return nil
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 12 }
}
