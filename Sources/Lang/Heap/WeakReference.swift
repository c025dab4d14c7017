/// The state of a `weakref.ref`: an object that it doesn't keep alive.
///
/// The collector forgets the target as soon as it finds it to be garbage; before that the reference gives it. There is
/// no counting, so an object that nobody uses any more is there until the next collection (`gc.collect()` makes one).
final class WeakReference: Payload {
  /// What it refers to; unbound once that is gone. Not traced.
  private(set) var target: Value
  /// What to call when the target is gone, or `None`.
  private(set) var callback: Value
  /// The object that this is the state of.
  private(set) var object = Value.unbound
  /// The target's hash, once it was asked for: it outlives the target.
  var hash: Int?

  private init(_ target: Value, _ callback: Value) {
    self.target = target
    self.callback = callback
  }

  /// The references by their targets, in the order in which they were made.
  private nonisolated(unsafe) static var byTarget: [UInt64: [Unmanaged<WeakReference>]] = [:]
  /// The reference objects whose callbacks are to be called, which are pinned until then.
  private nonisolated(unsafe) static var due: [Value] = []

  /// A new reference object.
  static func make(_ cls: Class, _ target: Value, _ callback: Value) -> Value {
    let state = WeakReference(target, callback)
    state.object = Native.make(cls, state)
    byTarget[target.bits, default: []].append(Unmanaged.passUnretained(state))
    return state.object
  }

  deinit { forget() }

  private func forget() {
    guard !target.isUnbound, var others = WeakReference.byTarget[target.bits] else { return }
    let own = Unmanaged.passUnretained(self).toOpaque()
    others.removeAll { $0.toOpaque() == own }
    WeakReference.byTarget[target.bits] = others.isEmpty ? nil : others
  }

  override func trace() { Heap.mark(callback) }

  /// The reference objects of a target that are alive themselves, the first one made first.
  static func references(to target: Value) -> [Value] {
    (byTarget[target.bits] ?? []).map { $0.takeUnretainedValue().object }.filter {
      $0.object.pointee.mark == Heap.color
    }
  }

  /// During a collection, once everything reachable is marked: forgets the targets that are garbage.
  static func clearDead() {
    for (bits, references) in byTarget {
      let target = Value(bits: bits)
      guard target.isObject, target.object.pointee.mark != Heap.color else { continue }
      byTarget[bits] = nil
      // The last one made is told first, as in CPython.
      for reference in references.reversed() {
        let state = reference.takeUnretainedValue()
        state.target = .unbound
        guard state.object.object.pointee.mark == Heap.color, !state.callback.isNone else { continue }
        due.append(Heap.pin(state.object))
      }
    }
  }

  /// How many calls of `runCallbacks` are under way: a callback can lead to a collection.
  private nonisolated(unsafe) static var depth = 0

  /// Calls the callbacks of the references whose targets the last collection found to be garbage. What is found while
  /// many of them are under way is left to those, as each takes some of the stack.
  static func runCallbacks() {
    guard !due.isEmpty, depth < 8 else { return }
    depth += 1
    defer { depth -= 1 }
    while !due.isEmpty {
      let objects = due
      due = []
      for object in objects {
        guard let state = Native.payload(object, as: WeakReference.self) else { continue }
        Finalizers.run(state.callback, with: object)
      }
      // The last one pinned is looked for first, so that there is nothing to look through.
      for object in objects.reversed() { Heap.unpin(object) }
    }
  }
}
