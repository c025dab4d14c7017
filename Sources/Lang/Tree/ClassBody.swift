/// The names of class bodies. They are slots of the body's frame, as in a function, until the body has a namespace:
/// the one that a metaclass's `__prepare__` gave, or the dict that `locals()` made. From then on names are items of it.

/// A name being read in a class body: what the body has bound by now, else what the name means outside.
final class ClassBodyNode: Node {
  let name: Symbol
  /// The slot of a name that the body itself binds.
  let slot: Int?
  let namespaceSlot: Int
  let outer: Node

  init(_ span: Span, name: Symbol, slot: Int?, namespaceSlot: Int, outer: Node) {
    self.name = name
    self.slot = slot
    self.namespaceSlot = namespaceSlot
    self.outer = outer
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let namespace = frame[namespaceSlot]
    guard namespace.isUnbound else {
      if let value = try ClassNamespace.find(namespace, name, span) { return value }
      return try outer.evaluate(frame)
    }
    guard let slot, !frame[slot].isUnbound else { return try outer.evaluate(frame) }
    return frame[slot]
  }
}

/// A name being bound in a class body.
final class ClassBodyTarget: Target {
  let name: Symbol
  let slot: Int
  let namespaceSlot: Int

  init(_ span: Span, name: Symbol, slot: Int, namespaceSlot: Int) {
    self.name = name
    self.slot = slot
    self.namespaceSlot = namespaceSlot
    super.init(span)
  }

  override func store(_ value: Value, _ frame: Frame) throws(Raised) {
    let namespace = frame[namespaceSlot]
    if namespace.isUnbound {
      frame[slot] = value
      return
    }
    // The end of `except … as name` unbinds the name, if the handler hasn't.
    if value.isUnbound {
      do throws(Raised) { try Subscript.delete(namespace, name.value) } catch {}
      return
    }
    do throws(Raised) { try Subscript.set(namespace, name.value, value) } catch {
      throw Interpreter.locate(error, span)
    }
  }

  override func delete(_ frame: Frame) throws(Raised) {
    let namespace = frame[namespaceSlot]
    guard !namespace.isUnbound else {
      if frame[slot].isUnbound { throw Names.undefined(name, span) }
      frame[slot] = .unbound
      return
    }
    do throws(Raised) { try Subscript.delete(namespace, name.value) } catch {
      throw Exceptions.isA(Interpreter.raised, .keyError)
        ? Names.undefined(name, span) : Interpreter.locate(error, span)
    }
  }
}

/// The namespaces that class bodies run in.
enum ClassNamespace {
  /// What a namespace has of a name; nil where it says that it has nothing.
  static func find(_ namespace: Value, _ name: Symbol, _ span: Span) throws(Raised) -> Value? {
    if namespace.isKind(.dict), !Types.cls(namespace).isUserDefined { return Dict.get(namespace, name) }
    do throws(Raised) { return try Subscript.get(namespace, name.value) } catch {
      guard Exceptions.isA(Interpreter.raised, .keyError) else { throw Interpreter.locate(error, span) }
      return nil
    }
  }
}
