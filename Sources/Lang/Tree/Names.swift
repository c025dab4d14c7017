/// Names and constants.

/// A literal.
final class ConstantNode: Node {
  let value: Value

  init(_ span: Span, _ value: Value) {
    self.value = value
    super.init(span)
    ConstantPool.keep(value)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value { value }
}

/// A local variable.
final class LocalNode: Node {
  let slot: Int
  let name: Symbol

  init(_ span: Span, slot: Int, name: Symbol) {
    self.slot = slot
    self.name = name
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let value = frame[slot]
    if value.isUnbound { throw unbound() }
    return value
  }

  @inline(never)
  private func unbound() -> Raised { Names.unboundLocal(name, span) }
}

/// A local variable that inner functions capture: its slot holds a cell.
final class CellNode: Node {
  let slot: Int
  let name: Symbol

  init(_ span: Span, slot: Int, name: Symbol) {
    self.slot = slot
    self.name = name
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let value = Cell.get(frame[slot])
    if value.isUnbound { throw Names.unboundLocal(name, span) }
    return value
  }
}

/// A variable of an enclosing function.
final class FreeNode: Node {
  let index: Int
  let name: Symbol

  init(_ span: Span, index: Int, name: Symbol) {
    self.index = index
    self.name = name
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let value = Cell.get(Function.captured(frame, index))
    if value.isUnbound {
      throw Names.unboundFree(name, span)
    }
    return value
  }
}

/// A variable of the module, or else a built-in name.
final class GlobalNode: Node {
  let cell: UnsafeMutablePointer<Value>
  let builtin: UnsafeMutablePointer<Value>
  let name: Symbol

  init(_ span: Span, _ namespace: Namespace, name: Symbol) {
    cell = namespace.cell(name)
    builtin = Interpreter.builtins.cell(name)
    self.name = name
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let value = cell.pointee
    return value.isUnbound ? try fallback() : value
  }

  @inline(never)
  private func fallback() throws(Raised) -> Value {
    let value = builtin.pointee
    if value.isUnbound { throw Names.undefined(name, span) }
    return value
  }
}

/// A local variable as a target.
final class LocalTarget: Target {
  let slot: Int
  let name: Symbol

  init(_ span: Span, slot: Int, name: Symbol) {
    self.slot = slot
    self.name = name
    super.init(span)
  }

  override func store(_ value: Value, _ frame: Frame) throws(Raised) { frame[slot] = value }

  override func delete(_ frame: Frame) throws(Raised) {
    if frame[slot].isUnbound { throw Names.unboundLocal(name, span) }
    frame[slot] = .unbound
  }
}

/// A captured local variable as a target.
final class CellTarget: Target {
  let slot: Int
  let name: Symbol

  init(_ span: Span, slot: Int, name: Symbol) {
    self.slot = slot
    self.name = name
    super.init(span)
  }

  override func store(_ value: Value, _ frame: Frame) throws(Raised) { Cell.set(frame[slot], value) }

  override func delete(_ frame: Frame) throws(Raised) {
    if Cell.get(frame[slot]).isUnbound { throw Names.unboundLocal(name, span) }
    Cell.set(frame[slot], .unbound)
  }
}

/// A variable of an enclosing function as a target (`nonlocal`).
final class FreeTarget: Target {
  let index: Int
  let name: Symbol

  init(_ span: Span, index: Int, name: Symbol) {
    self.index = index
    self.name = name
    super.init(span)
  }

  override func store(_ value: Value, _ frame: Frame) throws(Raised) {
    Cell.set(Function.captured(frame, index), value)
  }

  override func delete(_ frame: Frame) throws(Raised) {
    let cell = Function.captured(frame, index)
    if Cell.get(cell).isUnbound { throw Names.unboundFree(name, span) }
    Cell.set(cell, .unbound)
  }
}

/// A variable of the module as a target.
final class GlobalTarget: Target {
  let cell: UnsafeMutablePointer<Value>
  let name: Symbol

  init(_ span: Span, _ namespace: Namespace, name: Symbol) {
    cell = namespace.cell(name)
    namespace.noteAssigned(name)
    self.name = name
    super.init(span)
  }

  override func store(_ value: Value, _ frame: Frame) throws(Raised) { cell.pointee = value }

  override func delete(_ frame: Frame) throws(Raised) {
    if cell.pointee.isUnbound { throw Names.undefined(name, span) }
    cell.pointee = .unbound
  }
}

/// The exceptions for names without a value.
enum Names {
  @inline(never)
  static func undefined(_ name: Symbol, _ span: Span) -> Raised {
    let error = Exceptions.make(
      ExceptionKind.nameError.cls, Tuple.make([Str.make("name '\(name.name)' is not defined")]))
    Instance.set(error, .name, name.value)
    return Interpreter.locate(raise(error), span)
  }

  @inline(never)
  static func unboundFree(_ name: Symbol, _ span: Span) -> Raised {
    Interpreter.locate(
      raise(
        .nameError,
        "cannot access free variable '\(name.name)' where it is not associated with a value in enclosing scope"),
      span)
  }

  @inline(never)
  static func unboundLocal(_ name: Symbol, _ span: Span) -> Raised {
    Interpreter.locate(
      raise(
        .unboundLocalError,
        "cannot access local variable '\(name.name)' where it is not associated with a value"), span)
  }
}
