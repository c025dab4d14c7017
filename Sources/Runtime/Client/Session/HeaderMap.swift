import Lang

/// Headers as specs see them: a dict whose keys ignore case and keep the spelling they were set with, as
/// `requests.structures.CaseInsensitiveDict`.
final class HeaderMap: Payload {
  private(set) var entries: [(name: Value, value: Value)] = []
  private var lowered: [[UInt8]] = []
  /// The headers as they go over the wire; made anew after a change.
  private var wire: [UInt8]?
  /// Whether a value may be anything, of which the text is sent, as `FastHttpUser` does.
  var takesAny = false

  nonisolated(unsafe) private static var cls: Class! = nil

  override func trace() {
    for (name, value) in entries {
      Heap.mark(name)
      Heap.mark(value)
    }
  }

  /// A copy that can be changed by itself.
  func copy() -> HeaderMap {
    let copy = HeaderMap()
    copy.entries = entries
    copy.lowered = lowered
    copy.wire = wire
    copy.takesAny = takesAny
    return copy
  }

  private static func lower(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    bytes.map { $0 &- 65 < 26 ? $0 | 32 : $0 }
  }

  private func index(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
    let key = HeaderMap.lower(name)
    return lowered.firstIndex(of: key)
  }

  /// The value of a header; nil when there is none.
  func get(_ name: Value) -> Value? {
    guard name.isKind(.str) else { return nil }
    return index(Str.bytes(name)).map { entries[$0].value }
  }

  /// Whether there is a header of this name, given in lower case.
  func has(lowercased name: StaticString) -> Bool {
    lowered.contains { key in
      key.count == name.utf8CodeUnitCount
        && name.withUTF8Buffer { $0.elementsEqual(key) }
    }
  }

  /// Sets a header in the place that it has, or at the end.
  func set(_ name: Value, _ value: Value) {
    wire = nil
    let bytes = name.isKind(.bytes) ? BytesValue.buffer(name) : Str.bytes(name)
    let shown = name.isKind(.bytes) ? Str.make(Array(bytes)) : name
    if let index = index(bytes) {
      entries[index] = (shown, value)
    } else {
      entries.append((shown, value))
      lowered.append(HeaderMap.lower(bytes))
    }
  }

  /// Removes a header; gives what it was.
  func remove(_ name: Value) -> Value? {
    guard name.isKind(.str), let index = index(Str.bytes(name)) else { return nil }
    wire = nil
    lowered.remove(at: index)
    return entries.remove(at: index).value
  }

  /// Takes over the headers of a mapping or of a sequence of pairs; `None` removes one where `removesNone` says so.
  func update(_ source: Value, removesNone: Bool = false) throws(Raised) {
    if let other = Native.payload(source, as: HeaderMap.self) {
      for (name, value) in other.entries { set(name, value) }
      return
    }
    for (name, value) in try pairs(of: source) {
      guard name.isKind(.str) || name.isKind(.bytes) else {
        throw raise(.attributeError, "'\(Types.name(name))' object has no attribute 'lower'")
      }
      if removesNone && value.isNone { _ = remove(name) } else { set(name, value) }
    }
  }

  /// The lines "Name: value\r\n" in order.
  func wireBytes() throws(Raised) -> [UInt8] {
    if let wire { return wire }
    var out: [UInt8] = []
    for (name, value) in entries where !value.isNone {
      try append(name, value, to: &out)
    }
    wire = out
    return out
  }

  /// Whether these lines are the map's, made once and not changed since.
  @inline(__always)
  func isWire(_ lines: [UInt8]) -> Bool {
    wireAddress != 0 && lines.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) } == wireAddress
  }

  /// Where the lines lie; 0 while they have not been made, or there are none.
  @inline(__always)
  var wireAddress: UInt {
    guard let wire, !wire.isEmpty else { return 0 }
    return wire.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
  }

  /// Makes the lines now, so that copies have them.
  func prepare() { _ = try? wireBytes() }

  private func append(_ name: Value, _ value: Value, to out: inout [UInt8]) throws(Raised) {
    if takesAny, !value.isKind(.str), !value.isKind(.bytes) {
      let text = try Text.str(value)
      defer { Heap.keepAlive(text) }
      return try append(name, text, to: &out)
    }
    let text: UnsafeBufferPointer<UInt8>
    if value.isKind(.str) {
      text = Str.bytes(value)
    } else if value.isKind(.bytes) {
      text = BytesValue.buffer(value)
    } else {
      throw RequestExceptions.shared.invalidHeader(
        "Header part (\(Str.swift(try Text.repr(value)))) from (\(Str.swift(try Text.repr(name))), "
          + "\(Str.swift(try Text.repr(value)))) must be of type str or bytes, not "
          + "\(Str.swift(try Text.repr(Types.cls(value).value)))")
    }
    let key = Str.bytes(name)
    let isClean = !key.isEmpty && !key.contains { $0 <= 32 || $0 == 58 || $0 == 127 }
    let isOneLine = !text.contains { $0 == 13 || $0 == 10 || $0 == 0 }
    guard isClean, isOneLine, takesAny || text.first != 32 && text.first != 9 else {
      if takesAny, isClean {
        throw raise(
          .valueError,
          "invalid value for header field \(Str.swift(try Text.repr(name))): \(Str.swift(try Text.repr(value)))")
      }
      let shown = isClean ? value : name
      throw RequestExceptions.shared.invalidHeader(
        "Invalid leading whitespace, reserved character(s), or return character(s) in header "
          + "\(isClean ? "value" : "name"): \(Str.swift(try Text.repr(shown)))")
    }
    out.append(contentsOf: key)
    out.append(58)
    out.append(32)
    if value.isKind(.str), !Str.isASCII(value) {
      // http.client sends what fits as Latin-1, anything else as UTF-8.
      let scalars = Str.swift(value).unicodeScalars
      if scalars.allSatisfy({ $0.value < 256 }) {
        out.append(contentsOf: scalars.map { UInt8($0.value) })
      } else {
        out.append(contentsOf: text)
      }
    } else {
      out.append(contentsOf: text)
    }
    out.append(13)
    out.append(10)
  }

  // MARK: The class

  /// A map as a Python value.
  static func make(_ map: HeaderMap) -> Value { Native.make(cls, map) }

  private static func of(_ value: Value) throws(Raised) -> HeaderMap {
    guard let map = Native.payload(value, as: HeaderMap.self) else {
      throw raise(.typeError, "a 'CaseInsensitiveDict' object is required, not '\(Types.name(value))'")
    }
    return map
  }

  /// Makes the class `CaseInsensitiveDict`.
  static func define() -> Class {
    let cls = Types.define("CaseInsensitiveDict", module: "requests.structures")
    self.cls = cls
    cls.staticMethod("__new__", "cls, *args, **kwargs") { (a) throws(Raised) -> Value in
      Native.make(ClassObject.cls(a[0]), HeaderMap())
    }
    cls.method("__init__", "self, data=None, **kwargs") { (a) throws(Raised) -> Value in
      let map = try of(a[0])
      if let data = a.optional(1), !data.isNone { try map.update(data) }
      try map.update(a[2])
      return .none
    }
    cls.method("__getitem__", "self, key") { (a) throws(Raised) -> Value in
      guard let value = try of(a[0]).get(a[1]) else {
        throw raise(.keyError, value: a[1].isKind(.str) ? Str.make(Str.swift(a[1]).lowercased()) : a[1])
      }
      return value
    }
    cls.method("__setitem__", "self, key, value") { (a) throws(Raised) -> Value in
      guard a[1].isKind(.str) || a[1].isKind(.bytes) else {
        throw raise(.attributeError, "'\(Types.name(a[1]))' object has no attribute 'lower'")
      }
      try of(a[0]).set(a[1], a[2])
      return .none
    }
    cls.method("__delitem__", "self, key") { (a) throws(Raised) -> Value in
      guard try of(a[0]).remove(a[1]) != nil else { throw raise(.keyError, value: a[1]) }
      return .none
    }
    cls.method("__contains__", "self, key") { (a) throws(Raised) -> Value in Value(try of(a[0]).get(a[1]) != nil) }
    cls.method("__len__", "self") { (a) throws(Raised) -> Value in Value(small: try of(a[0]).entries.count) }
    cls.method("__iter__", "self") { (a) throws(Raised) -> Value in
      try Iteration.iterator(List.make(try of(a[0]).entries.map(\.name)))
    }
    cls.method("get", "self, key, default=None") { (a) throws(Raised) -> Value in
      try of(a[0]).get(a[1]) ?? a.optional(2) ?? .none
    }
    cls.method("pop", "self, key, default=None") { (a) throws(Raised) -> Value in
      if let value = try of(a[0]).remove(a[1]) { return value }
      guard let otherwise = a.optional(2) else { throw raise(.keyError, value: a[1]) }
      return otherwise
    }
    cls.method("setdefault", "self, key, default=None") { (a) throws(Raised) -> Value in
      let map = try of(a[0])
      if let value = map.get(a[1]) { return value }
      map.set(a[1], a.optional(2) ?? .none)
      return a.optional(2) ?? .none
    }
    cls.method("update", "self, data=None, **kwargs") { (a) throws(Raised) -> Value in
      let map = try of(a[0])
      if let data = a.optional(1), !data.isNone { try map.update(data) }
      try map.update(a[2])
      return .none
    }
    cls.method("clear", "self") { (a) throws(Raised) -> Value in
      let map = try of(a[0])
      map.entries = []
      map.lowered = []
      map.wire = nil
      return .none
    }
    cls.method("copy", "self") { (a) throws(Raised) -> Value in make(try of(a[0]).copy()) }
    cls.method("keys", "self") { (a) throws(Raised) -> Value in List.make(try of(a[0]).entries.map(\.name)) }
    cls.method("values", "self") { (a) throws(Raised) -> Value in List.make(try of(a[0]).entries.map(\.value)) }
    cls.method("items", "self") { (a) throws(Raised) -> Value in
      List.make(try of(a[0]).entries.map { Tuple.make($0.name, $0.value) })
    }
    cls.method("lower_items", "self") { (a) throws(Raised) -> Value in
      let pairs = try of(a[0]).entries.map { Tuple.make(Str.make(Str.swift($0.name).lowercased()), $0.value) }
      return try Iteration.iterator(List.make(pairs))
    }
    cls.method("__repr__", "self") { (a) throws(Raised) -> Value in
      let dict = Dict.make()
      for (name, value) in try of(a[0]).entries { try Dict.set(dict, name, value) }
      return try Text.repr(dict)
    }
    cls.method("__eq__", "self, other") { (a) throws(Raised) -> Value in
      let left = try of(a[0])
      guard a[1].isKind(.dict) || Native.payload(a[1], as: HeaderMap.self) != nil else { return .notImplemented }
      let right = HeaderMap()
      try right.update(a[1])
      guard left.entries.count == right.entries.count else { return .no }
      for (name, value) in left.entries {
        guard let other = right.get(name), try Operations.equal(value, other) else { return .no }
      }
      return .yes
    }
    return cls
  }
}

/// The keys and values of a dict, of any mapping with `items`, or of a sequence of pairs.
func pairs(of source: Value) throws(Raised) -> [(Value, Value)] {
  if source.isKind(.dict) { return Dict.pairs(source).map { ($0.key, $0.value) } }
  var sequence = source
  if let items = try Attributes.find(source, Symbol("items")) { sequence = try Call.call(items) }
  let collected = List.make()
  try Iteration.forEach(sequence) { (pair) throws(Raised) in
    List.append(collected, try Iteration.tuple(pair))
  }
  var result: [(Value, Value)] = []
  for pair in List.items(collected) {
    let items = Tuple.items(pair)
    guard items.count == 2 else {
      throw raise(.valueError, "cannot encode objects that are not 2-tuples")
    }
    result.append((items[0], items[1]))
  }
  // The pairs themselves keep their members alive through `collected`.
  Heap.keepAlive(collected)
  return result
}
