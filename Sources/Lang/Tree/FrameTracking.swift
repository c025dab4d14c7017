import Coroutine

/// Whether code notes its frames, so that a program can look at who calls whom.
///
/// Noting them would make every call of every program dearer. So the text of a program and of the files that it imports is
/// searched for the names that look at frames before any of it is lowered; only where there is one do they note theirs.
public enum FrameTracking {
  /// Whether code that is lowered from now on notes its frames.
  nonisolated(unsafe) public private(set) static var isOn = false
  /// The frame that an exception has left, until the traceback has its entry.
  nonisolated(unsafe) static var left = Value.unbound
  /// The modules that have been searched.
  private nonisolated(unsafe) static var searched: Set<String> = []

  /// What a text has in it that looks at frames.
  private static let words = [
    "_getframe", "currentframe", "stack_info", "stacklevel", "print_stack", "format_stack", "extract_stack",
    "walk_stack", "getouterframes", "f_back", "f_locals", "tb_frame", "warnings.warn", "warnings import",
  ]

  /// Has all code from now on note its frames: for a prompt, whose texts come one by one.
  public static func turnOn() {
    guard !isOn else { return }
    isOn = true
    Heap.addRootProvider { Heap.mark(left) }
  }

  /// Searches a text that is about to be lowered, and those of the files that it imports.
  static func consider(_ source: SourceText, module: String, _ importer: Importer) {
    guard !isOn, !source.isOwn else { return }
    // `stack` alone is a word like any other.
    if words.contains(where: { has(source.bytes, $0) }) || has(source.bytes, "inspect") && has(source.bytes, "stack") {
      return turnOn()
    }
    for name in imports(of: source, module) where searched.insert(name).inserted && !Library.has(name) {
      guard let imported = importer.source(of: name) else { continue }
      consider(imported, module: name, importer)
    }
  }

  private static func has(_ bytes: [UInt8], _ word: String) -> Bool {
    var word = word
    return bytes.withUnsafeBufferPointer { text in word.withUTF8 { Text.find(text, $0, from: 0) != nil } }
  }

  /// The names that a text's `import` statements may mean by files; some may be no modules.
  static func imports(of source: SourceText, _ module: String) -> [String] {
    var names: [String] = []
    var isOpen: String?
    for number in 1...source.lineCount {
      // Most lines begin with neither word, and a text may be long.
      let first = source.bytes[source.range(ofLine: number)].first { $0 != 32 && $0 != 9 }
      guard isOpen != nil || first == UInt8(ascii: "i") || first == UInt8(ascii: "f") else { continue }
      let line = source.text(ofLine: number).drop { $0 == " " || $0 == "\t" }
      if let base = isOpen {
        names += parts(line).map { base + "." + $0 }
        if line.contains(")") { isOpen = nil }
      } else if line.hasPrefix("import ") {
        names += parts(line.dropFirst(7))
      } else if line.hasPrefix("from "), let (head, rest) = halves(line) {
        let base = absolute(String(head.dropFirst(5)), in: module)
        names.append(base)
        names += parts(rest).map { base + "." + $0 }
        if rest.contains("("), !rest.contains(")") { isOpen = base }
      }
    }
    // Packages come before the modules in them.
    return names.filter { !$0.hasPrefix(".") }.flatMap { name in
      name.indices.filter { name[$0] == "." }.map { String(name[..<$0]) } + [name]
    }
  }

  /// What stands before and behind the first ` import ` of a line. By hand: the library's own search has types made, for
  /// which all conformances are searched.
  private static func halves(_ line: Substring) -> (Substring, Substring)? {
    var rest = line
    while let space = rest.firstIndex(of: " ") {
      rest = rest[space...]
      if rest.hasPrefix(" import ") { return (line[..<space], rest.dropFirst(8)) }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// The names in a list of names, what follows `as` left out.
  private static func parts(_ list: Substring) -> [String] {
    list.split { $0 == "," || $0 == ";" || $0 == "(" || $0 == ")" }.compactMap { part in
      part.split { $0 == " " || $0 == "\t" }.first.map(String.init)
    }
  }

  /// The dotted name of a module given relatively to the one that imports it.
  private static func absolute(_ name: String, in module: String) -> String {
    let name = name.filter { $0 != " " }
    let level = name.prefix { $0 == "." }.count
    if level == 0 { return name }
    // Whether the module is a package isn't known here: both meanings are looked for.
    let package = module.split(separator: ".").dropLast(level).joined(separator: ".")
    let rest = String(name.dropFirst(level))
    return package.isEmpty ? rest : rest.isEmpty ? package : package + "." + rest
  }

  /// The frame object of a traceback's new entry; unbound where none was noted.
  static func frame(for code: Code) -> Value {
    for candidate in [left, Value(bits: Coroutine.current.frame)] where candidate.bits != 0 && !candidate.isUnbound {
      guard let frame = CodeObject.activeFrame(candidate), frame.code === code else { continue }
      frame.isShown = true
      left = .unbound
      return candidate
    }
    left = .unbound
    return .unbound
  }

  /// The frame that runs, or the one so many calls further out; raises what `sys._getframe` raises.
  static func frame(depth: Int) throws(Raised) -> Value {
    guard isOn else {
      throw raise(
        .runtimeError,
        "frames can't be looked at here: they are only noted in programs whose text names sys._getframe, "
          + "inspect, stack_info, stacklevel or traceback's functions of stacks")
    }
    var value = Coroutine.current.frame == 0 ? Value.none : Value(bits: Coroutine.current.frame)
    var left = max(0, depth)
    while let frame = CodeObject.activeFrame(value) {
      if left == 0 {
        frame.isShown = true
        return value
      }
      left -= 1
      value = frame.previous
    }
    throw raise(.valueError, "call stack is not deep enough")
  }
}
