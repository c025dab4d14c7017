/// The part of Python's `csv` that reads and writes rows; dialects and the classes with dicts are in Python.
enum CSVModule {
  /// The rules of a dialect, checked by the Python part.
  struct Rules {
    var delimiter: UInt32
    var quote: UInt32?
    var escape: UInt32?
    var doublesQuotes: Bool
    var skipsInitialSpace: Bool
    var terminator: Value
    /// 0 minimal, 1 all, 2 non-numeric, 3 none.
    var quoting: Int
    var isStrict: Bool

    /// Takes the rules from a tuple in the order of the fields.
    init(_ tuple: Value) {
      let parts = Tuple.items(tuple)
      func character(_ value: Value) -> UInt32? { value.isKind(.str) ? Str.scalars(value).first : nil }
      delimiter = character(parts[0]) ?? 44
      quote = character(parts[1])
      escape = character(parts[2])
      doublesQuotes = parts[3].isTrue
      skipsInitialSpace = parts[4].isTrue
      terminator = parts[5]
      quoting = Integer.int(parts[6]) ?? 0
      isStrict = parts[7].isTrue
    }
  }

  nonisolated(unsafe) static var errorClass: Class! = nil
  /// The most characters that a field may have.
  nonisolated(unsafe) static var fieldLimit = 131_072

  static func build(_ module: Namespace) throws(Raised) {
    errorClass = Types.define(
      "Error", module: "_csv", kind: .instance, bases: [ExceptionKind.exception.cls], hasAttributes: true)
    module["Error"] = errorClass.value
    let reader = Iterators.define("reader", module: "_csv")
    reader.property(
      "line_num",
      get: { (value) throws(Raised) -> Value in
        Integer.make(Native.payload(value, as: CSVReader.self)?.lineNumber ?? 0)
      })
    reader.property(
      "dialect",
      get: { (value) throws(Raised) -> Value in Native.payload(value, as: CSVReader.self)?.dialect ?? .none })
    module["_reader_class"] = reader.value
    module.function("_make_reader", "lines, dialect, rules") { (a) throws(Raised) -> Value in
      Native.make(reader, CSVReader(try Iteration.iterator(a[0]), a[1], Rules(a[2])))
    }
    module.function("_format_row", "row, rules") { (a) throws(Raised) -> Value in
      guard try Iteration.isIterable(a[0]) else {
        throw raise(errorClass, "iterable expected, not \(Types.name(a[0]))")
      }
      return try CSVWriter.format(try Iteration.list(a[0]), Rules(a[1]))
    }
    module.function("field_size_limit", "new_limit=None, /") { (a) throws(Raised) -> Value in
      let old = fieldLimit
      if let limit = a.optional(0) {
        guard Integer.isInteger(limit) else { throw raise(.typeError, "limit must be an integer") }
        fieldLimit = try Operations.index(limit)
      }
      return Integer.make(old)
    }
    try PythonSources.run("csv", in: module)
  }
}

/// Reads rows from an iterator of lines, by the same states as CPython's reader.
final class CSVReader: IteratorPayload {
  private enum State {
    case startRecord, startField, escaped, inField, inQuoted, escapedInQuoted, quoteInQuoted, atEnd, afterEscapedEnd
  }

  private let lines: Value
  let dialect: Value
  private let rules: CSVModule.Rules
  private(set) var lineNumber = 0
  private var state = State.startRecord
  private var field: [UInt8] = []
  private var fieldLength = 0
  private var isNumeric = false
  private var fields = Value.unbound

  init(_ lines: Value, _ dialect: Value, _ rules: CSVModule.Rules) {
    self.lines = lines
    self.dialect = dialect
    self.rules = rules
  }

  override func trace() {
    Heap.mark(lines)
    Heap.mark(dialect)
    Heap.mark(fields)
  }

  override func next() throws(Raised) -> Value? {
    fields = List.make()
    field.removeAll(keepingCapacity: true)
    fieldLength = 0
    state = .startRecord
    isNumeric = false
    repeat {
      guard let line = try Iteration.next(lines) else {
        if fieldLength > 0 || state == .inQuoted {
          if rules.isStrict { throw raise(CSVModule.errorClass, "unexpected end of data") }
          try save()
          break
        }
        if state == .startRecord && List.count(fields) == 0 { return nil }
        break
      }
      guard line.isKind(.str) else {
        throw raise(
          CSVModule.errorClass,
          "iterator should return strings, not \(Types.name(line)) (the file should be opened in text mode)")
      }
      lineNumber += 1
      let text = Str.bytes(line)
      var index = 0
      while index < text.count { try process(Str.nextScalar(text, &index)) }
      Function.keepAlive(line)
      try process(nil)
    } while state != .startRecord
    let row = fields
    fields = .unbound
    return row
  }

  private func save() throws(Raised) {
    let text = Str.make(field)
    field.removeAll(keepingCapacity: true)
    fieldLength = 0
    if isNumeric {
      isNumeric = false
      List.append(fields, try Call.call(Types.float.takeUnretainedValue().value, text))
    } else {
      List.append(fields, text)
    }
  }

  private func add(_ character: UInt32) throws(Raised) {
    if fieldLength >= CSVModule.fieldLimit {
      throw raise(CSVModule.errorClass, "field larger than field limit (\(CSVModule.fieldLimit))")
    }
    Str.append(character, to: &field)
    fieldLength += 1
  }

  /// Takes a character, or nil for the end of a line.
  private func process(_ given: UInt32?) throws(Raised) {
    let isEnd = given == nil || given == 10 || given == 13
    let character = given ?? 0
    switch state {
    case .startRecord:
      if given == nil { return }
      if isEnd {
        state = .atEnd
        return
      }
      state = .startField
      try startField(given, isEnd)
    case .startField: try startField(given, isEnd)
    case .escaped:
      if isEnd && given != nil {
        try add(character)
        state = .afterEscapedEnd
      } else {
        try add(given ?? 10)
        state = .inField
      }
    case .afterEscapedEnd:
      if given == nil { return }
      try inField(given, isEnd)
    case .inField: try inField(given, isEnd)
    case .inQuoted:
      if given == nil {
        return
      } else if character == rules.escape {
        state = .escapedInQuoted
      } else if character == rules.quote && rules.quoting != 3 {
        state = rules.doublesQuotes ? .quoteInQuoted : .inField
      } else {
        try add(character)
      }
    case .escapedInQuoted:
      try add(given ?? 10)
      state = .inQuoted
    case .quoteInQuoted:
      if rules.quoting != 3 && given != nil && character == rules.quote {
        try add(character)
        state = .inQuoted
      } else if given != nil && character == rules.delimiter {
        try save()
        state = .startField
      } else if isEnd {
        try save()
        state = given == nil ? .startRecord : .atEnd
      } else if !rules.isStrict {
        try add(character)
        state = .inField
      } else {
        var expected: [UInt8] = []
        Str.append(rules.delimiter, to: &expected)
        expected += Array("' expected after '".utf8)
        Str.append(rules.quote ?? 34, to: &expected)
        throw raise(CSVModule.errorClass, "'\(String(decoding: expected, as: UTF8.self))'")
      }
    case .atEnd:
      if given == nil {
        state = .startRecord
      } else if !isEnd {
        throw raise(
          CSVModule.errorClass,
          "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?")
      }
    }
  }

  private func startField(_ given: UInt32?, _ isEnd: Bool) throws(Raised) {
    let character = given ?? 0
    if isEnd {
      try save()
      state = given == nil ? .startRecord : .atEnd
    } else if character == rules.quote && rules.quoting != 3 {
      state = .inQuoted
    } else if character == rules.escape {
      state = .escaped
    } else if character == 32 && rules.skipsInitialSpace {
      return
    } else if character == rules.delimiter {
      try save()
    } else {
      if rules.quoting == 2 { isNumeric = true }
      try add(character)
      state = .inField
    }
  }

  private func inField(_ given: UInt32?, _ isEnd: Bool) throws(Raised) {
    let character = given ?? 0
    if isEnd {
      try save()
      state = given == nil ? .startRecord : .atEnd
    } else if character == rules.escape {
      state = .escaped
    } else if character == rules.delimiter {
      try save()
      state = .startField
    } else {
      try add(character)
    }
  }
}

/// Writes rows.
enum CSVWriter {
  /// A row with its line end.
  static func format(_ row: Value, _ rules: CSVModule.Rules) throws(Raised) -> Value {
    var out: [UInt8] = []
    let count = List.count(row)
    for index in 0..<count {
      let item = List.item(row, index)
      if index > 0 { Str.append(rules.delimiter, to: &out) }
      let isNumber = item.isFloat || Integer.isInteger(item)
      let text = item.isKind(.str) ? item : item.isNone ? Str.empty : try Text.str(item)
      var isQuoted = rules.quoting == 1 || rules.quoting == 2 && !isNumber
      if rules.quoting == 0 && count == 1 && Str.length(text) == 0 { isQuoted = true }
      if rules.quoting == 3 && count == 1 && Str.length(text) == 0 {
        throw raise(CSVModule.errorClass, "single empty field record must be quoted")
      }
      try append(text, isQuoted, rules, &out)
    }
    out.append(contentsOf: Str.bytes(rules.terminator))
    return Str.make(out)
  }

  private static func append(
    _ text: Value, _ quoted: Bool, _ rules: CSVModule.Rules, _ out: inout [UInt8]
  ) throws(Raised) {
    var isQuoted = quoted
    var body: [UInt8] = []
    let terminator = Set(Str.scalars(rules.terminator))
    for scalar in Str.scalars(text) {
      if scalar == rules.delimiter || scalar == rules.escape || scalar == rules.quote || terminator.contains(scalar) {
        var wantsEscape = rules.quoting == 3
        if scalar == rules.quote && rules.quoting != 3 {
          if rules.doublesQuotes {
            Str.append(scalar, to: &body)
          } else {
            wantsEscape = true
          }
        } else if scalar == rules.escape {
          wantsEscape = true
        }
        if wantsEscape {
          guard let escape = rules.escape else {
            throw raise(CSVModule.errorClass, "need to escape, but no escapechar set")
          }
          Str.append(escape, to: &body)
        } else if !(scalar == rules.quote && !rules.doublesQuotes) {
          isQuoted = true
        }
      }
      Str.append(scalar, to: &body)
    }
    if isQuoted, let quote = rules.quote {
      Str.append(quote, to: &out)
      out += body
      Str.append(quote, to: &out)
    } else {
      out += body
    }
  }
}
