/// The memory layouts of heap objects. Each begins with an `ObjectHeader`; the heap knows by `kind` how to trace
/// and free the rest. Objects never move.

/// What layout an object has. A subclass written in Python shares its base's kind.
public enum Kind: UInt8 {
  /// A free cell of the heap.
  case free = 0
  case str, bytes, bigInt, float, tuple, list, dict, set
  /// An object with attributes only; exceptions too.
  case instance
  case `class`, function, boundMethod, nativeFunction, cell, range, slice, module, traceback
  /// A Swift object (`Payload`): iterators, generators, patterns, whatever isn't hot.
  case native
}

/// A pointer to any heap object.
public typealias Object = UnsafeMutablePointer<ObjectHeader>

/// The first sixteen bytes of every heap object.
public struct ObjectHeader {
  /// The layout.
  public var kind: Kind
  /// The collector's colour.
  var mark: UInt8
  /// `Flags` that depend on the kind.
  var flags: UInt16
  /// The identity of an instance's `Shape`, the number of a module; 0 for other kinds.
  public var shape: UInt32
  /// The Python class.
  public var cls: Unmanaged<Class>
}

/// Text: UTF-8 bytes, inline behind the layout when short.
struct StrLayout {
  var header: ObjectHeader
  /// The bytes; inline or allocated.
  var data: UnsafeMutablePointer<UInt8>
  /// How many bytes.
  var count: Int
  /// How many code points; equal to `count` exactly when the text is ASCII.
  var length: Int
  /// The hash, or 0 while unknown.
  var hash: Int
  static let flagInterned: UInt16 = 1
}

/// `bytes` or, with `flagMutable`, `bytearray`.
struct BytesLayout {
  var header: ObjectHeader
  var data: UnsafeMutablePointer<UInt8>
  var count: Int
  var capacity: Int
  static let flagMutable: UInt16 = 1
}

/// An int outside 49 bits, or an instance of a subclass of `int`.
struct BigIntLayout {
  var header: ObjectHeader
  var box: Unmanaged<BigIntBox>
}

/// A float that is an instance of a subclass; plain floats are inline.
struct FloatLayout {
  var header: ObjectHeader
  var value: Double
}

/// A tuple; items inline when few.
struct TupleLayout {
  var header: ObjectHeader
  var items: UnsafeMutablePointer<Value>
  var count: Int
}

/// A list.
struct ListLayout {
  var header: ObjectHeader
  var items: UnsafeMutablePointer<Value>?
  var count: Int
  var capacity: Int
  /// The attributes of an instance of a subclass: an `instance` object, or unbound.
  var attributes: Value
}

/// A dict: see `DictTable`.
struct DictLayout {
  var header: ObjectHeader
  var table: DictTable
  var attributes: Value
}

/// A set or, with `flagFrozen`, a frozenset.
struct SetLayout {
  var header: ObjectHeader
  var table: SetTable
  var attributes: Value
  static let flagFrozen: UInt16 = 1
}

/// An object with attributes: slots in the order of its shape; the first ones inline.
struct InstanceLayout {
  var header: ObjectHeader
  var slots: UnsafeMutablePointer<Value>
  var capacity: Int
}

/// A class as a value.
struct ClassLayout {
  var header: ObjectHeader
  var cls: Unmanaged<Class>
}

/// A function written in Python.
struct FunctionLayout {
  var header: ObjectHeader
  var code: Unmanaged<Code>
  /// The cells of captured variables, in the order of `code.freeNames`.
  var cells: UnsafeMutablePointer<Value>?
  /// A tuple of the last positional parameters' defaults, or unbound.
  var defaults: Value
  /// A dict of keyword-only defaults, or unbound.
  var keywordDefaults: Value
  /// The attributes set on it: an `instance` object, or unbound.
  var attributes: Value
  /// The dict of its annotations, or unbound.
  var annotations: Value
  /// The class in whose body it was written, for `super()`: a cell, or unbound.
  var classCell: Value
}

/// A function with its first argument.
struct BoundMethodLayout {
  var header: ObjectHeader
  var function: Value
  var receiver: Value
}

/// A function written in Swift.
struct NativeFunctionLayout {
  var header: ObjectHeader
  var function: Unmanaged<NativeFunction>
}

/// A captured variable.
struct CellLayout {
  var header: ObjectHeader
  var value: Value
}

/// A range of ints that fit a machine word.
struct RangeLayout {
  var header: ObjectHeader
  var start: Int
  var stop: Int
  var step: Int
}

/// A slice.
struct SliceLayout {
  var header: ObjectHeader
  var start: Value
  var stop: Value
  var step: Value
}

/// One frame of a traceback.
struct TracebackLayout {
  var header: ObjectHeader
  /// The traceback of the frame that this one called, or `None`.
  var next: Value
  var code: Unmanaged<Code>
  /// Where the frame was left.
  var span: Span
  /// The frame, where the program notes them; unbound elsewhere.
  var frame: Value
}

/// A module.
struct ModuleLayout {
  var header: ObjectHeader
  var module: Unmanaged<Namespace>
}

/// An object whose state is a Swift object.
struct NativeLayout {
  var header: ObjectHeader
  var payload: Unmanaged<Payload>
  /// The attributes of an instance of a subclass: an `instance` object, or unbound.
  var attributes: Value
}

/// The state of a `native` object. Values in it are traced by `trace`; it is released when the object dies.
open class Payload {
  /// Creates an empty state.
  public init() {}
  /// Tells the collector, by `Heap.mark`, every value that this object holds.
  open func trace() {}
}

extension UnsafeMutablePointer where Pointee == ObjectHeader {
  /// The object seen as `layout`; the caller has checked the kind.
  @inline(__always)
  func `as`<Layout>(_ layout: Layout.Type) -> UnsafeMutablePointer<Layout> {
    UnsafeMutableRawPointer(self).assumingMemoryBound(to: layout)
  }
}

extension Unmanaged {
  /// Runs `body` with the referenced object, counting nothing.
  ///
  /// `_withUnsafeGuaranteedRef` alone takes no typed error; wrapped so, the optimiser leaves a plain call.
  @inline(__always)
  func borrow<Result>(_ body: (Instance) throws(Raised) -> Result) throws(Raised) -> Result {
    let result: Swift.Result<Result, Raised> = _withUnsafeGuaranteedRef { instance in
      do throws(Raised) { return .success(try body(instance)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// Runs `body`, which can't fail, with the referenced object, counting nothing.
  @inline(__always)
  func read<Result>(_ body: (Instance) -> Result) -> Result { _withUnsafeGuaranteedRef(body) }
}

/// A Python exception on its way: the exception itself is `Interpreter.raised`. Created by `raise…` functions only,
/// which have set that.
public struct Raised: Error {}
