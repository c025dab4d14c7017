import CBoostContext
import Glibc

extension Heap {
  /// Objects marked whose contents are still to be traced.
  private nonisolated(unsafe) static var pending: UnsafeMutablePointer<Object>! = nil
  private nonisolated(unsafe) static var pendingCount = 0
  private nonisolated(unsafe) static var pendingCapacity = 0

  /// Objects that wait for their memory. With many users nearly every object is far away, and to wait for one after the
  /// other would take most of a collection: so each is asked for, and looked at when eight or sixteen others have come
  /// after it.
  private struct Ring {
    private var objects: UnsafeMutablePointer<Object?>
    private var count = 0
    private let mask: Int

    init(_ size: Int) {
      objects = .allocate(capacity: size)
      objects.initialize(repeating: nil, count: size)
      mask = size - 1
    }

    /// Puts an object in and takes out the one that has waited longest, if so many do.
    @inline(__always)
    mutating func exchange(_ object: Object?) -> Object? {
      let index = count & mask
      count &+= 1
      let due = objects[index]
      objects[index] = object
      return due
    }

    var indices: ClosedRange<Int> { 0...mask }
  }

  /// Those to be marked.
  private nonisolated(unsafe) static var toMark: Ring! = nil
  /// Those to be traced, for what they have beside their cells.
  private nonisolated(unsafe) static var toTrace: Ring! = nil

  /// Makes room for what a collection notes.
  static func startMarking() {
    toMark = Ring(16)
    toTrace = Ring(8)
    pendingCapacity = 4096
    pending = .allocate(capacity: pendingCapacity)
  }

  /// Marks a value alive; for `Payload.trace` and root providers, during a collection.
  @inline(__always)
  public static func mark(_ value: Value) {
    if value.isObject { mark(object: value.object) }
  }

  /// Marks an object alive. It may be a free cell, which stays one.
  @inline(__always)
  static func mark(object: Object) {
    katydid_prefetch(object)
    if let due = toMark.exchange(object) { look(at: due) }
  }

  @inline(__always)
  private static func look(at object: Object) {
    guard object.pointee.mark != color, object.pointee.kind != .free else { return }
    object.pointee.mark = color
    // Texts are the commonest, and lead nowhere.
    if object.pointee.cls.toOpaque() == Types.str.toOpaque() {
      live += 48 + object.as(StrLayout.self).pointee.count
    } else {
      push(object)
    }
  }

  private static func push(_ object: Object) {
    if pendingCount == pendingCapacity {
      let capacity = pendingCapacity * 2
      let grown = UnsafeMutablePointer<Object>.allocate(capacity: capacity)
      grown.moveInitialize(from: pending, count: pendingCount)
      pending.deallocate()
      pending = grown
      pendingCapacity = capacity
    }
    pending[pendingCount] = object
    pendingCount += 1
  }

  /// Traces until nothing is pending.
  static func drain() {
    repeat {
      tracePending()
      for _ in toTrace.indices {
        if let due = toTrace.exchange(nil) { trace(due) }
      }
      for _ in toMark.indices {
        if let due = toMark.exchange(nil) { look(at: due) }
      }
    } while pendingCount > 0
  }

  /// Traces what is pending, but for what waits for its memory.
  static func tracePending() {
    while pendingCount > 0 {
      pendingCount -= 1
      let object = pending[pendingCount]
      // Whatever has a payload has its address behind the header.
      katydid_prefetch(UnsafeRawPointer(object).load(fromByteOffset: 16, as: UnsafeRawPointer?.self))
      if let due = toTrace.exchange(object) { trace(due) }
    }
  }

  @inline(__always)
  private static func mark(_ values: UnsafeMutablePointer<Value>, _ count: Int) {
    for index in 0..<count { mark(values[index]) }
  }

  /// Marks what an object refers to, and counts its bytes as live.
  private static func trace(_ object: Object) {
    object.pointee.cls.read { mark($0.value) }
    switch object.pointee.kind {
    case .free: break
    case .str:
      live += 48 + object.as(StrLayout.self).pointee.count
      SideBags.trace(object)
    case .bytes:
      live += 48 + object.as(BytesLayout.self).pointee.capacity
      SideBags.trace(object)
    case .bigInt:
      live += 64
      SideBags.trace(object)
    case .range, .float:
      live += 64
      SideBags.trace(object)
    case .tuple:
      SideBags.trace(object)
      let tuple = object.as(TupleLayout.self)
      live += 32 + tuple.pointee.count * 8
      mark(tuple.pointee.items, tuple.pointee.count)
    case .list:
      let list = object.as(ListLayout.self)
      live += 48 + list.pointee.capacity * 8
      if let items = list.pointee.items { mark(items, list.pointee.count) }
      mark(list.pointee.attributes)
    case .dict:
      let dict = object.as(DictLayout.self)
      live += 64 + dict.pointee.table.byteCount
      dict.pointee.table.trace()
      mark(dict.pointee.attributes)
    case .set:
      let set = object.as(SetLayout.self)
      live += 64 + set.pointee.table.byteCount
      set.pointee.table.trace()
      mark(set.pointee.attributes)
    case .instance:
      let instance = object.as(InstanceLayout.self)
      live += 32 + instance.pointee.capacity * 8
      mark(instance.pointee.slots, Shape.count(of: object))
    case .class: object.as(ClassLayout.self).pointee.cls.read { $0.trace() }
    case .function:
      let function = object.as(FunctionLayout.self)
      live += 80
      if let cells = function.pointee.cells { mark(cells, function.pointee.code.read { $0.freeCount }) }
      mark(function.pointee.defaults)
      mark(function.pointee.keywordDefaults)
      mark(function.pointee.attributes)
      mark(function.pointee.annotations)
      mark(function.pointee.classCell)
      function.pointee.code.read { $0.namespace.mark() }
    case .boundMethod:
      let method = object.as(BoundMethodLayout.self)
      live += 32
      mark(method.pointee.function)
      mark(method.pointee.receiver)
    case .nativeFunction:
      live += 32
    case .cell:
      live += 32
      mark(object.as(CellLayout.self).pointee.value)
    case .slice:
      let slice = object.as(SliceLayout.self)
      live += 48
      mark(slice.pointee.start)
      mark(slice.pointee.stop)
      mark(slice.pointee.step)
    case .module: object.as(ModuleLayout.self).pointee.module.read { $0.trace() }
    case .traceback:
      let traceback = object.as(TracebackLayout.self)
      live += 56
      mark(traceback.pointee.next)
      mark(traceback.pointee.frame)
      traceback.pointee.code.read { $0.namespace.mark() }
    case .native:
      let native = object.as(NativeLayout.self)
      live += 96
      native.pointee.payload.read { $0.trace() }
      mark(native.pointee.attributes)
    }
  }

  /// Frees what an object owns beside its cell.
  static func finalize(_ object: Object) {
    switch object.pointee.kind {
    case .str:
      let str = object.as(StrLayout.self)
      SideBags.remove(object)
      if !isInline(str.pointee.data, object) { free(str.pointee.data) }
    case .bytes:
      SideBags.remove(object)
      free(object.as(BytesLayout.self).pointee.data)
    case .bigInt:
      SideBags.remove(object)
      object.as(BigIntLayout.self).pointee.box.release()
    case .tuple:
      SideBags.remove(object)
      let tuple = object.as(TupleLayout.self)
      if !isInline(tuple.pointee.items, object) { free(tuple.pointee.items) }
    case .list:
      let list = object.as(ListLayout.self)
      if let items = list.pointee.items, !isInline(items, object) { TablePool.give(items, list.pointee.capacity) }
    case .dict: object.as(DictLayout.self).pointee.table.release()
    case .set: object.as(SetLayout.self).pointee.table.release()
    case .instance:
      let instance = object.as(InstanceLayout.self)
      if !isInline(instance.pointee.slots, object) { free(instance.pointee.slots) }
    case .class:
      let cls = object.as(ClassLayout.self).pointee.cls
      cls.read { $0.dismantle() }
      cls.release()
    case .function:
      let function = object.as(FunctionLayout.self)
      free(function.pointee.cells)
      function.pointee.code.release()
    case .nativeFunction: object.as(NativeFunctionLayout.self).pointee.function.release()
    case .module: object.as(ModuleLayout.self).pointee.module.release()
    case .traceback: object.as(TracebackLayout.self).pointee.code.release()
    case .native: object.as(NativeLayout.self).pointee.payload.release()
    case .float: SideBags.remove(object)
    case .free, .boundMethod, .cell, .range, .slice: break
    }
  }

  /// Whether a payload lies in the object's own cell.
  @inline(__always)
  static func isInline<Element>(_ payload: UnsafeMutablePointer<Element>, _ object: Object) -> Bool {
    UInt(bitPattern: payload) &- UInt(bitPattern: object) <= UInt(largestCell)
  }
}
