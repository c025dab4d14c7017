import CBoostContext

/// Functions written in Python: making them, and running their frames.
enum Function {
  /// A function object; the cells of captured variables are taken from the frame that runs its `def`.
  static func make(_ code: Code, _ frame: Frame, defaults: Value, keywordDefaults: Value) -> Value {
    let layout = Heap.make(FunctionLayout.self, .function, Types.function)
    layout.pointee.code = Unmanaged.passRetained(code)
    layout.pointee.cells = nil
    layout.pointee.defaults = defaults
    layout.pointee.keywordDefaults = keywordDefaults
    layout.pointee.attributes = .unbound
    layout.pointee.annotations = .unbound
    layout.pointee.classCell = .unbound
    if code.freeCount > 0 {
      let cells: UnsafeMutablePointer<Value> = allocateBuffer(code.freeCount)
      for (index, capture) in code.captures.enumerated() {
        switch capture {
        case .slot(let slot): cells[index] = frame[slot]
        case .cell(let outer): cells[index] = captured(frame, outer)
        }
      }
      layout.pointee.cells = cells
    }
    return Value(Object(OpaquePointer(layout)))
  }

  /// A function object with the cells that its code captures.
  static func make(_ code: Code, cells: [Value], defaults: Value) -> Value {
    let layout = Heap.make(FunctionLayout.self, .function, Types.function)
    layout.pointee.code = Unmanaged.passRetained(code)
    layout.pointee.cells = nil
    layout.pointee.defaults = defaults
    layout.pointee.keywordDefaults = .unbound
    layout.pointee.attributes = .unbound
    layout.pointee.annotations = .unbound
    layout.pointee.classCell = .unbound
    if !cells.isEmpty {
      let copied: UnsafeMutablePointer<Value> = allocateBuffer(cells.count)
      for (index, cell) in cells.enumerated() { copied[index] = cell }
      layout.pointee.cells = copied
    }
    return Value(Object(OpaquePointer(layout)))
  }

  /// A cell captured by the function that runs in `frame`.
  @inline(__always)
  static func captured(_ frame: Frame, _ index: Int) -> Value {
    frame[FrameSlot.function].object.as(FunctionLayout.self).pointee.cells.unsafelyUnwrapped[index]
  }

  /// The code of a function object.
  @inline(__always)
  static func code(_ function: Value) -> Code {
    function.object.as(FunctionLayout.self).pointee.code.takeUnretainedValue()
  }

  /// Runs a function whose arguments have been bound: `arguments` holds one value per parameter slot.
  ///
  /// The frame lives on the machine stack, where the collector's scan sees it, in one of a few sizes.
  @inline(never)
  static func invoke(
    _ code: Code, _ function: Value, _ arguments: UnsafeMutablePointer<Value>, _ count: Int
  ) throws(Raised) -> Value {
    if code.frameSize <= 8 {
      var slots = InlineArray<8, Value>(repeating: .unbound)
      return try withUnsafeMutablePointer(to: &slots) { (slots) throws(Raised) -> Value in
        try enter(Frame(OpaquePointer(slots)), UInt(bitPattern: slots), code, function, arguments, count)
      }
    }
    if code.frameSize <= 16 { return try invoke16(code, function, arguments, count) }
    if code.frameSize <= 40 { return try invoke40(code, function, arguments, count) }
    return try invokeLarge(code, function, arguments, count)
  }

  @inline(never)
  private static func invoke16(
    _ code: Code, _ function: Value, _ arguments: UnsafeMutablePointer<Value>, _ count: Int
  ) throws(Raised) -> Value {
    var slots = InlineArray<16, Value>(repeating: .unbound)
    return try withUnsafeMutablePointer(to: &slots) { (slots) throws(Raised) -> Value in
      try enter(Frame(OpaquePointer(slots)), UInt(bitPattern: slots), code, function, arguments, count)
    }
  }

  @inline(never)
  private static func invoke40(
    _ code: Code, _ function: Value, _ arguments: UnsafeMutablePointer<Value>, _ count: Int
  ) throws(Raised) -> Value {
    var slots = InlineArray<40, Value>(repeating: .unbound)
    return try withUnsafeMutablePointer(to: &slots) { (slots) throws(Raised) -> Value in
      try enter(Frame(OpaquePointer(slots)), UInt(bitPattern: slots), code, function, arguments, count)
    }
  }

  /// A frame too large for the machine stack is a tuple's payload; the tuple keeps the values alive.
  @inline(never)
  private static func invokeLarge(
    _ code: Code, _ function: Value, _ arguments: UnsafeMutablePointer<Value>, _ count: Int
  ) throws(Raised) -> Value {
    if code.unread != nil { return try readAndInvoke(code, function, arguments, count) }
    let (tuple, slots) = Tuple.uninitialized(code.frameSize)
    slots.update(repeating: .unbound, count: code.frameSize)
    defer { keepAlive(tuple) }
    var here: UInt8 = 0
    let address = withUnsafePointer(to: &here) { UInt(bitPattern: $0) }
    return try enter(slots, address, code, function, arguments, count)
  }

  @inline(__always)
  private static func enter(
    _ frame: Frame, _ stackPointer: UInt, _ code: Code, _ function: Value,
    _ arguments: UnsafeMutablePointer<Value>, _ count: Int
  ) throws(Raised) -> Value {
    let depth = Interpreter.depth.pointee
    if stackPointer < Interpreter.stackLimit.pointee &+ code.extraStack || depth >= Interpreter.recursionLimit {
      throw Interpreter.recursionError("")
    }
    try Interpreter.safePoint(code.span)
    frame[FrameSlot.function] = function
    for index in 0..<count { frame[FrameSlot.first + index] = arguments[index] }
    if !code.isSimple {
      makeCells(code, frame)
      if code.isGenerator { return GeneratorState.make(code, frame) }
    }
    Interpreter.depth.pointee = depth + 1
    do throws(Raised) {
      let completion = try code.body.run(frame)
      Interpreter.depth.pointee = depth
      return completion == .return ? frame[FrameSlot.result] : .none
    } catch {
      Interpreter.depth.pointee = depth
      Interpreter.addFrame(code)
      throw error
    }
  }

  /// Puts the variables that inner functions capture into cells.
  @inline(__always)
  static func makeCells(_ code: Code, _ frame: Frame) {
    for slot in code.cellParameters { frame[slot] = Cell.make(frame[slot]) }
  }

  /// Runs a function's body in a frame that is already filled: a class's.
  static func runBody(_ code: Code, _ frame: Frame) throws(Raised) -> Value {
    do throws(Raised) {
      return try code.body.run(frame) == .return ? frame[FrameSlot.result] : .none
    } catch {
      Interpreter.addFrame(code)
      throw error
    }
  }

  /// Has a value stand on the machine stack, or in a register, up to here.
  @inline(__always)
  static func keepAlive(_ value: Value) { katydid_keep_alive(value.bits) }
}

/// Captured variables.
enum Cell {
  /// A new cell with a value, which may be unbound.
  @inline(__always)
  static func make(_ value: Value) -> Value {
    let layout = Heap.make(CellLayout.self, .cell, Types.cell)
    layout.pointee.value = value
    return Value(Object(OpaquePointer(layout)))
  }

  /// The value in a cell.
  @inline(__always)
  static func get(_ cell: Value) -> Value { cell.object.as(CellLayout.self).pointee.value }

  /// Replaces the value in a cell.
  @inline(__always)
  static func set(_ cell: Value, _ value: Value) { cell.object.as(CellLayout.self).pointee.value = value }
}
