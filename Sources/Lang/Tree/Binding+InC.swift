/// What CPython says of wrong calls of functions that it has in C, and this library in Python.
extension Binding {
  /// The modules of which that holds altogether.
  private static let modules: Set<String> = ["contextvars", "datetime", "decimal", "io", "unicodedata"]

  /// The exception for a call that doesn't fit; nil for functions that CPython has in Python, too.
  @inline(never)
  static func errorInC(
    _ code: Code, _ function: UnsafeMutablePointer<FunctionLayout>, _ arguments: UnsafeMutablePointer<Value>,
    _ count: Int, _ keywords: KeywordNames?
  ) -> Raised? {
    guard code.source.isOwn else { return nil }
    let module = String(code.source.name.dropFirst().prefix { $0 != "." && $0 != ">" })
    guard modules.contains(module) else { return nil }
    let path = calledName(of: function, code).split(separator: ".").map(String.init)
    guard let name = path.last, !name.hasPrefix("_") || name.hasPrefix("__") else { return nil }
    var owner = path.dropLast().last ?? module
    // Methods are named by the class that they are called for.
    if path.count > 1, name != "__new__", name != "__init__", count > 0, let first = code.parameters.positional.first {
      if first == Symbol(.cls), arguments[0].isKind(.class) { owner = ClassObject.cls(arguments[0]).name }
      if first == Symbol(.`self`) { owner = Types.cls(arguments[0]).name }
    }
    let native = native(code, function, module, owner, name)
    let signature = native.signature
    let hidden = native.hiddenArguments
    let given = count - hidden
    if let keywords, !keywords.names.isEmpty {
      guard isParsed(native, module, name) else { return keywordError(native, arguments, count, keywords) }
      return raise(.typeError, "\(name)() takes no keyword arguments")
    }
    if isParsed(native, module, name), given >= 0 {
      let (least, most) = (signature.requiredCount - hidden, signature.positionalCount - hidden)
      let bound = least == most ? "exactly" : given < least ? "at least" : "at most"
      let number = given < least ? least : most
      let called = module == "decimal" ? "function" : name + "()"
      return raise(
        .typeError, "\(called) takes \(bound) \(number) argument\(number == 1 ? "" : "s") (\(given) given)")
    }
    if count > signature.positionalCount || signature.isPositionalOnly { return arityError(native, count) }
    let missing = signature.names.indices.first { signature.isRequired[$0] && $0 >= count }
    return missing.map { self.missing(native, $0) }
  }

  /// Whether CPython takes a function's arguments apart by a format, without names.
  private static func isParsed(_ function: NativeFunction, _ module: String, _ name: String) -> Bool {
    let signature = function.signature
    guard signature.isPositionalOnly else { return false }
    switch name {
    case "__format__", "__round__": return true
    case "fromordinal", "strptime", "utcfromtimestamp": return module == "datetime"
    default:
      let most = signature.positionalCount - function.hiddenArguments
      return module == "decimal" && !name.hasPrefix("__")
        && (most > 1 || signature.requiredCount < signature.positionalCount)
    }
  }

  /// A function in Swift with the same parameters.
  private static func native(
    _ code: Code, _ function: UnsafeMutablePointer<FunctionLayout>, _ module: String, _ owner: String, _ name: String
  ) -> NativeFunction {
    let parameters = code.parameters
    let defaults = function.pointee.defaults
    let firstDefault = parameters.positional.count - (defaults.isUnbound ? 0 : Tuple.items(defaults).count)
    // Slots take no names, and who takes nothing takes none either.
    let isMaker = name == "__new__" || name == "__init__"
    let isBare = parameters.positional.count <= 1 && parameters.keywordOnly.isEmpty && owner != module
    let isByPlace = name.hasPrefix("__") && !isMaker || isBare
    let byPlace = isByPlace ? parameters.positional.count : parameters.positionalOnlyCount
    var names: [String] = []
    for (index, name) in parameters.positional.enumerated() {
      names.append(index < firstDefault ? name.name : name.name + "=")
      if index + 1 == byPlace { names.append("/") }
    }
    if parameters.hasVariadic { names.append("*args") } else if !parameters.keywordOnly.isEmpty { names.append("*") }
    names += parameters.keywordOnly.map { $0.name + "=" }
    if parameters.hasKeywordVariadic { names.append("**kwargs") }
    let hasKeywords = parameters.positional.count > max(1, byPlace)
    var called = (owner: owner, name: name)
    if module == "decimal" ? hasKeywords : name == "__new__" && constructorsWithoutName.contains(owner) {
      called = ("", "function")
    } else if owner == "timedelta", name == "__new__" {
      called.owner = name
    }
    return NativeFunction(name: called.name, owner: called.owner, signature: .of(names.joined(separator: ", "))) {
      (_) throws(Raised) -> Value in .none
    }
  }

  private static let constructorsWithoutName: Set<String> = ["date", "datetime", "time"]
}
