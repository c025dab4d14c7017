import Lang

/// Python's `bytes`; the engine has a type of the same name.
typealias BytesValue = Lang.Bytes

extension Value {
  /// Whether an optional argument says something: it is neither `None` nor empty.
  func isGiven() throws(Raised) -> Bool { isNone ? false : try Operations.truth(self) }
}
