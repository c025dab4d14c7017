/// `memoryview`: a window of one dimension on the bytes of `bytes`, a `bytearray` or an `array`.
final class MemoryView: Payload {
  /// The object that was asked for a view; unbound after `release`.
  private(set) var owner: Value
  /// The object of kind `.bytes` in which its bytes lie.
  private let base: Value
  /// The byte at which the first item begins.
  private let start: Int
  /// How many bytes lie between the beginnings of two items.
  private let step: Int
  private let count: Int
  private let code: ScalarCode
  private let isReadOnly: Bool

  private init(
    owner: Value, base: Value, start: Int = 0, step: Int, count: Int, code: ScalarCode, isReadOnly: Bool
  ) {
    self.owner = owner
    self.base = base
    self.start = start
    self.step = step
    self.count = count
    self.code = code
    self.isReadOnly = isReadOnly
  }

  /// Another view of the same bytes.
  private func with(
    start: Int? = nil, step: Int? = nil, count: Int? = nil, code: ScalarCode? = nil, isReadOnly: Bool? = nil
  ) -> MemoryView {
    MemoryView(
      owner: owner, base: base, start: start ?? self.start, step: step ?? self.step, count: count ?? self.count,
      code: code ?? self.code, isReadOnly: isReadOnly ?? self.isReadOnly)
  }

  override func trace() {
    Heap.mark(owner)
    Heap.mark(base)
  }

  private nonisolated(unsafe) static var cls: Class! = nil

  /// The bytes of the items that the window shows.
  func bytes() throws(Raised) -> [UInt8] {
    let data = try data()
    if step == code.size { return Array(UnsafeBufferPointer(start: data + start, count: count * step)) }
    return (0..<count).flatMap { item in (0..<code.size).map { data[start + item * step + $0] } }
  }

  /// Where the bytes of the base begin; raises `ValueError` once the view is released.
  private func data() throws(Raised) -> UnsafeMutablePointer<UInt8> {
    guard !owner.isUnbound else {
      throw raise(.valueError, "operation forbidden on released memoryview object")
    }
    let layout = base.object.as(BytesLayout.self)
    // A bytearray that shrank meanwhile leaves nothing to see; CPython refuses to shrink it instead.
    guard count == 0 || max(start, start + (count - 1) * step) + code.size <= layout.pointee.count else {
      throw raise(.bufferError, "the bytearray of this memoryview has been resized")
    }
    return layout.pointee.data
  }

  /// The hash, once it was asked for: it outlives the view's release.
  private var knownHash: Int?

  private func item(_ index: Int) throws(Raised) -> Value { code.load(try data() + start + index * step) }

  private func items() throws(Raised) -> [Value] {
    var result: [Value] = []
    for index in 0..<count { result.append(try item(index)) }
    return result
  }

  private func list() throws(Raised) -> Value {
    let result = List.make(capacity: count)
    for index in 0..<count { List.append(result, try item(index)) }
    return result
  }

  private var isContiguous: Bool { step == code.size || count < 2 }

  private func position(_ index: Value) throws(Raised) -> Int {
    guard Integer.isInteger(index) || index.isObject && Types.cls(index).lookup(.__index__) != nil else {
      if index.isKind(.tuple), Tuple.items(index).count > 1 {
        let isSliced = Tuple.items(index).allSatisfy { $0.isKind(.slice) }
        if isSliced { throw raise(.notImplementedError, "multi-dimensional slicing is not implemented") }
      }
      throw raise(.typeError, "memoryview: invalid slice key")
    }
    let given = try Operations.index(index, overflow: .indexError)
    let position = given < 0 ? given + count : given
    guard position >= 0 && position < count else { throw raise(.indexError, "index out of bounds on dimension 1") }
    return position
  }

  private func slice(_ index: Value) throws(Raised) -> MemoryView {
    let chosen = try Slice.indices(index, count)
    return with(start: start + chosen.start * step, step: step * chosen.step, count: chosen.count)
  }

  private static func state(_ value: Value) throws(Raised) -> MemoryView {
    guard let view = Native.payload(value, as: MemoryView.self) else {
      throw raise(.typeError, "not a memoryview")
    }
    return view
  }

  /// The state of a view that has not been released.
  private static func open(_ value: Value) throws(Raised) -> MemoryView {
    let view = try state(value)
    _ = try view.data()
    return view
  }

  /// A view of the whole of a value; nil for one that shows no bytes.
  private static func over(_ value: Value) throws(Raised) -> MemoryView? {
    if Native.payload(value, as: MemoryView.self) != nil { return try open(value).with() }
    if let array = Native.payload(value, as: PackedArray.self) {
      return MemoryView(
        owner: value, base: array.storage, step: array.code.size, count: array.count, code: array.code,
        isReadOnly: false)
    }
    guard value.isKind(.bytes), let code = ScalarCode("B") else { return nil }
    return MemoryView(
      owner: value, base: value, step: 1, count: Bytes.buffer(value).count, code: code,
      isReadOnly: !Bytes.isMutable(value))
  }

  /// The bytes of a value that can be written in place; nil for one that can't.
  static func writable(_ value: Value) -> UnsafeMutableBufferPointer<UInt8>? {
    let view: MemoryView?
    do throws(Raised) { view = try over(value) } catch { return nil }
    guard let view, !view.isReadOnly, view.isContiguous else { return nil }
    let data = view.base.object.as(BytesLayout.self).pointee.data
    return UnsafeMutableBufferPointer(start: data + view.start, count: view.count * view.code.size)
  }

  /// Makes the class.
  static func install(in namespace: Namespace) {
    cls = Types.define("memoryview")
    namespace["memoryview"] = cls.value
    cls.staticMethod("__new__", "cls, object") { (a) throws(Raised) -> Value in
      guard let view = try over(a[1]) else {
        throw raise(.typeError, "memoryview: a bytes-like object is required, not '\(Types.name(a[1]))'")
      }
      return Native.make(cls, view)
    }
    installItems()
    installLife()
    installConversion()
    let numbers: [(String, (MemoryView) -> Value)] = [
      ("nbytes", { Value(small: $0.count * $0.code.size) }), ("itemsize", { Value(small: $0.code.size) }),
      ("ndim", { _ in Value(small: 1) }), ("readonly", { Value($0.isReadOnly) }),
      ("format", { Str.make($0.code.letter == "u" ? "w" : String($0.code.letter)) }), ("obj", { $0.owner }),
      ("shape", { Tuple.make([Value(small: $0.count)]) }), ("strides", { Tuple.make([Value(small: $0.step)]) }),
      ("suboffsets", { _ in Tuple.make([]) }), ("contiguous", { Value($0.isContiguous) }),
      ("c_contiguous", { Value($0.isContiguous) }), ("f_contiguous", { Value($0.isContiguous) }),
    ]
    for (name, get) in numbers {
      cls.property(name, get: { (v) throws(Raised) -> Value in get(try open(v)) })
    }
  }

  private static func installItems() {
    cls.method("__len__", "self, /") { (a) throws(Raised) -> Value in Value(small: try open(a[0]).count) }
    cls.method("__getitem__", "self, key, /") { (a) throws(Raised) -> Value in
      let view = try open(a[0])
      if a[1].isKind(.slice) { return Native.make(cls, try view.slice(a[1])) }
      return try view.item(try view.position(a[1]))
    }
    cls.method("__setitem__", "self, key, value, /") { (a) throws(Raised) -> Value in
      try set(try open(a[0]), a[1], a[2])
      return .none
    }
    cls.method("__delitem__", "self, key, /") { (a) throws(Raised) -> Value in
      let view = try open(a[0])
      throw raise(.typeError, view.isReadOnly ? "cannot modify read-only memory" : "cannot delete memory")
    }
    cls.method("__iter__", "self, /") { (a) throws(Raised) -> Value in
      try Iteration.iterator(try open(a[0]).list())
    }
    cls.method("__eq__", "self, other, /") { (a) throws(Raised) -> Value in
      let view = try state(a[0])
      let other: MemoryView?
      if let given = Native.payload(a[1], as: MemoryView.self) {
        // A view that was released equals itself alone.
        if view.owner.isUnbound || given.owner.isUnbound { return Value(view === given) }
        other = given
      } else {
        other = try over(a[1])
        if view.owner.isUnbound { return .no }
      }
      guard let other else { return .notImplemented }
      guard view.count == other.count else { return .no }
      for index in 0..<view.count {
        if try !Operations.equal(try view.item(index), try other.item(index)) { return .no }
      }
      return .yes
    }
    cls.method("__hash__", "self, /") { (a) throws(Raised) -> Value in
      if let known = try state(a[0]).knownHash { return Integer.make(known) }
      let view = try open(a[0])
      guard view.isReadOnly else { throw raise(.valueError, "cannot hash writable memoryview object") }
      guard ["B", "b", "c"].contains(view.code.letter) else {
        throw raise(.valueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
      }
      // What lies below has to be hashable, too.
      _ = try Operations.hash(view.owner)
      let hash = try Operations.hash(Bytes.make(try view.bytes()))
      view.knownHash = hash
      return Integer.make(hash)
    }
  }

  private static func installLife() {
    cls.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
      let what = try state(a[0]).owner.isUnbound ? "released memory" : "memory"
      return Str.make("<\(what) at 0x\(String(UInt(a[0].bits), radix: 16))>")
    }
    cls.method("__enter__", "self, /") { (a) throws(Raised) -> Value in
      _ = try open(a[0])
      return a[0]
    }
    for (name, signature) in [("__exit__", "self, /, *args"), ("release", "self, /")] {
      cls.method(name, signature) { (a) throws(Raised) -> Value in
        try state(a[0]).owner = .unbound
        return .none
      }
    }
    cls.method("toreadonly", "self, /") { (a) throws(Raised) -> Value in
      Native.make(cls, try open(a[0]).with(isReadOnly: true))
    }
    cls.method("cast", "self, /, format, shape=()") { (a) throws(Raised) -> Value in
      try cast(try open(a[0]), a[1], a.optional(2))
    }
  }

  private static func cast(_ view: MemoryView, _ format: Value, _ shape: Value?) throws(Raised) -> Value {
    guard format.isKind(.str) else {
      throw raise(.typeError, "cast() argument 'format' must be str, not \(Text.describeType(format))")
    }
    if let shape, !shape.isKind(.list), !shape.isKind(.tuple) {
      throw raise(.typeError, "shape must be a list or a tuple")
    }
    guard view.isContiguous else {
      throw raise(.typeError, "memoryview: casts are restricted to C-contiguous views")
    }
    let name = Str.swift(format)
    let letter = name.hasPrefix("@") ? name.dropFirst() : name[...]
    guard letter.count == 1, let code = letter.first.flatMap({ ScalarCode($0) }), code.letter != "u" else {
      throw raise(
        .valueError,
        "memoryview: destination format must be a native single character format prefixed with an optional '@'")
    }
    let isByte = { (letter: Character) in letter == "B" || letter == "b" || letter == "c" }
    guard isByte(view.code.letter) || isByte(code.letter) else {
      throw raise(.typeError, "memoryview: cannot cast between two non-byte formats")
    }
    let size = view.count * view.code.size
    guard size.isMultiple(of: code.size) else {
      throw raise(.typeError, "memoryview: length is not a multiple of itemsize")
    }
    if shape != nil {
      throw raise(.notImplementedError, "memoryview.cast() to more dimensions is not supported in a spec")
    }
    return Native.make(cls, view.with(step: code.size, count: size / code.size, code: code))
  }

  private static func installConversion() {
    cls.method("tobytes", "self, /, order='C'") { (a) throws(Raised) -> Value in
      if let order = a.optional(1), !order.isNone {
        guard order.isKind(.str) else {
          throw raise(.typeError, "tobytes() argument 'order' must be str or None, not \(Types.name(order))")
        }
        guard ["C", "F", "A"].contains(Str.swift(order)) else {
          throw raise(.valueError, "order must be 'C', 'F' or 'A'")
        }
      }
      return Bytes.make(try state(a[0]).bytes())
    }
    cls.method("tolist", "self, /") { (a) throws(Raised) -> Value in try open(a[0]).list() }
    cls.method("hex", "self, /, sep='', bytes_per_sep=1") { (a) throws(Raised) -> Value in
      let given = a.optional(1).map { [$0] + (a.optional(2).map { [$0] } ?? []) } ?? []
      return try Call.call(try Attributes.get(Bytes.make(try state(a[0]).bytes()), "hex"), given)
    }
  }

  private static func set(_ view: MemoryView, _ index: Value, _ value: Value) throws(Raised) {
    if view.isReadOnly { throw raise(.typeError, "cannot modify read-only memory") }
    if index.isKind(.slice) {
      let part = try view.slice(index)
      guard let source = try over(value) else {
        throw raise(.typeError, "a bytes-like object is required, not '\(Types.name(value))'")
      }
      guard source.count == part.count, source.code.letter == part.code.letter else {
        throw raise(.valueError, "memoryview assignment: lvalue and rvalue have different structures")
      }
      let bytes = try source.bytes()
      let data = try part.data()
      let size = part.code.size
      for item in 0..<part.count {
        for offset in 0..<size { data[part.start + item * part.step + offset] = bytes[item * size + offset] }
      }
      return
    }
    let position = try view.position(index)
    let bits = try view.bits(value)
    view.code.store(bits, try view.data() + view.start + position * view.step)
  }

  /// The bits of a new item; raises `TypeError` for the wrong type and `ValueError` for what doesn't fit.
  private func bits(_ value: Value) throws(Raised) -> UInt64 {
    let type = "memoryview: invalid type for format '\(code.letter)'"
    switch code.letter {
    case "?": return try Operations.truth(value) ? 1 : 0
    case "c":
      guard value.isKind(.bytes) else { throw raise(.typeError, type) }
      guard Bytes.buffer(value).count == 1 else {
        throw raise(.valueError, "memoryview: invalid value for format 'c'")
      }
      return UInt64(Bytes.buffer(value)[0])
    case "f", "d":
      guard Numbers.isReal(value), let double = try Numbers.double(value) else { throw raise(.typeError, type) }
      return code.bits(double)
    default:
      guard Integer.isInteger(value) || value.isObject && Types.cls(value).lookup(.__index__) != nil else {
        throw raise(.typeError, type)
      }
      let number = Integer.isInteger(value) ? value : try Call.special(value, .__index__) ?? value
      guard let big = Integer.big(number), let bits = code.bits(big) else {
        throw raise(.valueError, "memoryview: invalid value for format '\(code.letter)'")
      }
      return bits
    }
  }
}
