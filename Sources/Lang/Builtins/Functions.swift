/// The built-in functions about values.
extension Builtins {
  static func installFunctions(in namespace: Namespace) {
    namespace.function("print", "*args, sep=None, end=None, file=None, flush=False") { (a) throws(Raised) -> Value in
      let separator = try text(a.optional(1), " ", "sep")
      let end = try text(a.optional(2), "\n", "end")
      let given = a.optional(3).flatMap { $0.isNone ? nil : $0 }
      if let file = given ?? SystemModules.replacedOutput {
        if file.isNone { return .none }
        // Each part is a call of its own, as files that aren't ours can tell.
        let write = try Attributes.get(file, "write")
        for (index, item) in Tuple.items(a[0]).enumerated() {
          if index > 0 { _ = try Call.call(write, Str.make(separator)) }
          _ = try Call.call(write, try Text.str(item))
        }
        _ = try Call.call(write, Str.make(end))
        if let flushed = a.optional(4), try Operations.truth(flushed) {
          _ = try Call.call(try Attributes.get(file, "flush"))
        }
      } else {
        var bytes: [UInt8] = []
        for (index, item) in Tuple.items(a[0]).enumerated() {
          if index > 0 { bytes.append(contentsOf: separator) }
          let text = try Text.str(item)
          if !Str.isASCII(text) { try Text.checkWritable(text) }
          bytes.append(contentsOf: Str.bytes(text))
        }
        bytes.append(contentsOf: end)
        bytes.withUnsafeBufferPointer { output($0) }
      }
      if let flushed = a.optional(4), try Operations.truth(flushed) { flush() }
      return .none
    }
    namespace.function("len", "obj, /") { (a) throws(Raised) -> Value in Integer.make(try Operations.length(a[0])) }
    namespace.function("repr", "obj, /") { (a) throws(Raised) -> Value in try Text.repr(a[0]) }
    namespace.function("ascii", "obj, /") { (a) throws(Raised) -> Value in try Text.ascii(a[0]) }
    namespace.function("format", "value, format_spec='', /") { (a) throws(Raised) -> Value in
      try Text.format(a[0], a.optional(1) ?? Str.empty)
    }
    namespace.function("hash", "obj, /") { (a) throws(Raised) -> Value in Integer.make(try Operations.hash(a[0])) }
    namespace.function("id", "obj, /") { (a) throws(Raised) -> Value in Integer.make(Int(a[0].bits & 0xFFFF_FFFF_FFFF))
    }
    namespace.function("abs", "x, /") { (a) throws(Raised) -> Value in
      if a[0].isFloat { return Value(a[0].double.magnitude) }
      if a[0].isSmallInt { return Integer.make(abs(a[0].smallInt)) }
      if !a[0].isObject || !Types.cls(a[0]).isUserDefined, let big = Integer.big(a[0]) {
        return Integer.make(big.sign == .minus ? -big : big)
      }
      if let result = try Call.special(a[0], .__abs__) { return result }
      throw raise(.typeError, "bad operand type for abs(): '\(Types.name(a[0]))'")
    }
    namespace.function("divmod", "x, y, /") { (a) throws(Raised) -> Value in
      if a[0].isSmallInt, a[1].isSmallInt, a[1].smallInt != 0 {
        let quotient = Numbers.floorDivide(a[0].smallInt, a[1].smallInt)
        return Tuple.make(Integer.make(quotient), Value(small: a[0].smallInt - quotient * a[1].smallInt))
      }
      if let result = try Call.special(a[0], .__divmod__, a[1]), !result.isNotImplemented { return result }
      if let result = try Call.special(a[1], .__rdivmod__, a[0]), !result.isNotImplemented { return result }
      guard Numbers.isReal(a[0]) && Numbers.isReal(a[1]) else {
        throw raise(
          .typeError,
          "unsupported operand type(s) for divmod(): '\(Types.name(a[0]))' and '\(Types.name(a[1]))'")
      }
      return try NumberTypes.divmod(a[0], a[1])
    }
    namespace.function("pow", "base, exp, mod=None") { (a) throws(Raised) -> Value in
      guard let modulus = a.optional(2), !modulus.isNone else { return try Arithmetic.binary(.pow, a[0], a[1]) }
      if !Integer.isInteger(a[0]) || Types.cls(a[0]).isUserDefined,
        let result = try Call.special(a[0], .__pow__, a[1], modulus),
        !result.isNotImplemented
      {
        return result
      }
      let result = try Numbers.power(a[0], a[1], modulo: modulus)
      guard result.isNotImplemented else { return result }
      throw raise(
        .typeError,
        "unsupported operand type(s) for ** or pow(): '\(Types.name(a[0]))', '\(Types.name(a[1]))', "
          + "'\(Types.name(modulus))'")
    }
    namespace.function("round", "number, ndigits=None") { (a) throws(Raised) -> Value in
      try NumberTypes.round(a[0], a.optional(1) ?? .none)
    }
    namespace.function("chr", "i, /") { (a) throws(Raised) -> Value in
      let code = try Operations.cInt(a[0])
      guard code >= 0 && code <= 0x10FFFF else { throw raise(.valueError, "chr() arg not in range(0x110000)") }
      return Str.make([UInt32(code)])
    }
    namespace.function("ord", "c, /") { (a) throws(Raised) -> Value in
      if a[0].isKind(.str), Str.length(a[0]) == 1 {
        var index = 0
        return Value(small: Int(Str.nextScalar(Str.bytes(a[0]), &index)))
      }
      if a[0].isKind(.bytes) {
        let bytes = Bytes.bytes(a[0])
        if bytes.count == 1 { return Value(small: Int(bytes[0])) }
        throw raise(.typeError, "ord() expected a character, but string of length \(bytes.count) found")
      }
      guard a[0].isKind(.str) else {
        throw raise(.typeError, "ord() expected string of length 1, but \(Types.name(a[0])) found")
      }
      throw raise(.typeError, "ord() expected a character, but string of length \(Str.length(a[0])) found")
    }
    for (name, radix, prefix) in [("bin", 2, "0b"), ("oct", 8, "0o"), ("hex", 16, "0x")] {
      namespace.function(name, "number, /") { (a) throws(Raised) -> Value in
        let number = try Operations.indexed(a[0])
        if let int = Integer.int(number) {
          return Str.make((int < 0 ? "-" : "") + prefix + String(int.magnitude, radix: radix))
        }
        guard let big = Integer.big(number) else { return .none }
        return Str.make((big.sign == .minus ? "-" : "") + prefix + String(big.magnitude, radix: radix))
      }
    }
    namespace.function("open", "*args, **kwargs") { (a) throws(Raised) -> Value in
      guard let open = try Library.load("io")?["open"] else { throw raise(.runtimeError, "open() is not available") }
      return try FunctoolsModule.call(open, a[0], a[1], then: Tuple.make([]), Dict.make())
    }
    DynamicCode.install(in: namespace)
    for name in ["exit", "quit"] {
      namespace.function(name, "code=None") { (a) throws(Raised) -> Value in throw SystemModules.exit(a.optional(0)) }
    }
    for name in ["input", "__import__", "breakpoint", "help", "aiter", "anext"] {
      namespace.function(name, "*args, **kwargs") { (_) throws(Raised) -> Value in
        throw raise(.runtimeError, "\(name)() is not supported in a spec")
      }
    }
  }

  private static func text(_ value: Value?, _ fallback: String, _ name: String) throws(Raised) -> [UInt8] {
    guard let value, !value.isNone else { return Array(fallback.utf8) }
    guard value.isKind(.str) else {
      throw raise(.typeError, "\(name) must be None or a string, not \(Types.name(value))")
    }
    return Array(Str.bytes(try Text.str(value)))
  }
}

extension Text {
  /// Raises `UnicodeEncodeError` for a text with half a character, which standard output doesn't take.
  static func checkWritable(_ text: Value) throws(Raised) {
    let bytes = Str.bytes(text)
    guard (0..<max(0, bytes.count - 1)).contains(where: { bytes[$0] == 0xED && bytes[$0 + 1] >= 0xA0 }) else { return }
    _ = try Call.call(try Attributes.get(text, "encode"), Str.make("utf-8"))
  }
}
