import BigInt

/// Python's `array`: numbers of one layout, packed.
enum ArrayModule {
  private static let letters = "bBuhHiIlLqQfd"

  static func build(_ module: Namespace) throws(Raised) {
    let cls = Types.define("array", module: "array", hasAttributes: false)
    cls.messageName = "array.array"
    PackedArray.cls = cls
    module["array"] = cls.value
    module["ArrayType"] = cls.value
    module["typecodes"] = Str.make(letters)
    let iterator = Iterators.define("arrayiterator", module: "array")
    PackedArray.iteratorClass = iterator
    addMaking(cls)
    addSequence(cls)
    addChanging(cls)
    addConversion(cls)
  }

  private static func of(_ value: Value) throws(Raised) -> PackedArray {
    guard let state = Native.payload(value, as: PackedArray.self) else {
      throw raise(.typeError, "an array.array object is required, not '\(Types.name(value))'")
    }
    return state
  }

  private static func addMaking(_ cls: Class) {
    cls.staticMethod("__new__", "cls, /, *args, **kwargs") { (a) throws(Raised) -> Value in
      let given = Tuple.items(a[1])
      if Dict.count(a[2]) > 0, ClassObject.cls(a[0]) === cls {
        throw raise(.typeError, "array.array() takes no keyword arguments")
      }
      guard given.count > 0 else { throw raise(.typeError, "array() takes at least 1 argument (0 given)") }
      guard given.count < 3 else { throw raise(.typeError, "array() takes at most 2 arguments (\(given.count) given)") }
      guard given[0].isKind(.str), Str.length(given[0]) == 1 else {
        throw raise(
          .typeError, "array() argument 1 must be a unicode character, not \(Text.describeType(given[0]))")
      }
      guard let letter = Str.swift(given[0]).first, letters.contains(letter), let code = ScalarCode(letter) else {
        throw raise(.valueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
      }
      let state = PackedArray(code)
      let value = Native.make(ClassObject.cls(a[0]), state)
      if given.count == 2 { try state.fill(given[1]) }
      return value
    }
    cls.property("typecode", get: { (v) throws(Raised) -> Value in Str.make(String(try of(v).code.letter)) })
    cls.property("itemsize", get: { (v) throws(Raised) -> Value in Value(small: try of(v).code.size) })
    cls.method("__copy__", "self, /") { (a) throws(Raised) -> Value in try of(a[0]).copy(of: a[0]) }
    cls.method("__deepcopy__", "self, memo, /") { (a) throws(Raised) -> Value in try of(a[0]).copy(of: a[0]) }
    cls.method("__reduce_ex__", "self, protocol, /") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      let arguments = Tuple.make(Str.make(String(state.code.letter)), state.list())
      let attributes = try Attributes.find(a[0], Symbol(.__dict__)) ?? .none
      return Tuple.make([Types.cls(a[0]).value, arguments, attributes])
    }
    cls.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      let head = "\(Types.cls(a[0]).name)('\(state.code.letter)'"
      if state.count == 0 { return Str.make(head + ")") }
      let items = state.code.letter == "u" ? try state.text() : state.list()
      return Str.make("\(head), \(Str.swift(try Text.repr(items))))")
    }
    cls.set("__hash__", .none)
  }

  private static func addSequence(_ cls: Class) {
    cls.method("__len__", "self, /") { (a) throws(Raised) -> Value in Integer.make(try of(a[0]).count) }
    cls.method("__iter__", "self, /") { (a) throws(Raised) -> Value in
      Native.make(PackedArray.iteratorClass, PackedArray.Walk(a[0], try of(a[0])))
    }
    cls.method("__getitem__", "self, key, /") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      guard a[1].isKind(.slice) else { return state[try state.position(a[1], "array index out of range")] }
      let chosen = try Slice.indices(a[1], state.count)
      let result = PackedArray(state.code)
      for number in 0..<chosen.count { result.append(state.raw(chosen.start + number * chosen.step)) }
      return Native.make(cls, result)
    }
    cls.method("__contains__", "self, key, /") { (a) throws(Raised) -> Value in
      Value(try of(a[0]).firstIndex(of: a[1], from: 0, to: .max) != nil)
    }
    cls.method("count", "self, v, /") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      var count = 0
      var index = 0
      while index < state.count {
        if try Operations.equal(state[index], a[1]) { count += 1 }
        index += 1
      }
      return Integer.make(count)
    }
    cls.method("index", "self, v, start=0, stop=9223372036854775807, /") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      let start = try a.optional(2).map(Operations.index) ?? 0
      let stop = try a.optional(3).map(Operations.index) ?? .max
      let low = start < 0 ? max(0, start + state.count) : start
      guard let found = try state.firstIndex(of: a[1], from: low, to: stop < 0 ? stop + state.count : stop) else {
        throw raise(.valueError, "array.index(x): x not in array")
      }
      return Integer.make(found)
    }
    cls.method("__add__", "self, value, /") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      guard let other = Native.payload(a[1], as: PackedArray.self) else {
        throw raise(.typeError, "can only append array (not \"\(Types.name(a[1]))\") to array")
      }
      guard other.code.letter == state.code.letter else {
        throw raise(.typeError, "bad argument type for built-in operation")
      }
      let result = PackedArray(state.code)
      result.append(bytes: state.bytes)
      result.append(bytes: other.bytes)
      return Native.make(cls, result)
    }
    for name in ["__mul__", "__rmul__"] {
      cls.method(name, "self, value, /") { (a) throws(Raised) -> Value in
        let times = try Operations.size(a[1])
        let state = try of(a[0])
        let result = PackedArray(state.code)
        try result.append(state.bytes, times: times)
        return Native.make(cls, result)
      }
    }
    for op in Comparison.all {
      cls.method("\(Comparison.method(op))", "self, value, /") { (a) throws(Raised) -> Value in
        guard let other = Native.payload(a[1], as: PackedArray.self) else { return .notImplemented }
        let array = try of(a[0])
        guard op == .equal || op == .notEqual else { return try Comparison.compare(op, array.list(), other.list()) }
        // Not a number is never equal, not even to itself.
        var isSame = array.count == other.count
        for index in 0..<array.count where isSame { isSame = try Operations.equal(array[index], other[index]) }
        return Value(isSame == (op == .equal))
      }
    }
  }

  private static func addChanging(_ cls: Class) {
    cls.method("__setitem__", "self, key, value, /") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      guard a[1].isKind(.slice) else {
        let bits = try state.bits(a[2])
        state.set(try state.position(a[1], "array assignment index out of range"), bits)
        return .none
      }
      guard let other = Native.payload(a[2], as: PackedArray.self) else {
        throw raise(.typeError, "can only assign array (not \"\(Types.name(a[2]))\") to array slice")
      }
      guard other.code.letter == state.code.letter else {
        throw raise(.typeError, "bad argument type for built-in operation")
      }
      try state.replace(try Slice.indices(a[1], state.count), other.bytes)
      return .none
    }
    cls.method("__delitem__", "self, key, /") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      if a[1].isKind(.slice) {
        state.remove(try Slice.indices(a[1], state.count))
      } else {
        state.remove(at: try state.position(a[1], "array assignment index out of range"))
      }
      return .none
    }
    cls.method("append", "self, v, /") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      state.append(try state.bits(a[1]))
      return .none
    }
    cls.method("insert", "self, i, v, /") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      let given = try Operations.index(a[1])
      let bits = try state.bits(a[2])
      state.insert(bits, at: max(0, min(given < 0 ? given + state.count : given, state.count)))
      return .none
    }
    cls.method("pop", "self, i=-1, /") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      guard state.count > 0 else { throw raise(.indexError, "pop from empty array") }
      let position = try state.position(a.optional(1) ?? Value(small: -1), "pop index out of range")
      let item = state[position]
      state.remove(at: position)
      return item
    }
    cls.method("remove", "self, v, /") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      guard let found = try state.firstIndex(of: a[1], from: 0, to: .max) else {
        throw raise(.valueError, "array.remove(x): x not in array")
      }
      state.remove(at: found)
      return .none
    }
    cls.method("reverse", "self, /") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      let items = (0..<state.count).map { state.raw($0) }
      for (index, bits) in items.reversed().enumerated() { state.set(index, bits) }
      return .none
    }
    cls.method("byteswap", "self, /") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      let shift = UInt64(64 - 8 * state.code.size)
      for index in 0..<state.count { state.set(index, state.raw(index).byteSwapped >> shift) }
      return .none
    }
    cls.method("extend", "self, bb, /") { (a) throws(Raised) -> Value in
      try of(a[0]).extend(a[1])
      return .none
    }
    cls.method("__iadd__", "self, value, /") { (a) throws(Raised) -> Value in
      guard Native.payload(a[1], as: PackedArray.self) != nil else {
        throw raise(.typeError, "can only extend array with array (not \"\(Types.name(a[1]))\")")
      }
      try of(a[0]).extend(a[1])
      return a[0]
    }
    cls.method("__imul__", "self, value, /") { (a) throws(Raised) -> Value in
      let times = try Operations.size(a[1])
      let state = try of(a[0])
      let old = state.bytes
      if times <= 0 { state.remove(try Slice.indices(Slice.make(.none, .none, .none), state.count)) }
      try state.append(old, times: times - 1)
      return a[0]
    }
  }

  private static func addConversion(_ cls: Class) {
    cls.method("tobytes", "self, /") { (a) throws(Raised) -> Value in Bytes.make(try of(a[0]).bytes) }
    cls.method("tolist", "self, /") { (a) throws(Raised) -> Value in try of(a[0]).list() }
    cls.method("tounicode", "self, /") { (a) throws(Raised) -> Value in try of(a[0]).text() }
    cls.method("buffer_info", "self, /") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      return Tuple.make(Integer.make(Int(state.storage.bits & 0xFFFF_FFFF_FFFF)), Integer.make(state.count))
    }
    cls.method("frombytes", "self, buffer, /") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      let bytes = try Text.bytesLike(a[1])
      guard bytes.count.isMultiple(of: state.code.size) else {
        throw raise(.valueError, "bytes length not a multiple of item size")
      }
      state.append(bytes: bytes)
      return .none
    }
    cls.method("fromlist", "self, list, /") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      guard a[1].isKind(.list) else { throw raise(.typeError, "arg must be list") }
      // A list that holds anything else leaves the array as it was.
      var all: [UInt64] = []
      for item in Array(List.items(a[1])) { all.append(try state.bits(item)) }
      for bits in all { state.append(bits) }
      return .none
    }
    cls.method("fromunicode", "self, ustr, /") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      guard a[1].isKind(.str) else {
        throw raise(.typeError, "fromunicode() argument must be str, not \(Text.describeType(a[1]))")
      }
      guard state.code.letter == "u" else {
        throw raise(.valueError, "fromunicode() may only be called on unicode type arrays")
      }
      for code in Str.scalars(a[1]) { state.append(UInt64(code)) }
      return .none
    }
    cls.method("tofile", "self, f, /") { (a) throws(Raised) -> Value in
      _ = try Call.call(try Attributes.get(a[1], "write"), Bytes.make(try of(a[0]).bytes))
      return .none
    }
    cls.method("fromfile", "self, f, n, /") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      let wanted = try Operations.index(a[2])
      if wanted < 0 { throw raise(.valueError, "negative count") }
      let size = wanted * state.code.size
      let read = try Call.call(try Attributes.get(a[1], "read"), Integer.make(size))
      guard read.isKind(.bytes) else { throw raise(.typeError, "read() didn't return bytes") }
      let bytes = Bytes.bytes(read)
      state.append(bytes: Array(bytes[..<(bytes.count / state.code.size * state.code.size)]))
      if bytes.count < size { throw raise(.eofError, "read() didn't return enough bytes") }
      return .none
    }
  }
}
