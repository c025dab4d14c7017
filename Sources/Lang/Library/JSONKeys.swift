/// The names of objects' members that were read last. A document that is read again brings the same names, and a text
/// that is there already needs no memory, and no hash for the dict it goes into.
enum JSONKeys {
  /// The longest name that is kept, in bytes.
  static let longest = 40
  private static let count = 512
  /// The names by their hashes, each in the one place that its hash says.
  private nonisolated(unsafe) static var kept: UnsafeMutablePointer<Value>?

  /// The text of a name of ASCII.
  static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Value {
    let kept = kept ?? make()
    let hash = Str.hashBytes(bytes)
    let place = kept + (hash & (count - 1))
    if !place.pointee.isUnbound {
      let old = place.pointee.object.as(StrLayout.self)
      let isSame = old.pointee.hash == hash && Str.equal(Str.bytes(place.pointee), bytes)
      if isSame { return place.pointee }
    }
    let text = Str.makeASCII(bytes)
    text.object.as(StrLayout.self).pointee.hash = hash
    place.pointee = text
    return text
  }

  @inline(never)
  private static func make() -> UnsafeMutablePointer<Value> {
    let made = UnsafeMutablePointer<Value>.allocate(capacity: count)
    made.initialize(repeating: .unbound, count: count)
    kept = made
    // A collection forgets them, so that none is kept alive by this.
    Heap.addRootProvider { made.update(repeating: .unbound, count: count) }
    return made
  }
}
