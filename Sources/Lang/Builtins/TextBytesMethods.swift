/// The methods of `bytes` and `bytearray`.
extension Text {
  /// Adds the methods of `bytes`, or of `bytearray` when `mutable`, to its class.
  static func installBytes(on cls: Class, mutable: Bool) {
    installBytesCreation(cls, mutable)
    installBytesSearch(cls)
    installBytesSplitting(cls)
    installBytesShape(cls)
    installBytesLetters(on: cls, mutable: mutable)
    if mutable { installMutation(cls) }
  }

  private static func method(_ cls: Class, _ name: String, _ signature: String, _ body: @escaping NativeBody) {
    cls.method(name, signature) { (a) throws(Raised) -> Value in
      guard a[0].isKind(.bytes) else {
        throw raise(
          .typeError,
          "descriptor '\(name)' for '\(cls.name)' objects doesn't apply to a '\(Types.name(a[0]))' object")
      }
      return try body(a)
    }
  }

  /// An argument that has to be bytes.
  private static func needBytes(_ value: Value) throws(Raised) -> UnsafeBufferPointer<UInt8> {
    guard value.isKind(.bytes) else {
      return Bytes.buffer(Bytes.make(try bytesLike(value)))
    }
    return Bytes.buffer(value)
  }

  /// An argument of a search: bytes, or an int that stands for one byte.
  private static func needle(_ value: Value) throws(Raised) -> [UInt8] {
    if value.isKind(.bytes) { return Bytes.bytes(value) }
    guard Integer.isInteger(value) else {
      if let bytes = try bufferBytes(value) { return bytes }
      throw raise(
        .typeError, "argument should be integer or bytes-like object, not '\(Types.name(value))'")
    }
    guard let byte = Integer.int(value).flatMap({ UInt8(exactly: $0) }) else {
      throw raise(.valueError, "byte must be in range(0, 256)")
    }
    return [byte]
  }

  /// What fills the room that `center` and its like make.
  private static func fillByte(_ value: Value, _ function: String) throws(Raised) -> UInt8 {
    guard value.isKind(.bytes), Bytes.buffer(value).count == 1 else {
      throw raise(
        .typeError, "\(function)() argument 2 must be a byte string of length 1, not \(describeType(value))")
    }
    return Bytes.buffer(value)[0]
  }

  private static func like(_ value: Value, _ bytes: UnsafeBufferPointer<UInt8>) -> Value {
    Bytes.make(bytes, mutable: Bytes.isMutable(value))
  }

  private static func like(_ value: Value, _ bytes: [UInt8]) -> Value {
    Bytes.make(bytes, mutable: Bytes.isMutable(value))
  }

  private static func installBytesCreation(_ cls: Class, _ mutable: Bool) {
    cls.staticMethod("__new__", "cls, source=b'', encoding=None, errors=None") { (a) throws(Raised) -> Value in
      let target = ClassObject.cls(a[0])
      // An instance of a subclass of `bytes` stays one.
      if target === cls, !mutable, let source = a.optional(1), a.optional(2) == nil, a.optional(3) == nil,
        let own = try ownBytes(source)
      {
        return own
      }
      let value = Bytes.make(mutable ? [] : try bytesArgument(a, "bytes"), mutable: mutable)
      if target !== cls { value.object.pointee.cls = Unmanaged.passUnretained(target) }
      return value
    }
    if mutable {
      // What can be changed is filled by `__init__`, which a subclass may give other arguments.
      method(cls, "__init__", "self, source=b'', encoding=None, errors=None") { (a) throws(Raised) -> Value in
        Bytes.assign(a[0], try bytesArgument(a, "bytearray"))
        return .none
      }
    }
    cls.classMethod("fromhex", "cls, string, /") { (a) throws(Raised) -> Value in
      guard a[1].isKind(.str) else {
        throw raise(.typeError, "fromhex() argument must be str, not \(describeType(a[1]))")
      }
      var out: [UInt8] = []
      var high: UInt8?
      for (index, byte) in Str.bytes(a[1]).enumerated() {
        if high == nil, byte == 32 || byte &- 9 < 5 { continue }
        guard let digit = UInt8(String(UnicodeScalar(byte)), radix: 16), byte < 0x80 else {
          throw raise(.valueError, "non-hexadecimal number found in fromhex() arg at position \(index)")
        }
        if let first = high {
          out.append(first << 4 | digit)
          high = nil
        } else {
          high = digit
        }
      }
      if high != nil {
        throw raise(
          .valueError, "non-hexadecimal number found in fromhex() arg at position \(Str.length(a[1]))")
      }
      let made = Bytes.make(out, mutable: mutable)
      return a[0].bits == cls.value.bits ? made : try Call.call(a[0], made)
    }
    method(cls, "hex", "self, sep='', bytes_per_sep=1") { (a) throws(Raised) -> Value in
      let size = try a.optional(2).map(Operations.cInt) ?? 1
      let separator = try a.optional(1).map { (value) throws(Raised) in try hexSeparator(value) } ?? []
      let bytes = Bytes.buffer(a[0])
      var out: [UInt8] = []
      out.reserveCapacity(bytes.count * 2)
      let digits = Array("0123456789abcdef".utf8)
      for (index, byte) in bytes.enumerated() {
        if index > 0, size != 0, !separator.isEmpty {
          let place = size > 0 ? bytes.count - index : index
          if place % abs(size) == 0 { out += separator }
        }
        out.append(digits[Int(byte >> 4)])
        out.append(digits[Int(byte & 15)])
      }
      return Str.make(out)
    }
    method(cls, "decode", "self, /, encoding='utf-8', errors='strict'") { (a) throws(Raised) -> Value in
      try decode(a[0], a.optional(1), a.optional(2))
    }
    method(cls, "__len__", "self, /") { (a) throws(Raised) -> Value in Integer.make(Bytes.buffer(a[0]).count) }
    method(cls, "__contains__", "self, key, /") { (a) throws(Raised) -> Value in
      let isIndex = Integer.isInteger(a[1]) || a[1].isObject && Types.lookup(a[1], .__index__) != nil
      let part = isIndex ? try needle(try Operations.indexed(a[1])) : try bytesLike(a[1])
      return Value(part.withUnsafeBufferPointer { find(Bytes.buffer(a[0]), $0, from: 0) } != nil)
    }
  }

  /// What stands between the digits that `hex` gives: one ASCII character.
  private static func hexSeparator(_ value: Value) throws(Raised) -> [UInt8] {
    guard try Operations.length(value) == 1 else { throw raise(.valueError, "sep must be length 1.") }
    guard value.isKind(.str) || value.isKind(.bytes) else { throw raise(.typeError, "sep must be str or bytes.") }
    let bytes = value.isKind(.str) ? Array(Str.bytes(value)) : Array(Bytes.buffer(value))
    guard bytes[0] < 0x80 else { throw raise(.valueError, "sep must be ASCII.") }
    return bytes
  }

  /// What a value's own `__bytes__` gives; nil when it has none.
  private static func ownBytes(_ source: Value) throws(Raised) -> Value? {
    guard source.isObject, !source.object(isExactly: Types.bytes), !source.object(isExactly: Types.bytearray),
      let result = try Call.special(source, .__bytes__)
    else { return nil }
    guard result.isKind(.bytes), !Bytes.isMutable(result) else {
      throw raise(.typeError, "__bytes__ returned non-bytes (type \(Types.name(result)))")
    }
    return result
  }

  private static func bytesArgument(_ a: Arguments, _ type: String) throws(Raised) -> [UInt8] {
    for (index, name) in [(2, "encoding"), (3, "errors")] {
      if let given = a.optional(index), !given.isKind(.str) {
        throw raise(.typeError, "\(type)() argument '\(name)' must be str, not \(describeType(given))")
      }
    }
    let isCoded = a.optional(2) != nil || a.optional(3) != nil
    let refusal = "\(a.optional(2) != nil ? "encoding" : "errors") without a string argument"
    guard let source = a.optional(1) else {
      if isCoded { throw raise(.typeError, refusal) }
      return []
    }
    if !isCoded, let own = try ownBytes(source) { return Bytes.bytes(own) }
    if source.isKind(.str) {
      guard let encoding = a.optional(2) else { throw raise(.typeError, "string argument without an encoding") }
      let encoded = try Codec.convert(encoding, a.optional(3), to: "encode") { (codec, errors) throws(Raised) in
        try codec.encode(source, errors: errors)
      }
      return Bytes.bytes(encoded)
    }
    if isCoded { throw raise(.typeError, refusal) }
    if Integer.isInteger(source)
      || source.isObject && !source.isKind(.bytes) && Types.cls(source).lookup(.__index__) != nil
    {
      do throws(Raised) {
        let count = try Operations.size(source)
        if count < 0 { throw raise(.valueError, "negative count") }
        try Heap.checkSize(count)
        return Array(repeating: 0, count: count)
      } catch {
        // What is no count after all may still have items.
        guard Exceptions.isA(Interpreter.raised, .typeError) else { throw error }
      }
    }
    return try Bytes.from(source, as: type)
  }

  private static func installBytesSearch(_ cls: Class) {
    for (name, last, strict) in [
      ("find", false, false), ("rfind", true, false), ("index", false, true), ("rindex", true, true),
    ] {
      method(cls, name, "self, sub, start=None, end=None, /") { (a) throws(Raised) -> Value in
        let (low, high) = try bounds(a.optional(2), a.optional(3), Bytes.buffer(a[0]).count)
        let part = try needle(a[1])
        var found: Int?
        if low <= high {
          let window = UnsafeBufferPointer(rebasing: Bytes.buffer(a[0])[low..<high])
          found = part.withUnsafeBufferPointer { last ? findLast(window, $0) : find(window, $0, from: 0) }
        }
        if let found { return Integer.make(low + found) }
        if strict { throw raise(.valueError, "subsection not found") }
        return Value(small: -1)
      }
    }
    method(cls, "count", "self, sub, start=None, end=None, /") { (a) throws(Raised) -> Value in
      let (low, high) = try bounds(a.optional(2), a.optional(3), Bytes.buffer(a[0]).count)
      let part = try needle(a[1])
      guard low <= high else { return Value(small: 0) }
      let window = UnsafeBufferPointer(rebasing: Bytes.buffer(a[0])[low..<high])
      if part.isEmpty { return Integer.make(window.count + 1) }
      return Integer.make(part.withUnsafeBufferPointer { count(window, $0) })
    }
    for (name, atEnd) in [("startswith", false), ("endswith", true)] {
      method(cls, name, "self, prefix, start=None, end=None, /") { (a) throws(Raised) -> Value in
        let (low, high) = try bounds(a.optional(2), a.optional(3), Bytes.buffer(a[0]).count)
        guard low <= high else { return .no }
        let window = UnsafeBufferPointer(rebasing: Bytes.buffer(a[0])[low..<high])
        if a[1].isKind(.bytes) { return Value(matches(window, Bytes.buffer(a[1]), atEnd: atEnd)) }
        if let bytes = try bufferBytes(a[1]) {
          return Value(bytes.withUnsafeBufferPointer { matches(window, $0, atEnd: atEnd) })
        }
        guard a[1].isKind(.tuple) else {
          throw raise(
            .typeError, "\(name) first arg must be bytes or a tuple of bytes, not \(Types.name(a[1]))")
        }
        for item in Tuple.items(a[1]) where matches(window, try needBytes(item), atEnd: atEnd) { return .yes }
        return .no
      }
    }
    method(cls, "replace", "self, old, new, count=-1, /") { (a) throws(Raised) -> Value in
      let (old, new) = (try needBytes(a[1]), try needBytes(a[2]))
      let limit = try a.optional(3).map(Operations.index) ?? -1
      let result = try replace(Bytes.buffer(a[0]), old, new, limit: limit, isText: false)
      return like(a[0], result ?? Bytes.bytes(a[0]))
    }
  }

  private static func installBytesSplitting(_ cls: Class) {
    for (name, fromEnd) in [("split", false), ("rsplit", true)] {
      method(cls, name, "self, /, sep=None, maxsplit=-1") { (a) throws(Raised) -> Value in
        let limit = try a.optional(2).map(Operations.index) ?? -1
        let mutable = Bytes.isMutable(a[0])
        let make: (UnsafeBufferPointer<UInt8>) -> Value = { Bytes.make($0, mutable: mutable) }
        guard let separator = a.optional(1), !separator.isNone else {
          return splitAtSpace(Bytes.buffer(a[0]), limit: limit, fromEnd: fromEnd, isText: false, make)
        }
        let part = try needBytes(separator)
        if part.isEmpty { throw raise(.valueError, "empty separator") }
        return fromEnd
          ? splitLast(Bytes.buffer(a[0]), part, limit: limit, make)
          : split(Bytes.buffer(a[0]), part, limit: limit, make)
      }
    }
    method(cls, "splitlines", "self, /, keepends=False") { (a) throws(Raised) -> Value in
      let keepEnds = try a.optional(1).map(Operations.index) ?? 0 != 0
      let mutable = Bytes.isMutable(a[0])
      return splitLines(Bytes.buffer(a[0]), keepEnds: keepEnds, isText: false) { Bytes.make($0, mutable: mutable) }
    }
    for (name, last) in [("partition", false), ("rpartition", true)] {
      method(cls, name, "self, sep, /") { (a) throws(Raised) -> Value in
        let part = try needBytes(a[1])
        if part.isEmpty { throw raise(.valueError, "empty separator") }
        let bytes = Bytes.buffer(a[0])
        guard let found = last ? findLast(bytes, part) : find(bytes, part, from: 0) else {
          let empty = like(a[0], [])
          let whole = Bytes.isMutable(a[0]) ? like(a[0], bytes) : a[0]
          return Tuple.make(last ? [empty, like(a[0], []), whole] : [whole, empty, like(a[0], [])])
        }
        return Tuple.make([
          like(a[0], UnsafeBufferPointer(rebasing: bytes[..<found])), like(a[0], part),
          like(a[0], UnsafeBufferPointer(rebasing: bytes[(found + part.count)...])),
        ])
      }
    }
    method(cls, "join", "self, iterable, /") { (a) throws(Raised) -> Value in
      let items = try joined(a[1])
      var out: [UInt8] = []
      for index in 0..<List.count(items) {
        let item = List.item(items, index)
        guard let bytes = try bufferBytes(item) else {
          throw raise(
            .typeError, "sequence item \(index): expected a bytes-like object, \(Types.name(item)) found")
        }
        if index > 0 { out.append(contentsOf: Bytes.buffer(a[0])) }
        out.append(contentsOf: bytes)
      }
      return like(a[0], out)
    }
  }

  private static func installBytesShape(_ cls: Class) {
    for (name, left, right) in [("strip", true, true), ("lstrip", true, false), ("rstrip", false, true)] {
      method(cls, name, "self, chars=None, /") { (a) throws(Raised) -> Value in
        let bytes = Bytes.buffer(a[0])
        var set: [UInt8] = [32, 9, 10, 11, 12, 13]
        if let given = a.optional(1), !given.isNone { set = Array(try needBytes(given)) }
        var start = 0
        var end = bytes.count
        while left, start < end, set.contains(bytes[start]) { start += 1 }
        while right, end > start, set.contains(bytes[end - 1]) { end -= 1 }
        if start == 0, end == bytes.count, a[0].object(isExactly: Types.bytes) { return a[0] }
        return like(a[0], UnsafeBufferPointer(rebasing: bytes[start..<end]))
      }
    }
    for (name, atEnd) in [("removeprefix", false), ("removesuffix", true)] {
      method(cls, name, "self, prefix, /") { (a) throws(Raised) -> Value in
        let part = try needBytes(a[1])
        let bytes = Bytes.buffer(a[0])
        guard matches(bytes, part, atEnd: atEnd) else { return like(a[0], bytes) }
        return like(
          a[0],
          UnsafeBufferPointer(rebasing: atEnd ? bytes[..<(bytes.count - part.count)] : bytes[part.count...]))
      }
    }
    for (name, align) in [("ljust", "<"), ("rjust", ">"), ("center", "^")] {
      method(cls, name, "self, width, fillchar=b' ', /") { (a) throws(Raised) -> Value in
        let width = try Heap.checkSize(try Operations.index(a[1]))
        let fill = try a.optional(2).map { (given) throws(Raised) in try fillByte(given, name) } ?? 32
        let missing = max(0, width - Bytes.buffer(a[0]).count)
        let before = align == "<" ? 0 : align == ">" ? missing : missing / 2 + (missing & width & 1)
        return like(
          a[0],
          Array(repeating: fill, count: before) + Bytes.bytes(a[0])
            + Array(repeating: fill, count: missing - before))
      }
    }
    let transforms: [(String, (UInt8) -> UInt8)] = [("lower", lowerASCII), ("upper", upperASCII)]
    for (name, transform) in transforms {
      method(cls, name, "self, /") { (a) throws(Raised) -> Value in like(a[0], Bytes.buffer(a[0]).map(transform)) }
    }
    let tests: [(String, (UInt8) -> Bool)] = [
      ("isdigit", { $0 &- 48 < 10 }), ("isalpha", { ($0 | 32) &- 97 < 26 }),
      ("isalnum", { $0 &- 48 < 10 || ($0 | 32) &- 97 < 26 }), ("isspace", { $0 == 32 || $0 &- 9 < 5 }),
    ]
    for (name, test) in tests {
      method(cls, name, "self, /") { (a) throws(Raised) -> Value in
        Value(!Bytes.buffer(a[0]).isEmpty && Bytes.buffer(a[0]).allSatisfy(test))
      }
    }
  }

  private static func installMutation(_ cls: Class) {
    cls.set(Symbol(.__hash__), .none)
    method(cls, "append", "self, item, /") { (a) throws(Raised) -> Value in
      let byte = try Bytes.byte(a[1], as: "bytearray")
      Bytes.append(a[0], [byte])
      return .none
    }
    method(cls, "extend", "self, iterable, /") { (a) throws(Raised) -> Value in
      if a[1].isKind(.bytes) {
        Bytes.append(a[0], Bytes.bytes(a[1]))
      } else {
        guard try Iteration.isIterable(a[1]) else {
          throw raise(.typeError, "can't extend bytearray with \(Types.name(a[1]))")
        }
        var bytes: [UInt8] = []
        let iterator = try Iteration.iterator(a[1])
        try Iteration.askLength(a[1])
        while let item = try Iteration.next(iterator) {
          bytes.append(try Bytes.byte(item, as: "bytearray"))
        }
        Bytes.append(a[0], bytes)
      }
      return .none
    }
    method(cls, "clear", "self, /") { (a) throws(Raised) -> Value in
      Bytes.assign(a[0], [])
      return .none
    }
    method(cls, "copy", "self, /") { (a) throws(Raised) -> Value in
      Bytes.make(Bytes.buffer(a[0]), mutable: true)
    }
    method(cls, "pop", "self, index=-1, /") { (a) throws(Raised) -> Value in
      var bytes = Bytes.bytes(a[0])
      var index = try a.optional(1).map(Operations.index) ?? -1
      if bytes.isEmpty { throw raise(.indexError, "pop from empty bytearray") }
      if index < 0 { index += bytes.count }
      guard bytes.indices.contains(index) else { throw raise(.indexError, "pop index out of range") }
      let byte = bytes.remove(at: index)
      Bytes.assign(a[0], bytes)
      return Value(small: Int(byte))
    }
    method(cls, "insert", "self, index, item, /") { (a) throws(Raised) -> Value in
      var bytes = Bytes.bytes(a[0])
      let index = try Operations.index(a[1])
      bytes.insert(
        try Bytes.byte(a[2], as: "bytearray"), at: min(bytes.count, max(0, index < 0 ? index + bytes.count : index)))
      Bytes.assign(a[0], bytes)
      return .none
    }
    method(cls, "reverse", "self, /") { (a) throws(Raised) -> Value in
      Bytes.assign(a[0], Bytes.bytes(a[0]).reversed())
      return .none
    }
  }
}
