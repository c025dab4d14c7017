/// The methods of `str`.
extension Text {
  /// Adds `str`'s methods and `__new__` to its class.
  static func installStr(on cls: Class) {
    installCreation(cls)
    installSearch(cls)
    installSplitting(cls)
    installStripping(cls)
    installPadding(cls)
    installCase(cls)
    installConversion(cls)
  }

  /// Adds a method that raises `TypeError` when its receiver is no text.
  private static func method(_ cls: Class, _ name: String, _ signature: String, _ body: @escaping NativeBody) {
    cls.method(name, signature) { (a) throws(Raised) -> Value in
      guard a[0].isKind(.str) else {
        throw raise(
          .typeError, "descriptor '\(name)' for 'str' objects doesn't apply to a '\(Types.name(a[0]))' object")
      }
      let result = try body(a)
      return result.bits == a[0].bits ? Str.exact(result) : result
    }
  }

  /// An argument that has to be a text.
  static func text(_ value: Value, _ message: String) throws(Raised) -> UnsafeBufferPointer<UInt8> {
    guard value.isKind(.str) else {
      // Arguments that have a place in the message are `None`, others of a type.
      throw raise(.typeError, "\(message), not \(message.contains("()") ? describeType(value) : Types.name(value))")
    }
    return Str.bytes(value)
  }

  /// The name of a value's type as argument errors show it.
  static func describeType(_ value: Value) -> String { value.isNone ? "None" : Types.name(value) }

  private static func installCreation(_ cls: Class) {
    cls.staticMethod("__new__", "cls, object='', encoding='utf-8', errors='strict'") { (a) throws(Raised) -> Value in
      let target = ClassObject.cls(a[0])
      var value = Str.empty
      try checkCoding("str", a.optional(2), a.optional(3))
      if let object = a.optional(1) {
        if a.optional(2) != nil || a.optional(3) != nil {
          guard let bytes = try bufferValue(object) else {
            if object.isKind(.str) { throw raise(.typeError, "decoding str is not supported") }
            throw raise(
              .typeError, "decoding to str: need a bytes-like object, \(Types.name(object)) found")
          }
          value = try decode(bytes, a.optional(2), a.optional(3))
        } else {
          value = try str(object)
        }
      }
      if target === Types.str.takeUnretainedValue() { return value }
      let copy = Str.make(Str.bytes(value))
      copy.object.pointee.cls = Unmanaged.passUnretained(target)
      return copy
    }
    method(cls, "__str__", "self, /") { (a) throws(Raised) -> Value in
      a[0].object.pointee.cls.toOpaque() == Types.str.toOpaque() ? a[0] : Str.make(Str.bytes(a[0]))
    }
    method(cls, "__repr__", "self, /") { (a) throws(Raised) -> Value in
      var out: [UInt8] = []
      appendQuoted(Str.bytes(a[0]), to: &out)
      return Str.make(out)
    }
    for type in [Types.str, Types.int, Types.float] {
      type?.takeUnretainedValue().method("__format__", "self, format_spec, /") { (a) throws(Raised) -> Value in
        guard a[1].isKind(.str) else {
          throw raise(.typeError, "__format__() argument must be str, not \(describeType(a[1]))")
        }
        return try plainFormat(a[0], a[1])
      }
    }
    method(cls, "__len__", "self, /") { (a) throws(Raised) -> Value in Integer.make(Str.length(a[0])) }
    method(cls, "__contains__", "self, key, /") { (a) throws(Raised) -> Value in
      let needle = try text(a[1], "'in <string>' requires string as left operand")
      return Value(find(Str.bytes(a[0]), needle, from: 0) != nil)
    }
  }

  /// Decodes a bytes value with optional names of encoding and error handling.
  static func decode(_ bytes: Value, _ encoding: Value?, _ errors: Value?) throws(Raised) -> Value {
    try checkCoding("decode", encoding, errors)
    // No bytes need no codec, so that nobody asks whether there is one.
    if Bytes.buffer(bytes).isEmpty, let encoding, encoding.isKind(.str) { return Str.empty }
    return try Codec.convert(encoding, errors, to: "decode") { (codec, errors) throws(Raised) in
      try codec.decode(Bytes.buffer(bytes), errors: errors)
    }
  }

  /// Raises `TypeError` unless the names of an encoding and of a way to handle errors are texts.
  private static func checkCoding(_ function: String, _ encoding: Value?, _ errors: Value?) throws(Raised) {
    for (name, value) in [("encoding", encoding), ("errors", errors)] {
      guard let value, !value.isKind(.str) else { continue }
      throw raise(.typeError, "\(function)() argument '\(name)' must be str, not \(describeType(value))")
    }
  }

  // MARK: Searching

  /// The part of a text that bounds leave, and the code point at which it starts; nil when it lies outside.
  private static func window(
    _ value: Value, _ start: Value?, _ stop: Value?
  ) throws(Raised) -> (bytes: UnsafeBufferPointer<UInt8>, start: Int)? {
    if start == nil && stop == nil { return (Str.bytes(value), 0) }
    let (low, high) = try bounds(start, stop, Str.length(value))
    guard low <= high else { return nil }
    let from = Str.offset(value, codePoint: low)
    let to = Str.offset(value, codePoint: high)
    return (UnsafeBufferPointer(rebasing: Str.bytes(value)[from..<to]), low)
  }

  private static func locate(_ a: Arguments, last: Bool) throws(Raised) -> Int? {
    let window = try window(a[0], a.optional(2), a.optional(3))
    let needle = try text(a[1], "must be str")
    guard let (bytes, start) = window else { return nil }
    guard let offset = last ? findLast(bytes, needle) : find(bytes, needle, from: 0) else { return nil }
    if Str.isASCII(a[0]) { return start + offset }
    return start + Str.codePoints(UnsafeBufferPointer(rebasing: bytes[..<offset]))
  }

  private static func installSearch(_ cls: Class) {
    for (name, last, strict) in [
      ("find", false, false), ("rfind", true, false), ("index", false, true), ("rindex", true, true),
    ] {
      method(cls, name, "self, sub, start=None, end=None, /") { (a) throws(Raised) -> Value in
        if let found = try locate(a, last: last) { return Integer.make(found) }
        if strict { throw raise(.valueError, "substring not found") }
        return Value(small: -1)
      }
    }
    method(cls, "count", "self, sub, start=None, end=None, /") { (a) throws(Raised) -> Value in
      let window = try window(a[0], a.optional(2), a.optional(3))
      let needle = try text(a[1], "must be str")
      guard let (bytes, _) = window else { return Value(small: 0) }
      return Integer.make(needle.isEmpty ? Str.codePoints(bytes) + 1 : count(bytes, needle))
    }
    for (name, atEnd) in [("startswith", false), ("endswith", true)] {
      method(cls, name, "self, prefix, start=None, end=None, /") { (a) throws(Raised) -> Value in
        let window = try window(a[0], a.optional(2), a.optional(3))
        guard a[1].isKind(.str) || a[1].isKind(.tuple) else {
          throw raise(
            .typeError, "\(name) first arg must be str or a tuple of str, not \(Types.name(a[1]))")
        }
        guard let (bytes, _) = window else { return .no }
        if a[1].isKind(.str) { return Value(matches(bytes, Str.bytes(a[1]), atEnd: atEnd)) }
        for item in Tuple.items(a[1]) {
          guard item.isKind(.str) else {
            throw raise(.typeError, "tuple for \(name) must only contain str, not \(Types.name(item))")
          }
          if matches(bytes, Str.bytes(item), atEnd: atEnd) { return .yes }
        }
        return .no
      }
    }
    method(cls, "replace", "self, old, new, count=-1, /") { (a) throws(Raised) -> Value in
      let old = try text(a[1], "replace() argument 1 must be str")
      let new = try text(a[2], "replace() argument 2 must be str")
      let limit = try a.optional(3).map(Operations.index) ?? -1
      guard let result = try replace(Str.bytes(a[0]), old, new, limit: limit, isText: true) else { return a[0] }
      guard Str.isASCII(a[0]), Str.isASCII(a[2]) else { return Str.make(result) }
      return result.withUnsafeBufferPointer { Str.makeASCII($0) }
    }
  }

  /// Whether bytes begin or end with others.
  static func matches(
    _ bytes: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>, atEnd: Bool
  ) -> Bool {
    guard part.count <= bytes.count else { return false }
    let offset = atEnd ? bytes.count - part.count : 0
    for index in 0..<part.count where bytes[offset + index] != part[index] { return false }
    return true
  }

  // MARK: Splitting and joining

  private static func installSplitting(_ cls: Class) {
    for (name, fromEnd) in [("split", false), ("rsplit", true)] {
      method(cls, name, "self, /, sep=None, maxsplit=-1") { (a) throws(Raised) -> Value in
        let limit = try a.optional(2).map(Operations.index) ?? -1
        let bytes = Str.bytes(a[0])
        let make: (UnsafeBufferPointer<UInt8>) -> Value =
          Str.isASCII(a[0]) ? { Str.makeASCII($0) } : { Str.make($0) }
        guard let separator = a.optional(1), !separator.isNone else {
          return splitAtSpace(bytes, limit: limit, fromEnd: fromEnd, isText: true, make)
        }
        let part = try text(separator, "must be str or None")
        if part.isEmpty { throw raise(.valueError, "empty separator") }
        return fromEnd
          ? splitLast(bytes, part, limit: limit, make) : split(bytes, part, limit: limit, make)
      }
    }
    method(cls, "splitlines", "self, /, keepends=False") { (a) throws(Raised) -> Value in
      let keepEnds = try a.optional(1).map(Operations.index) ?? 0 != 0
      return splitLines(Str.bytes(a[0]), keepEnds: keepEnds, isText: true) { Str.make($0) }
    }
    for (name, last) in [("partition", false), ("rpartition", true)] {
      method(cls, name, "self, sep, /") { (a) throws(Raised) -> Value in
        let part = try text(a[1], "must be str")
        if part.isEmpty { throw raise(.valueError, "empty separator") }
        let bytes = Str.bytes(a[0])
        guard let found = last ? findLast(bytes, part) : find(bytes, part, from: 0) else {
          return Tuple.make(last ? [Str.empty, Str.empty, a[0]] : [a[0], Str.empty, Str.empty])
        }
        return Tuple.make([
          Str.make(UnsafeBufferPointer(rebasing: bytes[..<found])), a[1],
          Str.make(UnsafeBufferPointer(rebasing: bytes[(found + part.count)...])),
        ])
      }
    }
    method(cls, "join", "self, iterable, /") { (a) throws(Raised) -> Value in try join(a[0], a[1]) }
  }

  /// A list of what is to be joined.
  static func joined(_ iterable: Value) throws(Raised) -> Value {
    let iterator: Value
    do throws(Raised) { iterator = try Iteration.iterator(iterable) } catch {
      throw Exceptions.isA(Interpreter.raised, .typeError) ? raise(.typeError, "can only join an iterable") : error
    }
    return try Iteration.list(iterator)
  }

  /// `separator.join(iterable)`
  static func join(_ separator: Value, _ iterable: Value) throws(Raised) -> Value {
    var source = iterable
    if !source.object(isExactly: Types.list) && !source.object(isExactly: Types.tuple) {
      source = try joined(source)
    }
    let items = source.isKind(.list) ? List.items(source) : Tuple.items(source)
    if items.isEmpty { return Str.empty }
    let glue = Str.bytes(separator)
    var count = glue.count * (items.count - 1)
    var length = Str.length(separator) * (items.count - 1)
    for index in 0..<items.count {
      guard items[index].isKind(.str) else {
        throw raise(
          .typeError, "sequence item \(index): expected str instance, \(Types.name(items[index])) found")
      }
      count += Str.bytes(items[index]).count
      length += Str.length(items[index])
    }
    if items.count == 1 && items[0].object.pointee.cls.toOpaque() == Types.str.toOpaque() { return items[0] }
    try Heap.checkSize(count)
    let (value, data) = Str.uninitialized(count: count, length: length)
    var end = data
    for index in 0..<items.count {
      if index > 0, let base = glue.baseAddress {
        end.update(from: base, count: glue.count)
        end += glue.count
      }
      let bytes = Str.bytes(items[index])
      if let base = bytes.baseAddress {
        end.update(from: base, count: bytes.count)
        end += bytes.count
      }
    }
    Function.keepAlive(source)
    return value
  }

  // MARK: Stripping

  private static func installStripping(_ cls: Class) {
    for (name, left, right) in [("strip", true, true), ("lstrip", true, false), ("rstrip", false, true)] {
      method(cls, name, "self, chars=None, /") { (a) throws(Raised) -> Value in
        let bytes = Str.bytes(a[0])
        var start = 0
        var end = bytes.count
        if let characters = a.optional(1), !characters.isNone {
          guard characters.isKind(.str) else { throw raise(.typeError, "\(name) arg must be None or str") }
          let set = Set(Str.scalars(characters))
          while left, start < end {
            var after = start
            if !set.contains(Str.nextScalar(bytes, &after)) { break }
            start = after
          }
          while right, start < end {
            var before = end - 1
            while before > start, bytes[before] & 0xC0 == 0x80 { before -= 1 }
            var index = before
            if !set.contains(Str.nextScalar(bytes, &index)) { break }
            end = before
          }
        } else {
          if left { start = trimStart(bytes, 0, true) }
          if right { end = max(start, trimEnd(bytes, end, true)) }
        }
        return start == 0 && end == bytes.count ? a[0] : Str.make(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      }
    }
    for (name, atEnd) in [("removeprefix", false), ("removesuffix", true)] {
      method(cls, name, "self, prefix, /") { (a) throws(Raised) -> Value in
        let part = try text(a[1], "\(name)() argument must be str")
        let bytes = Str.bytes(a[0])
        guard !part.isEmpty, matches(bytes, part, atEnd: atEnd) else { return a[0] }
        return Str.make(
          UnsafeBufferPointer(rebasing: atEnd ? bytes[..<(bytes.count - part.count)] : bytes[part.count...]))
      }
    }
  }

  // MARK: Padding

  private static func installPadding(_ cls: Class) {
    for (name, align) in [("ljust", "<"), ("rjust", ">"), ("center", "^")] {
      method(cls, name, "self, width, fillchar=' ', /") { (a) throws(Raised) -> Value in
        let width = try Heap.checkSize(try Operations.index(a[1]))
        var fill: UInt32 = 32
        if let given = a.optional(2) {
          guard given.isKind(.str) else {
            throw raise(
              .typeError, "The fill character must be a unicode character, not \(describeType(given))")
          }
          guard Str.length(given) == 1 else {
            throw raise(.typeError, "The fill character must be exactly one character long")
          }
          fill = Str.scalars(given)[0]
        }
        let length = Str.length(a[0])
        let missing = width - length
        if missing <= 0 { return a[0] }
        // `center` puts the odd space left when the width is odd.
        let left = align == "<" ? 0 : align == ">" ? missing : missing / 2 + (missing & width & 1)
        var out: [UInt8] = []
        for _ in 0..<left { Str.append(fill, to: &out) }
        out.append(contentsOf: Str.bytes(a[0]))
        for _ in left..<missing { Str.append(fill, to: &out) }
        return Str.make(out)
      }
    }
    method(cls, "zfill", "self, width, /") { (a) throws(Raised) -> Value in
      let missing = try Heap.checkSize(try Operations.index(a[1])) - Str.length(a[0])
      if missing <= 0 { return a[0] }
      let bytes = Str.bytes(a[0])
      let isSigned = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+")
      var out = Array(bytes.prefix(isSigned ? 1 : 0))
      out.append(contentsOf: repeatElement(48, count: missing))
      out.append(contentsOf: bytes.dropFirst(isSigned ? 1 : 0))
      return Str.make(out)
    }
    method(cls, "expandtabs", "self, /, tabsize=8") { (a) throws(Raised) -> Value in
      let size = try Heap.checkSize(try a.optional(1).map(Operations.cInt) ?? 8)
      var out: [UInt8] = []
      var column = 0
      for byte in Str.bytes(a[0]) {
        if byte == 9 {
          guard size > 0 else { continue }
          let spaces = size - column % size
          try Heap.checkSize(out.count + spaces)
          out.append(contentsOf: repeatElement(32, count: spaces))
          column += spaces
        } else {
          out.append(byte)
          if byte == 10 || byte == 13 { column = 0 } else if byte & 0xC0 != 0x80 { column += 1 }
        }
      }
      return Str.make(out)
    }
  }

  // MARK: Case

  private static func installCase(_ cls: Class) {
    let transforms: [(String, (Value) -> Value)] = [
      ("lower", lower), ("upper", upper), ("casefold", casefold), ("swapcase", swapcase), ("title", title),
      ("capitalize", capitalize), ("istitle", isTitle), ("isidentifier", isIdentifier),
      ("islower", { isCase($0, upper: false) }), ("isupper", { isCase($0, upper: true) }),
      ("isalpha", { all($0, isAlpha) }), ("isdecimal", { all($0, isDecimal) }), ("isdigit", { all($0, isDigit) }),
      ("isnumeric", { all($0, isNumeric) }), ("isspace", { all($0, isSpace) }),
      ("isalnum", { all($0) { isAlpha($0) || isNumeric($0) } }),
      ("isprintable", { Str.length($0) == 0 ? .yes : all($0, isPrintable) }),
      ("isascii", { Value(Str.isASCII($0)) }),
    ]
    for (name, transform) in transforms {
      method(cls, name, "self, /") { (a) throws(Raised) -> Value in transform(a[0]) }
    }
  }

  // MARK: Conversion

  private static func installConversion(_ cls: Class) {
    method(cls, "format", "self, /, *args, **kwargs") { (a) throws(Raised) -> Value in try fill(a[0], a[1], a[2]) }
    method(cls, "format_map", "self, mapping, /") { (a) throws(Raised) -> Value in try fill(a[0], .unbound, a[1]) }
    method(cls, "encode", "self, /, encoding='utf-8', errors='strict'") { (a) throws(Raised) -> Value in
      try checkCoding("encode", a.optional(1), a.optional(2))
      return try Codec.convert(a.optional(1), a.optional(2), to: "encode") { (codec, errors) throws(Raised) in
        try codec.encode(a[0], errors: errors)
      }
    }
    cls.staticMethod("maketrans", "x, y=None, z=None, /") { (a) throws(Raised) -> Value in
      try makeTranslation(a[0], a.optional(1), a.optional(2))
    }
    method(cls, "translate", "self, table, /") { (a) throws(Raised) -> Value in
      var out: [UInt8] = []
      for code in Str.scalars(a[0]) {
        try appendTranslated(code, a[1], to: &out)
        _ = try Heap.checkSize(out.count)
      }
      return Str.make(out)
    }
  }

  private static func makeTranslation(_ x: Value, _ y: Value?, _ z: Value?) throws(Raised) -> Value {
    let table = Dict.make()
    guard let y else {
      guard x.isKind(.dict) else {
        throw raise(.typeError, "if you give only one argument to maketrans it must be a dict")
      }
      for (key, value) in Dict.pairs(x) {
        if key.isKind(.str) {
          guard Str.length(key) == 1 else {
            throw raise(.valueError, "string keys in translate table must be of length 1")
          }
          try Dict.set(table, Value(small: Int(Str.scalars(key)[0])), value)
        } else {
          guard Integer.isInteger(key) else {
            throw raise(.typeError, "keys in translate table must be strings or integers")
          }
          try Dict.set(table, key, value)
        }
      }
      return table
    }
    guard y.isKind(.str) else {
      throw raise(.typeError, "maketrans() argument 2 must be str, not \(describeType(y))")
    }
    guard x.isKind(.str) else {
      throw raise(.typeError, "first maketrans argument must be a string if there is a second argument")
    }
    let from = Str.scalars(x)
    let to = Str.scalars(y)
    guard from.count == to.count else {
      throw raise(.valueError, "the first two maketrans arguments must have equal length")
    }
    for (old, new) in zip(from, to) { try Dict.set(table, Value(small: Int(old)), Value(small: Int(new))) }
    if let z {
      for code in Str.decode(try text(z, "maketrans() argument 3 must be str")) {
        try Dict.set(table, Value(small: Int(code)), .none)
      }
    }
    return table
  }

  private static func appendTranslated(_ code: UInt32, _ table: Value, to out: inout [UInt8]) throws(Raised) {
    let key = Value(small: Int(code))
    var found: Value?
    if table.isKind(.dict) && !Types.cls(table).isUserDefined {
      found = try Dict.get(table, key)
    } else {
      do throws(Raised) { found = try Subscript.get(table, key) } catch {
        guard Exceptions.isA(Interpreter.raised, .lookupError) else { throw error }
      }
    }
    guard let found else { return Str.append(code, to: &out) }
    if found.isNone { return }
    if found.isKind(.str) { return out.append(contentsOf: Str.bytes(found)) }
    guard let int = Integer.int(found) else {
      throw raise(.typeError, "character mapping must return integer, None or str")
    }
    guard int >= 0, int < 0x110000 else {
      throw raise(.valueError, "character mapping must be in range(0x110000)")
    }
    Str.append(UInt32(int), to: &out)
  }
}
