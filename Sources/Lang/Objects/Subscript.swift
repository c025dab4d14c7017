/// `container[index]`: reading, assigning and deleting.
enum Subscript {
  /// The methods `__getitem__`, `__setitem__` and `__delitem__` of the one built-in sequence that knows no slices, which
  /// are asked for positions only: CPython has its own texts for what `[…]` can't make a position of.
  nonisolated(unsafe) static var positional: [UInt64] = []

  private static func place(_ method: Value, _ index: Value) throws(Raised) -> Value {
    guard method.isKind(.nativeFunction), positional.contains(method.bits) else { return index }
    guard Integer.isInteger(index) || index.isObject && Types.cls(index).lookup(.__index__) != nil else {
      throw raise(.typeError, "sequence index must be integer, not '\(Types.name(index))'")
    }
    return Integer.make(try Operations.index(index, overflow: .indexError))
  }

  /// The item of a list or a tuple at an index from its beginning; nil for all else. The exact classes only, as a
  /// subclass may have its own `__getitem__`.
  @inline(__always)
  static func quick(_ container: Value, _ index: Value) -> Value? {
    guard container.isObject, index.isSmallInt else { return nil }
    let cls = container.object.pointee.cls.toOpaque()
    let position = UInt(bitPattern: index.smallInt)
    if cls == Types.list.toOpaque() {
      return position < UInt(bitPattern: List.count(container)) ? List.item(container, index.smallInt) : nil
    }
    guard cls == Types.tuple.toOpaque() else { return nil }
    let items = Tuple.items(container)
    return position < UInt(bitPattern: items.count) ? items[index.smallInt] : nil
  }

  /// `container[index]`
  @inline(never)
  static func get(_ container: Value, _ index: Value) throws(Raised) -> Value {
    guard container.isObject else { throw notSubscriptable(container) }
    return try container.object.pointee.cls.borrow { (cls) throws(Raised) -> Value in
      if let method = cls.override(.__getitem__) {
        return try Call.method(method, of: container, index)
      }
      return try getBuiltin(container, cls, index)
    }
  }

  /// What the built-in type of a container does, whatever a subclass says.
  static func getBuiltin(_ container: Value, _ cls: Class, _ index: Value) throws(Raised) -> Value {
    switch container.object.pointee.kind {
    case .list:
      if index.isSmallInt {
        let count = List.count(container)
        let position = index.smallInt < 0 ? index.smallInt + count : index.smallInt
        guard position >= 0 && position < count else { throw raise(.indexError, "list index out of range") }
        return List.item(container, position)
      }
      return try listItem(container, index)
    case .dict:
      if let found = try Dict.get(container, index) { return found }
      return try missing(container, cls, index)
    case .tuple:
      if index.isKind(.slice) { return try tupleSlice(container, index) }
      let items = Tuple.items(container)
      return items[try position(index, items.count, "tuple indices must be integers or slices", "tuple")]
    case .str: return try text(container, index)
    case .bytes:
      let layout = container.object.as(BytesLayout.self)
      if index.isKind(.slice) {
        let chosen = try Slice.indices(index, layout.pointee.count)
        let bytes = (0..<chosen.count).map { layout.pointee.data[chosen.start + $0 * chosen.step] }
        return Bytes.make(bytes, mutable: container.object.pointee.flags & BytesLayout.flagMutable != 0)
      }
      let isMutable = container.object.pointee.flags & BytesLayout.flagMutable != 0
      let name = isMutable ? "bytearray" : "byte"
      let at = try position(
        index, layout.pointee.count, "\(name) indices must be integers or slices",
        isMutable ? "bytearray" : nil)
      return Value(small: Int(layout.pointee.data[at]))
    case .range:
      let range = container.object.as(RangeLayout.self).pointee
      if index.isKind(.slice) { return try PyRange.slice(container, index) }
      if index.isKind(.bigInt), Integer.int(index) == nil {
        throw raise(.indexError, "range object index out of range")
      }
      let at = try position(
        index, PyRange.count(container), "range indices must be integers or slices", "range object")
      return Integer.make(range.start + at * range.step)
    case .class: return try classItem(container, index)
    default:
      guard let method = cls.lookup(.__getitem__) else { throw notSubscriptable(container) }
      return try Call.call(try Attributes.bind(method, container), try place(method, index))
    }
  }

  private static func notSubscriptable(_ value: Value) -> Raised {
    raise(.typeError, "'\(Types.name(value))' object is not subscriptable")
  }

  /// An index made a position within a sequence; `owner` begins the `IndexError`.
  private static func position(
    _ index: Value, _ count: Int, _ wrongType: String, _ owner: String?
  ) throws(Raised) -> Int {
    try position(try word(index, wrongType), count, owner)
  }

  /// The same of an index that is a machine word already.
  static func position(_ given: Int, _ count: Int, _ owner: String?) throws(Raised) -> Int {
    let position = given < 0 ? given + count : given
    guard position >= 0 && position < count else {
      throw raise(.indexError, owner.map { "\($0) index out of range" } ?? "index out of range")
    }
    return position
  }

  /// An index as a machine word; raises `TypeError` in these words for what is no index.
  static func word(_ index: Value, _ wrongType: String) throws(Raised) -> Int {
    if index.isSmallInt { return index.smallInt }
    guard Integer.isInteger(index) || index.isObject && Types.cls(index).lookup(.__index__) != nil else {
      throw raise(.typeError, "\(wrongType), not \(Types.name(index))")
    }
    return try Operations.index(index, overflow: .indexError)
  }

  private static func listItem(_ list: Value, _ index: Value) throws(Raised) -> Value {
    guard index.isKind(.slice) else {
      let at = try position(index, List.count(list), "list indices must be integers or slices", "list")
      return List.item(list, at)
    }
    let chosen = try Slice.indices(index, List.count(list))
    if chosen.step == 1 { return List.make(List.items(list).baseAddress.map { $0 + chosen.start }, chosen.count) }
    let result = List.make(capacity: chosen.count)
    for number in 0..<chosen.count { List.append(result, List.item(list, chosen.start + number * chosen.step)) }
    return result
  }

  private static func tupleSlice(_ tuple: Value, _ slice: Value) throws(Raised) -> Value {
    let source = Tuple.items(tuple)
    let chosen = try Slice.indices(slice, source.count)
    let (result, items) = Tuple.uninitialized(chosen.count)
    for number in 0..<chosen.count { items[number] = source[chosen.start + number * chosen.step] }
    return result
  }

  private static func text(_ text: Value, _ index: Value) throws(Raised) -> Value {
    let length = Str.length(text)
    if index.isKind(.slice) {
      let chosen = try Slice.indices(index, length)
      if chosen.step == 1 { return Str.slice(text, chosen.start, chosen.start + chosen.count) }
      let scalars = Str.scalars(text)
      return Str.make((0..<chosen.count).lazy.map { scalars[chosen.start + $0 * chosen.step] })
    }
    guard Integer.isInteger(index) || index.isObject && Types.cls(index).lookup(.__index__) != nil else {
      throw raise(.typeError, "string indices must be integers, not '\(Types.name(index))'")
    }
    let at = try position(index, length, "", "string")
    return character(text, at)
  }

  /// The text of the code point at a position within a text.
  static func character(_ text: Value, _ position: Int) -> Value {
    if Str.isASCII(text) { return ascii(Str.bytes(text)[position]) }
    return Str.slice(text, position, position + 1)
  }

  /// Texts of one ASCII character, made once.
  private nonisolated(unsafe) static let asciiTexts: [Value] = (0..<128).map { byte in
    Heap.pin(Str.make([UInt8(byte)]))
  }

  /// The text of an ASCII character.
  @inline(__always)
  static func ascii(_ byte: UInt8) -> Value { asciiTexts[Int(byte & 0x7F)] }

  private static func missing(_ dict: Value, _ cls: Class, _ key: Value) throws(Raised) -> Value {
    if cls.reference.toOpaque() != Types.dict.toOpaque(), let hook = cls.lookup(.__missing__) {
      return try Call.call(try Attributes.bind(hook, dict), key)
    }
    throw raise(.keyError, value: key)
  }

  /// `cls[…]`: the metaclass's `__getitem__`, then `__class_getitem__`; built-in types that are generic give an alias.
  private static func classItem(_ value: Value, _ index: Value) throws(Raised) -> Value {
    if let method = Types.cls(value).lookup(.__getitem__) {
      return try Call.call(try Attributes.bind(method, value), index)
    }
    let cls = ClassObject.cls(value)
    if let hook = cls.lookup(.__class_getitem__), !hook.isNone {
      return try Call.call(try Attributes.bindToClass(hook, cls), index)
    }
    if cls.isSubclass(of: Types.type.takeUnretainedValue()) { return GenericAlias.make(value, index) }
    if !cls.isUserDefined, cls.module != "builtins" || Iterators.isGeneric(cls) {
      return GenericAlias.make(value, index)
    }
    throw raise(.typeError, "type '\(cls.name)' is not subscriptable")
  }

  /// `container[index] = value`
  @inline(never)
  static func set(_ container: Value, _ index: Value, _ value: Value) throws(Raised) {
    guard container.isObject else { throw noAssignment(container) }
    try container.object.pointee.cls.borrow { (cls) throws(Raised) in
      if let method = cls.override(.__setitem__) {
        _ = try Call.method(method, of: container, index, value)
        return
      }
      try setBuiltin(container, cls, index, value)
    }
  }

  /// What the built-in type of a container does, whatever a subclass says.
  static func setBuiltin(_ container: Value, _ cls: Class, _ index: Value, _ value: Value) throws(Raised) {
    switch container.object.pointee.kind {
    case .dict:
      try Dict.set(container, index, value)
    case .list:
      if index.isKind(.slice) { return try setSlice(container, index, value) }
      let count = List.count(container)
      let given = try word(index, "list indices must be integers or slices")
      let position = given < 0 ? given + count : given
      guard position >= 0 && position < count else { throw raise(.indexError, "list assignment index out of range") }
      List.setItem(container, position, value)
    case .str, .tuple, .range, .set: throw noAssignment(container)
    case .bytes where container.object.pointee.flags & BytesLayout.flagMutable == 0: throw noAssignment(container)
    case .bytes: try Bytes.set(container, index, value)
    default:
      guard let method = cls.lookup(.__setitem__) else { throw noAssignment(container) }
      _ = try Call.call(try Attributes.bind(method, container), try place(method, index), value)
    }
  }

  private static func noAssignment(_ value: Value) -> Raised {
    if hasOwn(.__delitem__, value) { return raise(.attributeError, "__setitem__") }
    return raise(.typeError, "'\(Types.name(value))' object does not support item assignment")
  }

  /// Whether a class in Python has a method: of `__setitem__` and `__delitem__` either makes CPython look for the other.
  private static func hasOwn(_ name: KnownName, _ value: Value) -> Bool {
    value.isObject && Types.cls(value).override(name) != nil
  }

  private static func setSlice(_ list: Value, _ slice: Value, _ value: Value) throws(Raised) {
    let isExtended = !slice.object.as(SliceLayout.self).pointee.step.isNone
    let source: Value
    if value.isKind(.list) && value.bits != list.bits {
      source = value
    } else {
      do throws(Raised) {
        source = try Iteration.list(value.object(isExactly: Types.list) ? value : try Iteration.iterator(value))
      } catch {
        guard try !Iteration.isIterable(value) else { throw error }
        throw raise(
          .typeError, isExtended ? "must assign iterable to extended slice" : "can only assign an iterable")
      }
    }
    let chosen = try Slice.indices(slice, List.count(list))
    if List.count(source) == chosen.count, chosen.stop >= chosen.start || chosen.step != 1 {
      for number in 0..<chosen.count {
        List.setItem(list, chosen.start + number * chosen.step, List.item(source, number))
      }
      return
    }
    let items = Array(List.items(source))
    if chosen.step == 1 {
      List.replace(list, chosen.start..<max(chosen.start, chosen.stop), items)
      return
    }
    throw raise(
      .valueError,
      "attempt to assign sequence of size \(items.count) to extended slice of size \(chosen.count)")
  }

  /// `del container[index]`
  static func delete(_ container: Value, _ index: Value) throws(Raised) {
    guard container.isObject else { throw noDeletion(container, index) }
    let cls = Types.cls(container)
    if let method = cls.override(.__delitem__) {
      _ = try Call.method(method, of: container, index)
      return
    }
    try deleteBuiltin(container, cls, index)
  }

  /// What the built-in type of a container does, whatever a subclass says.
  static func deleteBuiltin(_ container: Value, _ cls: Class, _ index: Value) throws(Raised) {
    switch container.object.pointee.kind {
    case .dict:
      guard try Dict.remove(container, index) != nil else { throw raise(.keyError, value: index) }
    case .list:
      let count = List.count(container)
      if index.isKind(.slice) {
        let chosen = try Slice.indices(index, count)
        if chosen.count == 0 { return }
        if chosen.step == 1 {
          List.replace(container, chosen.start..<chosen.stop, [])
          return
        }
        let gone = Set((0..<chosen.count).map { chosen.start + $0 * chosen.step })
        let kept = (0..<count).filter { !gone.contains($0) }.map { List.item(container, $0) }
        List.replace(container, 0..<count, kept)
        return
      }
      let given = try word(index, "list indices must be integers or slices")
      let position = given < 0 ? given + count : given
      guard position >= 0 && position < count else { throw raise(.indexError, "list assignment index out of range") }
      _ = List.remove(container, at: position)
    case .str, .tuple, .range, .set: throw noDeletion(container, index)
    case .bytes where container.object.pointee.flags & BytesLayout.flagMutable == 0: throw noDeletion(container, index)
    case .bytes: try Bytes.delete(container, index)
    default:
      guard let method = cls.lookup(.__delitem__) else { throw noDeletion(container, index) }
      _ = try Call.call(try Attributes.bind(method, container), try place(method, index))
    }
  }

  private static func noDeletion(_ value: Value, _ index: Value) -> Raised {
    if hasOwn(.__setitem__, value) { return raise(.attributeError, "__delitem__") }
    // CPython words it by whether an index was given to a type that has anything of a sequence.
    let isIndex = Integer.isInteger(index) || index.isObject && Types.cls(index).lookup(.__index__) != nil
    let isSequence =
      isIndex && value.isObject
      && (Types.cls(value).isUserDefined || [.str, .bytes, .tuple, .range, .set].contains(value.object.pointee.kind)
        || Native.payload(value, as: DictView.self) != nil)
    return raise(
      .typeError,
      "'\(Types.name(value))' object \(isSequence ? "doesn't" : "does not") support item deletion")
  }
}
