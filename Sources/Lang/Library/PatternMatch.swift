/// One match: the state of `re.Match`.
final class PatternMatch: Payload {
  let patternValue: Value
  let pattern: CompiledPattern
  let subject: Value
  /// A copy of the byte offsets of all groups.
  private let offsets: UnsafeMutablePointer<Int>
  let start: Int
  let end: Int

  nonisolated(unsafe) private static var cls: Class! = nil

  private init(
    _ patternValue: Value, _ pattern: CompiledPattern, _ subject: Value, _ offsets: CompiledPattern.Offsets,
    _ start: Int, _ end: Int
  ) {
    self.patternValue = patternValue
    self.pattern = pattern
    self.subject = subject
    self.offsets = TablePool.take(pattern.offsetCount)
    self.offsets.update(from: offsets, count: pattern.offsetCount)
    self.start = start
    self.end = end
  }

  deinit { TablePool.give(offsets, pattern.offsetCount) }

  override func trace() {
    Heap.mark(patternValue)
    Heap.mark(subject)
  }

  /// A match as a Python value.
  static func make(
    _ patternValue: Value, _ pattern: CompiledPattern, _ subject: Value, _ offsets: CompiledPattern.Offsets,
    _ start: Int, _ end: Int
  ) -> Value {
    Native.make(cls, PatternMatch(patternValue, pattern, subject, offsets, start, end))
  }

  /// The text of a group, or `otherwise` where it took no part.
  func group(_ number: Int, else otherwise: Value = .none) -> Value {
    let begin = offsets[number * 2]
    return begin < 0 ? otherwise : CompiledPattern.part(subject, begin, offsets[number * 2 + 1])
  }

  private func number(_ key: Value) throws(Raised) -> Int {
    guard let number = pattern.group(key) else { throw raise(.indexError, "no such group") }
    return number
  }

  /// The group that closed last.
  private var lastIndex: Int? {
    var best: Int?
    for number in stride(from: 1, through: pattern.groupCount, by: 1) where offsets[number * 2] >= 0 {
      guard let current = best else {
        best = number
        continue
      }
      let end = offsets[number * 2 + 1]
      // A group that begins where the best one ends comes after it; one that lies inside closed before it.
      let isInside = number <= pattern.lastInside[current]
      let currentEnd = offsets[current * 2 + 1]
      if end > currentEnd || !isInside && offsets[number * 2] >= currentEnd { best = number }
    }
    return best
  }

  private static func of(_ value: Value) throws(Raised) -> PatternMatch {
    guard let match = Native.payload(value, as: PatternMatch.self) else {
      throw raise(.typeError, "a 're.Match' object is required, not '\(Types.name(value))'")
    }
    return match
  }

  /// Makes the class `re.Match`.
  static func define() -> Class {
    let cls = Types.define("Match", module: "re")
    self.cls = cls
    cls.method("group", "self, *groups") { (a) throws(Raised) -> Value in
      let match = try of(a[0])
      let keys = Tuple.items(a[1])
      if keys.isEmpty { return match.group(0) }
      if keys.count == 1 { return match.group(try match.number(keys[0])) }
      let list = List.make()
      for key in keys { List.append(list, match.group(try match.number(key))) }
      return try Iteration.tuple(list)
    }
    cls.method("__getitem__", "self, group, /") { (a) throws(Raised) -> Value in
      let match = try of(a[0])
      return match.group(try match.number(a[1]))
    }
    cls.method("groups", "self, /, default=None") { (a) throws(Raised) -> Value in
      let match = try of(a[0])
      let otherwise = a.optional(1) ?? .none
      return Tuple.make((0..<match.pattern.groupCount).map { match.group($0 + 1, else: otherwise) })
    }
    cls.method("groupdict", "self, /, default=None") { (a) throws(Raised) -> Value in
      let match = try of(a[0])
      let result = Dict.make()
      for (name, index) in match.pattern.names {
        Dict.set(result, name, match.group(index, else: a.optional(1) ?? .none))
      }
      return result
    }
    for (name, which) in [("start", 0), ("end", 1)] {
      cls.method(name, "self, group=0, /") { (a) throws(Raised) -> Value in
        let match = try of(a[0])
        let number = try a.optional(1).map(match.number) ?? 0
        return Integer.make(CompiledPattern.position(match.subject, match.offsets[number * 2 + which]))
      }
    }
    cls.method("span", "self, group=0, /") { (a) throws(Raised) -> Value in
      let match = try of(a[0])
      let number = try a.optional(1).map(match.number) ?? 0
      return match.span(number)
    }
    cls.method("expand", "self, template") { (a) throws(Raised) -> Value in
      let match = try of(a[0])
      let template = try ReplacementTemplate(a[1], match.pattern)
      var out: [UInt8] = []
      template.append(match.subject, match.offsets, to: &out)
      return match.pattern.isText ? Str.make(out) : Bytes.make(out)
    }
    cls.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
      let match = try of(a[0])
      var out = Array("<re.Match object; span=".utf8)
      try Text.appendRepr(match.span(0), to: &out)
      out.append(contentsOf: ", match=".utf8)
      try Text.appendRepr(match.group(0), to: &out)
      out.append(UInt8(ascii: ">"))
      return Str.make(out)
    }
    cls.property("string", get: { (value) throws(Raised) -> Value in try of(value).subject })
    cls.property("re", get: { (value) throws(Raised) -> Value in try of(value).patternValue })
    cls.property("pos", get: { (value) throws(Raised) -> Value in Integer.make(try of(value).start) })
    cls.property("endpos", get: { (value) throws(Raised) -> Value in Integer.make(try of(value).end) })
    cls.property(
      "lastindex",
      get: { (value) throws(Raised) -> Value in
        try of(value).lastIndex.map { Integer.make($0) } ?? .none
      })
    cls.property(
      "lastgroup",
      get: { (value) throws(Raised) -> Value in
        let match = try of(value)
        let last = match.lastIndex
        return match.pattern.names.first { $0.index == last }.map { Str.make($0.name) } ?? .none
      })
    cls.property(
      "regs",
      get: { (value) throws(Raised) -> Value in
        let match = try of(value)
        return Tuple.make((0...match.pattern.groupCount).map { match.span($0) })
      })
    return cls
  }

  private func span(_ number: Int) -> Value {
    Tuple.make(
      Integer.make(CompiledPattern.position(subject, offsets[number * 2])),
      Integer.make(CompiledPattern.position(subject, offsets[number * 2 + 1])))
  }
}

/// The replacement of `sub`, with its references to groups.
struct ReplacementTemplate {
  private enum Part {
    case literal([UInt8])
    case group(Int)
  }

  private var parts: [Part] = []

  /// Reads a template; raises `re.error` for a faulty one.
  init(_ template: Value, _ pattern: CompiledPattern) throws(Raised) {
    let bytes: UnsafeBufferPointer<UInt8>
    if pattern.isText {
      guard template.isKind(.str) else {
        throw raise(
          .typeError,
          template.isKind(.bytes)
            ? "expected str instance, \(Types.name(template)) found"
            : "decoding to str: need a bytes-like object, \(Types.name(template)) found")
      }
      bytes = Str.bytes(template)
    } else {
      guard template.isKind(.bytes) else {
        throw raise(.typeError, "expected a bytes-like object, \(Types.name(template)) found")
      }
      bytes = Bytes.buffer(template)
    }
    guard bytes.contains(UInt8(ascii: "\\")) else {
      parts = [.literal(Array(bytes))]
      return
    }
    var literal: [UInt8] = []
    var index = 0
    func reference(_ number: Int, _ position: Int) throws(Raised) {
      guard number <= pattern.groupCount else {
        throw PatternModule.error("invalid group reference \(number)", template, position)
      }
      parts.append(.literal(literal))
      literal = []
      parts.append(.group(number))
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "\\") else {
        literal.append(byte)
        continue
      }
      guard index < bytes.count else {
        throw PatternModule.error("bad escape (end of pattern)", template, index - 1)
      }
      let letter = bytes[index]
      index += 1
      switch letter {
      case UInt8(ascii: "g"):
        guard index < bytes.count, bytes[index] == UInt8(ascii: "<") else {
          throw PatternModule.error("missing <", template, index)
        }
        if index + 1 == bytes.count { throw PatternModule.error("missing group name", template, index + 1) }
        guard let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else {
          throw PatternModule.error("missing >, unterminated name", template, index + 1)
        }
        let name =
          pattern.isText
          ? String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
          : String(String.UnicodeScalarView(bytes[(index + 1)..<end].map { UnicodeScalar($0) }))
        if name.isEmpty { throw PatternModule.error("missing group name", template, index + 1) }
        try reference(try group(named: name, pattern, template, index + 1), index + 1)
        index = end + 1
      case UInt8(ascii: "0"):
        var code: UInt32 = 0
        var count = 0
        while count < 2, index < bytes.count, bytes[index] >= 48, bytes[index] < 56 {
          code = code * 8 + UInt32(bytes[index] - 48)
          index += 1
          count += 1
        }
        Str.append(code, to: &literal)
      case UInt8(ascii: "1")...UInt8(ascii: "9"):
        var number = Int(letter - 48)
        let position = index - 1
        if index + 1 < bytes.count, letter < 56, bytes[index] &- 48 < 8, bytes[index + 1] &- 48 < 8 {
          let code = UInt32(number) * 64 + UInt32(bytes[index] - 48) * 8 + UInt32(bytes[index + 1] - 48)
          if code > 0o377 {
            let text = String(decoding: bytes[position...(index + 1)], as: UTF8.self)
            throw PatternModule.error(
              "octal escape value \\\(text) outside of range 0-0o377", template, position - 1)
          }
          if pattern.isText { Str.append(code, to: &literal) } else { literal.append(UInt8(code)) }
          index += 2
          continue
        }
        if index < bytes.count, bytes[index] &- 48 < 10 {
          number = number * 10 + Int(bytes[index] - 48)
          index += 1
        }
        try reference(number, position)
      default:
        let escapes: [UInt8: UInt8] = [97: 7, 98: 8, 102: 12, 110: 10, 114: 13, 116: 9, 118: 11, 92: 92]
        if let plain = escapes[letter] {
          literal.append(plain)
        } else if (letter | 32) &- 97 < 26 {
          throw PatternModule.error(
            "bad escape \\\(Character(UnicodeScalar(letter)))", template, index - 2)
        } else {
          literal.append(UInt8(ascii: "\\"))
          literal.append(letter)
        }
      }
    }
    if !literal.isEmpty { parts.append(.literal(literal)) }
  }

  /// The number of the group that a name in a template means.
  private func group(
    named name: String, _ pattern: CompiledPattern, _ template: Value, _ place: Int
  ) throws(Raised) -> Int {
    let isName = PatternTranslator.isName(name)
    guard isName || PatternTranslator.number(name) != nil else {
      throw PatternModule.error(
        "bad character in group name \(PatternTranslator.shown(name, ascii: false))", template, place)
    }
    let isPlain = isName && pattern.isText || PatternTranslator.isPlain(name)
    if !isPlain, let warn = try Library.load("warnings")?["warn"] {
      let text =
        "bad character in group name \(PatternTranslator.shown(name, ascii: !pattern.isText)) at position "
        + "\(CompiledPattern.position(template, place))"
      _ = try Call.call(warn, Str.make(text), ExceptionKind.deprecationWarning.cls.value)
    }
    if !isName { return PatternTranslator.number(name) ?? 0 }
    guard let group = pattern.names.first(where: { $0.name == name })?.index else {
      throw raise(.indexError, "unknown group name \(PatternTranslator.shown(name, ascii: false))")
    }
    return group
  }

  /// Appends the replacement of one match.
  func append(_ subject: Value, _ offsets: CompiledPattern.Offsets, to out: inout [UInt8]) {
    let bytes = subject.isKind(.str) ? Str.bytes(subject) : Bytes.buffer(subject)
    for part in parts {
      switch part {
      case .literal(let literal): out.append(contentsOf: literal)
      case .group(let number):
        let start = offsets[number * 2]
        if start >= 0 { out.append(contentsOf: bytes[start..<offsets[number * 2 + 1]]) }
      }
    }
  }
}
