/// `function.__code__` and a traceback's frame: what reflection reads of them.
final class CodeObject: Payload {
  private let code: Code
  private init(_ code: Code) { self.code = code }

  private nonisolated(unsafe) static var cls: Class! = nil
  private nonisolated(unsafe) static var frameClass: Class! = nil

  /// The code of a function as a value.
  static func make(_ code: Code) -> Value { Native.make(cls, CodeObject(code)) }

  /// What `compile` read as a value.
  static func make(_ compiled: DynamicCode.Compiled) -> Value { Native.make(cls, compiled) }

  /// The function's code that a code object is about; nil for what `compile` gave, and for other values.
  static func function(_ value: Value) -> Code? { Native.payload(value, as: CodeObject.self)?.code }

  /// Makes code objects comparable, and gives `compile`'s the attributes that all have.
  static func addCompiled() {
    cls.method("__eq__", "self, value, /") { (a) throws(Raised) -> Value in
      guard let left = function(a[0]), let right = function(a[1]) else {
        return Types.isInstance(a[1], cls) ? Value(a[0].bits == a[1].bits) : .notImplemented
      }
      return Value(left === right)
    }
    cls.method("__hash__", "self, /") { (a) throws(Raised) -> Value in
      guard let code = function(a[0]) else { return Value(small: Int(a[0].bits >> 4) & 0xFFFF_FFFF) }
      return Value(small: ObjectIdentifier(code).hashValue & 0xFFFF_FFFF)
    }
    cls.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
      let address = String(UInt(a[0].bits), radix: 16)
      if let compiled = Native.payload(a[0], as: DynamicCode.Compiled.self) {
        return Str.make("<code object <module> at 0x\(address), file \"\(compiled.source.name)\", line 1>")
      }
      let code = try code(a[0])
      let line = code.source.line(at: Int(code.span.start))
      return Str.make("<code object \(code.name) at 0x\(address), file \"\(code.source.name)\", line \(line)>")
    }
  }

  /// The frame of a traceback's entry as a value.
  static func frame(_ entry: Traceback.Entry) -> Value {
    entry.frame.isUnbound ? Native.make(frameClass, FrameObject(entry)) : entry.frame
  }

  /// The frame object of code that notes its frames.
  static func frame(_ frame: ActiveFrame) -> Value { Native.make(frameClass, frame) }

  /// The text that a frame or a function's code stands in; nil for other values.
  static func source(_ value: Value) -> SourceText? {
    activeFrame(value)?.code.source ?? Native.payload(value, as: FrameObject.self)?.source ?? function(value)?.source
  }

  /// What a frame object is about, where it was noted; nil for other frames and values.
  static func activeFrame(_ value: Value) -> ActiveFrame? { Native.payload(value, as: ActiveFrame.self) }

  private static func code(_ value: Value) throws(Raised) -> Code {
    guard let object = Native.payload(value, as: CodeObject.self) else { throw raise(.typeError, "not a code object") }
    return object.code
  }

  /// Makes the classes, and the attributes of tracebacks.
  static func install() {
    cls = Types.define("code")
    cls.property(
      "co_name",
      get: { (v) throws(Raised) -> Value in
        if Native.payload(v, as: DynamicCode.Compiled.self) != nil { return Str.make("<module>") }
        return Str.make(try code(v).name)
      })
    cls.property("co_qualname", get: { (v) throws(Raised) -> Value in Str.make(try code(v).qualifiedName) })
    cls.property(
      "co_filename",
      get: { (v) throws(Raised) -> Value in
        if let compiled = Native.payload(v, as: DynamicCode.Compiled.self) { return Str.make(compiled.source.name) }
        return Str.make(try code(v).source.name)
      })
    cls.property(
      "co_firstlineno",
      get: { (v) throws(Raised) -> Value in
        let code = try code(v)
        return Value(small: code.source.line(at: Int(code.span.start)))
      })
    cls.property(
      "co_argcount", get: { (v) throws(Raised) -> Value in Value(small: try code(v).parameters.positional.count) })
    cls.property(
      "co_posonlyargcount",
      get: { (v) throws(Raised) -> Value in Value(small: try code(v).parameters.positionalOnlyCount) })
    cls.property(
      "co_kwonlyargcount",
      get: { (v) throws(Raised) -> Value in Value(small: try code(v).parameters.keywordOnly.count) })
    cls.property(
      "co_varnames",
      get: { (v) throws(Raised) -> Value in
        // `*args` and `**kwargs` follow the keyword-only parameters here as in CPython.
        Tuple.make(try code(v).localNames.map(\.name.value))
      })
    cls.property(
      "co_flags",
      get: { (v) throws(Raised) -> Value in
        let code = try code(v)
        return Value(
          small: 3 | (code.parameters.hasVariadic ? 4 : 0) | (code.parameters.hasKeywordVariadic ? 8 : 0)
            | (code.isGenerator ? 32 : 0))
      })
    frameClass = Types.define("frame")
    FrameObject.install(on: frameClass)
    installTraceback()
  }

  private static func installTraceback() {
    let traceback = Types.traceback.takeUnretainedValue()
    func layout(_ value: Value) -> UnsafeMutablePointer<TracebackLayout> { value.object.as(TracebackLayout.self) }
    traceback.property(
      "tb_next", get: { (v) throws(Raised) -> Value in layout(v).pointee.next },
      set: { (v, new) throws(Raised) in
        guard new.isNone || new.isKind(.traceback) else {
          throw raise(.typeError, "expected traceback object or None, got '\(Types.name(new))'")
        }
        layout(v).pointee.next = new
      })
    traceback.property(
      "tb_lineno",
      get: { (v) throws(Raised) -> Value in Value(small: Traceback.entries(of: v).first?.line ?? 0) })
    traceback.property(
      "tb_frame",
      get: { (v) throws(Raised) -> Value in Traceback.entries(of: v).first.map { frame($0) } ?? .none })
  }
}

/// A frame that was left by an exception.
final class FrameObject: Payload {
  private let entry: Traceback.Entry
  init(_ entry: Traceback.Entry) { self.entry = entry }

  override func trace() { entry.code.namespace.mark() }

  /// The text that the frame ran.
  var source: SourceText { entry.code.source }

  private static func code(_ value: Value) throws(Raised) -> Code {
    if let frame = CodeObject.activeFrame(value) { return frame.code }
    guard let frame = Native.payload(value, as: FrameObject.self) else { throw raise(.typeError, "not a frame") }
    return frame.entry.code
  }

  /// The line where a frame is, or was left.
  private static func line(_ value: Value) -> Int {
    CodeObject.activeFrame(value)?.line ?? Native.payload(value, as: FrameObject.self)?.entry.line ?? 0
  }

  /// The frame, if it was noted; raises for the others, of which no more is known than a traceback shows.
  private static func noted(_ value: Value, _ attribute: String) throws(Raised) -> ActiveFrame {
    if let frame = CodeObject.activeFrame(value) { return frame }
    throw raise(.runtimeError, "\(attribute) is not known of this frame: it was not noted while it ran")
  }

  static func install(on cls: Class) {
    cls.property("f_code", get: { (v) throws(Raised) -> Value in CodeObject.make(try code(v)) })
    cls.property("f_lineno", get: { (v) throws(Raised) -> Value in Value(small: line(v)) })
    cls.property("f_globals", get: { (v) throws(Raised) -> Value in ModuleDict.of(try code(v).namespace) })
    cls.property("f_builtins", get: { (_) throws(Raised) -> Value in ModuleDict.of(Interpreter.builtins) })
    cls.property("f_locals", get: { (v) throws(Raised) -> Value in try noted(v, "f_locals").locals() })
    cls.property(
      "f_back",
      get: { (v) throws(Raised) -> Value in
        let previous = try noted(v, "f_back").previous
        CodeObject.activeFrame(previous)?.isShown = true
        return previous
      })
    cls.property("f_trace", get: { (_) throws(Raised) -> Value in .none })
    cls.method("clear", "self, /") { (a) throws(Raised) -> Value in
      if CodeObject.activeFrame(a[0])?.isRunning == true {
        throw raise(.runtimeError, "cannot clear an executing frame")
      }
      CodeObject.activeFrame(a[0])?.clear()
      return .none
    }
    cls.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
      let code = try code(a[0])
      let file = Str.swift(try Text.repr(Str.make(code.source.name)))
      let address = String(UInt(a[0].bits), radix: 16)
      return Str.make("<frame at 0x\(address), file \(file), line \(line(a[0])), code \(code.name)>")
    }
  }
}
