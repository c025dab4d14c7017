/// Calls from the host's hot path: no array of arguments is made.
extension Call {
  /// Calls a value with one argument.
  public static func call(_ callee: Value, with argument: Value) throws(Raised) -> Value {
    var slot = argument
    return try withUnsafeMutablePointer(to: &slot) { (slot) throws(Raised) -> Value in
      try call(callee, slot, 1, nil)
    }
  }

  /// Calls the method of a name with no more arguments, without making a bound method where it can.
  public static func callMethod(_ receiver: Value, _ name: Symbol) throws(Raised) -> Value {
    if receiver.isKind(.instance), let found = Types.lookup(receiver, name), found.isKind(.function),
      Instance.get(receiver, name) == nil
    {
      return try call(found, with: receiver)
    }
    return try call(try Attributes.get(receiver, name))
  }

  /// The object to which a method is bound; nil for any other value.
  public static func receiver(of value: Value) -> Value? {
    value.isKind(.boundMethod) ? value.object.as(BoundMethodLayout.self).pointee.receiver : nil
  }
}

extension Heap {
  /// Keeps a value on the machine stack, where the collector sees it, up to here.
  public static func keepAlive(_ value: Value) { Function.keepAlive(value) }
}

extension Exceptions {
  /// An exception of a class without arguments, or with one text.
  public static func make(_ cls: Class, text: String? = nil) -> Value {
    make(cls, Tuple.make(text.map { [Str.make($0)] } ?? []))
  }

  /// The frames that an exception has left, as `traceback.format_tb` joined writes them.
  public static func frames(_ exception: Value) -> String { Traceback.frames(of: exception) }
}
