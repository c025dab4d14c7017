/// `memoryview`: a window on the bytes of `bytes` or a `bytearray`, one dimension of unsigned bytes.
final class MemoryView: Payload {
  /// The bytes object; unbound after `release`.
  private(set) var base: Value
  private let start: Int
  private let step: Int
  private let count: Int
  private let isReadOnly: Bool

  private init(_ base: Value, start: Int, step: Int, count: Int, isReadOnly: Bool) {
    self.base = base
    self.start = start
    self.step = step
    self.count = count
    self.isReadOnly = isReadOnly
  }

  override func trace() { Heap.mark(base) }

  private nonisolated(unsafe) static var cls: Class! = nil

  /// The bytes that the window shows.
  func bytes() throws(Raised) -> [UInt8] {
    let buffer = try self.buffer()
    return (0..<count).map { buffer[start + $0 * step] }
  }

  private func buffer() throws(Raised) -> UnsafeBufferPointer<UInt8> {
    guard !base.isUnbound else {
      throw raise(.valueError, "operation forbidden on released memoryview object")
    }
    let buffer = Bytes.buffer(base)
    // A bytearray that shrank meanwhile leaves nothing to see; CPython refuses to shrink it instead.
    guard count == 0 || max(start, start + (count - 1) * step) < buffer.count else {
      throw raise(.bufferError, "the bytearray of this memoryview has been resized")
    }
    return buffer
  }

  private func position(_ index: Value) throws(Raised) -> Int {
    guard Integer.isInteger(index) || Types.cls(index).lookup(.__index__) != nil else {
      throw raise(.typeError, "memoryview: invalid slice key")
    }
    let given = try Operations.index(index)
    let position = given < 0 ? given + count : given
    guard position >= 0 && position < count else { throw raise(.indexError, "index out of bounds on dimension 1") }
    return start + position * step
  }

  private func slice(_ index: Value) throws(Raised) -> MemoryView {
    let chosen = try Slice.indices(index, count)
    return MemoryView(
      base, start: start + chosen.start * step, step: step * chosen.step, count: chosen.count,
      isReadOnly: isReadOnly)
  }

  private static func state(_ value: Value) throws(Raised) -> MemoryView {
    guard let view = Native.payload(value, as: MemoryView.self) else {
      throw raise(.typeError, "not a memoryview")
    }
    return view
  }

  private static func make(_ value: Value) throws(Raised) -> Value {
    if let view = Native.payload(value, as: MemoryView.self) {
      _ = try view.buffer()
      return Native.make(
        cls,
        MemoryView(view.base, start: view.start, step: view.step, count: view.count, isReadOnly: view.isReadOnly))
    }
    guard value.isKind(.bytes) else {
      throw raise(.typeError, "memoryview: a bytes-like object is required, not '\(Types.name(value))'")
    }
    return Native.make(
      cls,
      MemoryView(
        value, start: 0, step: 1, count: Bytes.buffer(value).count, isReadOnly: !Bytes.isMutable(value)))
  }

  /// Makes the class.
  static func install(in namespace: Namespace) {
    cls = Types.define("memoryview")
    namespace["memoryview"] = cls.value
    cls.staticMethod("__new__", "cls, object") { (a) throws(Raised) -> Value in try make(a[1]) }
    cls.method("__len__", "self, /") { (a) throws(Raised) -> Value in
      _ = try state(a[0]).buffer()
      return Value(small: try state(a[0]).count)
    }
    cls.method("__getitem__", "self, key, /") { (a) throws(Raised) -> Value in
      let view = try state(a[0])
      let buffer = try view.buffer()
      if a[1].isKind(.slice) { return Native.make(cls, try view.slice(a[1])) }
      return Value(small: Int(buffer[try view.position(a[1])]))
    }
    cls.method("__setitem__", "self, key, value, /") { (a) throws(Raised) -> Value in
      try set(try state(a[0]), a[1], a[2])
      return .none
    }
    cls.method("__iter__", "self, /") { (a) throws(Raised) -> Value in
      try Iteration.iterator(Bytes.make(try state(a[0]).bytes()))
    }
    cls.method("__eq__", "self, other, /") { (a) throws(Raised) -> Value in
      guard a[1].isKind(.bytes) || Native.payload(a[1], as: MemoryView.self) != nil else { return .notImplemented }
      return Value(try state(a[0]).bytes() == Text.bytesLike(a[1]))
    }
    cls.method("__hash__", "self, /") { (a) throws(Raised) -> Value in
      guard try state(a[0]).isReadOnly else { throw raise(.valueError, "cannot hash writable memoryview object") }
      return Integer.make(try Operations.hash(Bytes.make(try state(a[0]).bytes())))
    }
    cls.method("__enter__", "self, /") { (a) throws(Raised) -> Value in
      _ = try state(a[0]).buffer()
      return a[0]
    }
    cls.method("__exit__", "self, /, *args") { (a) throws(Raised) -> Value in
      try state(a[0]).base = .unbound
      return .none
    }
    cls.method("release", "self, /") { (a) throws(Raised) -> Value in
      try state(a[0]).base = .unbound
      return .none
    }
    cls.method("tobytes", "self, /, order='C'") { (a) throws(Raised) -> Value in
      Bytes.make(try state(a[0]).bytes())
    }
    cls.method("tolist", "self, /") { (a) throws(Raised) -> Value in
      List.make(try state(a[0]).bytes().map { Value(small: Int($0)) })
    }
    cls.method("hex", "self, /, *args") { (a) throws(Raised) -> Value in
      try Call.call(
        try Attributes.get(Bytes.make(try state(a[0]).bytes()), "hex"), Array(Tuple.items(a[1])))
    }
    cls.method("toreadonly", "self, /") { (a) throws(Raised) -> Value in
      let view = try state(a[0])
      return Native.make(
        cls, MemoryView(view.base, start: view.start, step: view.step, count: view.count, isReadOnly: true))
    }
    cls.method("cast", "self, format, /, *shape") { (a) throws(Raised) -> Value in
      guard a[1].isKind(.str), ["B", "c", "b"].contains(Str.swift(a[1])) && Str.swift(a[1]) == "B" else {
        throw raise(.notImplementedError, "memoryview.cast() to other formats than 'B' is not supported in a spec")
      }
      return try make(a[0])
    }
    let numbers: [(String, (MemoryView) -> Value)] = [
      ("nbytes", { Value(small: $0.count) }), ("itemsize", { _ in Value(small: 1) }),
      ("ndim", { _ in Value(small: 1) }),
      ("readonly", { Value($0.isReadOnly) }), ("format", { _ in Str.make("B") }), ("obj", { $0.base }),
      ("shape", { Tuple.make([Value(small: $0.count)]) }), ("strides", { Tuple.make([Value(small: $0.step)]) }),
      ("suboffsets", { _ in Tuple.make([]) }), ("contiguous", { Value($0.step == 1) }),
      ("c_contiguous", { Value($0.step == 1) }), ("f_contiguous", { Value($0.step == 1) }),
    ]
    for (name, get) in numbers {
      cls.property(
        name,
        get: { (v) throws(Raised) -> Value in
          _ = try state(v).buffer()
          return get(try state(v))
        })
    }
  }

  private static func set(_ view: MemoryView, _ index: Value, _ value: Value) throws(Raised) {
    _ = try view.buffer()
    if view.isReadOnly { throw raise(.typeError, "cannot modify read-only memory") }
    let data = view.base.object.as(BytesLayout.self).pointee.data
    if index.isKind(.slice) {
      let part = try view.slice(index)
      let bytes = try Text.bytesLike(value)
      guard bytes.count == part.count else {
        throw raise(
          .valueError, "memoryview assignment: lvalue and rvalue have different structures")
      }
      for (number, byte) in bytes.enumerated() { data[part.start + number * part.step] = byte }
      return
    }
    let position = try view.position(index)
    guard Integer.isInteger(value) else {
      throw raise(.typeError, "memoryview: invalid type for format 'B'")
    }
    guard let int = Integer.int(value), let byte = UInt8(exactly: int) else {
      throw raise(.valueError, "memoryview: invalid value for format 'B'")
    }
    data[position] = byte
  }
}
