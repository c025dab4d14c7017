/// Binding arguments to parameters, with CPython's words for what doesn't fit.
enum Binding {
  /// Binds the arguments of a function written in Python and runs it.
  static func invoke(
    _ code: Code, _ function: Value, _ arguments: UnsafeMutablePointer<Value>, _ count: Int, _ keywords: KeywordNames?
  ) throws(Raised) -> Value {
    let slots = code.parameters.slotCount
    return try Call.withValues(slots) { (values) throws(Raised) -> Value in
      do throws(Raised) { try bind(code, function, arguments, count, keywords, values) } catch {
        throw errorInC(code, function.object.as(FunctionLayout.self), arguments, count, keywords) ?? error
      }
      return try Function.invoke(code, function, values, slots)
    }
  }

  private static func bind(
    _ code: Code, _ function: Value, _ arguments: UnsafeMutablePointer<Value>, _ count: Int,
    _ keywords: KeywordNames?, _ values: UnsafeMutablePointer<Value>
  ) throws(Raised) {
    let parameters = code.parameters
    let layout = function.object.as(FunctionLayout.self)
    let direct = min(count, parameters.positional.count)
    for index in 0..<direct { values[index] = arguments[index] }
    if parameters.hasVariadic {
      values[parameters.variadicSlot] = Tuple.make(arguments + direct, count - direct)
    }
    var extra = Value.unbound
    if parameters.hasKeywordVariadic {
      extra = Dict.make()
      values[parameters.keywordVariadicSlot] = extra
    }
    if let keywords {
      try bindKeywords(code, layout, arguments + count, keywords, values, extra)
    }
    if count > parameters.positional.count && !parameters.hasVariadic {
      throw tooMany(code, layout, count, values)
    }
    try fillDefaults(code, layout, values)
  }

  private static func bindKeywords(
    _ code: Code, _ layout: UnsafeMutablePointer<FunctionLayout>, _ given: UnsafeMutablePointer<Value>,
    _ keywords: KeywordNames,
    _ values: UnsafeMutablePointer<Value>, _ extra: Value
  ) throws(Raised) {
    let parameters = code.parameters
    for (index, name) in keywords.names.enumerated() {
      if let position = parameters.positional.firstIndex(of: name), position >= parameters.positionalOnlyCount {
        guard values[position].isUnbound else {
          throw raise(.typeError, "\(calledName(of: layout, code))() got multiple values for argument '\(name.name)'")
        }
        values[position] = given[index]
      } else if let position = parameters.keywordOnly.firstIndex(of: name) {
        values[parameters.positional.count + position] = given[index]
      } else if !extra.isUnbound {
        try Dict.set(extra, name.value, given[index])
      } else {
        let positionalOnly = parameters.positional.prefix(parameters.positionalOnlyCount).filter {
          keywords.names.contains($0)
        }
        if !positionalOnly.isEmpty {
          let names = positionalOnly.map(\.name).joined(separator: ", ")
          throw raise(
            .typeError,
            "\(calledName(of: layout, code))() got some positional-only arguments passed as keyword arguments: '\(names)'"
          )
        }
        throw raise(.typeError, "\(calledName(of: layout, code))() got an unexpected keyword argument '\(name.name)'")
      }
    }
  }

  private static func fillDefaults(
    _ code: Code, _ layout: UnsafeMutablePointer<FunctionLayout>, _ values: UnsafeMutablePointer<Value>
  ) throws(Raised) {
    let parameters = code.parameters
    let defaults = layout.pointee.defaults
    let defaultCount = defaults.isUnbound ? 0 : Tuple.items(defaults).count
    let firstDefault = parameters.positional.count - defaultCount
    var missing: [Symbol] = []
    for index in parameters.positional.indices where values[index].isUnbound {
      if index >= firstDefault {
        values[index] = Tuple.items(defaults)[index - firstDefault]
      } else {
        missing.append(parameters.positional[index])
      }
    }
    if !missing.isEmpty { throw missingArguments(code, layout, missing, "positional") }
    for (index, name) in parameters.keywordOnly.enumerated() where values[parameters.positional.count + index].isUnbound
    {
      let keywordDefaults = layout.pointee.keywordDefaults
      if !keywordDefaults.isUnbound, let value = try Dict.get(keywordDefaults, name.value) {
        values[parameters.positional.count + index] = value
      } else {
        missing.append(name)
      }
    }
    if !missing.isEmpty { throw missingArguments(code, layout, missing, "keyword-only") }
  }

  private static func missingArguments(
    _ code: Code, _ layout: UnsafeMutablePointer<FunctionLayout>, _ names: [Symbol], _ kind: String
  ) -> Raised {
    let quoted = names.map { "'\($0.name)'" }
    let list =
      switch quoted.count {
      case 1: quoted[0]
      case 2: "\(quoted[0]) and \(quoted[1])"
      default: quoted.dropLast().joined(separator: ", ") + ", and " + quoted[quoted.count - 1]
      }
    let noun = names.count == 1 ? "argument" : "arguments"
    return raise(
      .typeError, "\(calledName(of: layout, code))() missing \(names.count) required \(kind) \(noun): \(list)")
  }

  private static func tooMany(
    _ code: Code, _ layout: UnsafeMutablePointer<FunctionLayout>, _ given: Int, _ values: UnsafeMutablePointer<Value>
  ) -> Raised {
    let parameters = code.parameters
    let most = parameters.positional.count
    let defaults = layout.pointee.defaults
    let defaultCount = defaults.isUnbound ? 0 : Tuple.items(defaults).count
    let takes = defaultCount > 0 ? "from \(most - defaultCount) to \(most)" : "\(most)"
    let plural = most == 1 && defaultCount == 0 ? "" : "s"
    let keywordOnly = parameters.keywordOnly.indices.filter { !values[most + $0].isUnbound }.count
    let was = given == 1 && keywordOnly == 0 ? "was" : "were"
    var text = "\(calledName(of: layout, code))() takes \(takes) positional argument\(plural) but \(given) "
    if keywordOnly > 0 {
      text += "positional argument\(given == 1 ? "" : "s") (and \(keywordOnly) keyword-only "
      text += "argument\(keywordOnly == 1 ? "" : "s")) "
    }
    return raise(.typeError, text + "\(was) given")
  }

  /// How messages name a function: by its `__qualname__`, which `functools.wraps` sets.
  static func calledName(of layout: UnsafeMutablePointer<FunctionLayout>, _ code: Code) -> String {
    if let bag = Attributes.bag(Value(Object(OpaquePointer(layout)))), !bag.isUnbound,
      let name = Instance.get(bag, .__qualname__), name.isKind(.str)
    {
      return Str.swift(name)
    }
    return code.qualifiedName
  }

  /// How messages speak of a function: without a name where CPython has none at hand.
  private static func words(_ called: String) -> String { called == "function" ? called : called + "()" }

  static func missing(_ function: NativeFunction, _ index: Int) -> Raised {
    let called = function.calledName
    // `enumerate` takes its arguments in a way of its own.
    let place = called == "enumerate" ? "" : " (pos \(index + 1 - function.hiddenArguments))"
    return raise(
      .typeError,
      "\(words(called)) missing required argument '\(function.signature.names[index].name)'\(place)")
  }

  /// What is said of a call with keywords that doesn't fit, in the order in which CPython looks at it: whether keywords
  /// are taken at all, how many arguments there are, which are missing, which are given twice, which are unknown.
  static func keywordError(
    _ function: NativeFunction, _ arguments: UnsafeMutablePointer<Value>, _ count: Int, _ keywords: KeywordNames
  ) -> Raised {
    if function.isOfPython { return pythonError(function, count, keywords.names) }
    let signature = function.signature
    let called = function.calledName
    if signature.isPositionalOnly, signature.keywordVariadic == nil {
      let isMaker = function.name == "__new__" || function.name == "__init__"
      let name = isMaker ? called : function.isSlot ? "wrapper \(function.name)" : function.qualifiedName
      return raise(.typeError, "\(name)() takes no keyword arguments")
    }
    let hidden = function.hiddenArguments
    let given = count - hidden
    let most = signature.names.count - hidden
    let names = keywords.names
    if signature.variadic == nil, signature.keywordVariadic == nil {
      if called == "sorted", count != 1 { return arityError(function, count) }
      if called == "enumerate", given + names.count <= most {
        // It looks at the names before it misses anything.
        let known = given > 0 ? ["start"] : names.count == 1 ? ["iterable"] : ["iterable", "start"]
        if let unknown = names.first(where: { !known.contains($0.name) }) { return invalid(called, unknown) }
      }
      if given + names.count > most {
        let kind = given == 0 ? "keyword " : ""
        let noun = most == 1 ? "argument" : "arguments"
        return raise(
          .typeError, "\(words(called)) takes at most \(most) \(kind)\(noun) (\(given + names.count) given)")
      }
    }
    if signature.variadic == nil, count > signature.positionalCount {
      let isExact = count > 0 && function.makesExactly(arguments[0])
      if isExact, signature.keywordVariadic != nil {
        return raise(.typeError, "\(called)() takes no keyword arguments")
      }
      return arityError(function, count)
    }
    if signature.variadic == 0, count == 0, called == "min" || called == "max" {
      return raise(.typeError, "\(called) expected at least 1 argument, got 0")
    }
    if called == "zip", names.count > 1 {
      return raise(.typeError, "zip() takes at most 1 keyword argument (\(names.count) given)")
    }
    if count < signature.requiredCount, count < signature.positionalOnlyCount { return arityError(function, count) }
    for index in count..<max(count, signature.names.count)
    where signature.isRequired[index] && !keywords.names.contains(signature.names[index]) {
      return missing(function, index)
    }
    for index in signature.positionalOnlyCount..<max(signature.positionalOnlyCount, count)
    where index < signature.positionalCount && keywords.names.contains(signature.names[index]) {
      let place = index + 1 - hidden
      return raise(
        .typeError,
        "argument for \(called)() given by name ('\(signature.names[index].name)') and position (\(place))")
    }
    // `sorted` makes a list first, and hands its keywords on.
    if called == "sorted", count == 1 {
      do throws(Raised) { _ = try Iteration.iterator(arguments[0]) } catch { return error }
    }
    let unknown = names.first { signature.position(of: $0) == nil } ?? names[0]
    return invalid(called == "sorted" ? "sort" : called, unknown)
  }

  private static func invalid(_ called: String, _ name: Symbol) -> Raised {
    let function = called == "function" ? "this function" : words(called)
    return raise(.typeError, "'\(name.name)' is an invalid keyword argument for \(function)")
  }

  /// What is said of a call that doesn't fit a function that CPython has in Python; none has keyword-only parameters.
  private static func pythonError(_ function: NativeFunction, _ given: Int, _ keywords: [Symbol]) -> Raised {
    let signature = function.signature
    let called = function.name
    for name in keywords {
      guard let position = signature.position(of: name) else {
        return raise(.typeError, "\(called)() got an unexpected keyword argument '\(name.name)'")
      }
      if position < given { return raise(.typeError, "\(called)() got multiple values for argument '\(name.name)'") }
    }
    let most = signature.positionalCount
    if given > most {
      return raise(
        .typeError,
        "\(called)() takes \(most) positional argument\(most == 1 ? "" : "s") but \(given) were given")
    }
    let lacking = signature.names[min(given, signature.requiredCount)..<signature.requiredCount]
      .filter { !keywords.contains($0) }.map { "'\($0.name)'" }
    let noun = lacking.count == 1 ? "argument" : "arguments"
    return raise(
      .typeError,
      "\(called)() missing \(lacking.count) required positional \(noun): \(lacking.joined(separator: " and "))")
  }

  /// What is said of a wrong number of arguments, in the words that CPython has for each way to declare them.
  static func arityError(_ function: NativeFunction, _ given: Int) -> Raised {
    if function.isOfPython { return pythonError(function, given, []) }
    let signature = function.signature
    // A method's receiver isn't counted by its callers.
    let hidden = function.hiddenArguments
    let least = signature.requiredCount - hidden
    let most = signature.positionalCount - hidden
    let count = given - hidden
    let isQualified = hidden == 1 && function.name != "__new__" || NativeFunction.modulesInC.contains(function.owner)
    let name = isQualified ? function.qualifiedName : function.calledName
    let isWrapper = function.isSlot && function.name != "__new__" && function.name != "__init__"
    let subject = isWrapper ? "" : function.calledName
    func plural(_ count: Int, _ noun: String = "argument") -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
    if count < 0 {
      return raise(
        .typeError,
        function.isSlot
          ? "descriptor '\(function.name)' of '\(function.owner)' object needs an argument"
          : "unbound method \(function.qualifiedName)() needs an argument")
    }
    guard signature.isPositionalOnly else {
      let called = function.calledName
      if called == "sorted" { return raise(.typeError, "sorted expected 1 argument, got \(count)") }
      let total = signature.names.count - hidden
      if count > total, signature.variadic == nil, signature.keywordVariadic == nil {
        return raise(.typeError, "\(words(called)) takes at most \(plural(total)) (\(count) given)")
      }
      if most == 0 { return raise(.typeError, "\(called)() takes no positional arguments") }
      let hasKeywordOnly = signature.names.count - hidden > most
      let required = max(0, signature.positionalOnlyCount - hidden)
      if count < required {
        let bound = required < most ? "at least" : "exactly"
        return raise(
          .typeError, "\(called)() takes \(bound) \(plural(required, "positional argument")) (\(count) given)")
      }
      let bound = required < most ? "at most" : "exactly"
      return raise(
        .typeError,
        "\(words(called)) takes \(bound) \(plural(most, hasKeywordOnly ? "positional argument" : "argument")) (\(count) given)"
      )
    }
    if function.isParsed, signature.variadic == nil {
      let bound =
        least == most
        ? "exactly \(plural(most))" : count < least ? "at least \(plural(least))" : "at most \(plural(most))"
      return raise(.typeError, "\(function.calledName)() takes \(bound) (\(count) given)")
    }
    if least == most && signature.variadic == nil {
      if function.isRepetition { return raise(.typeError, " expected \(plural(most)), got \(count)") }
      if function.name == "__new__", most > 0 {
        return raise(.typeError, "\(name) expected \(plural(most)), got \(count)")
      }
      if isWrapper, most < 2 { return raise(.typeError, "expected \(plural(most)), got \(count)") }
      switch most {
      case 0: return raise(.typeError, "\(name)() takes no arguments (\(count) given)")
      case 1: return raise(.typeError, "\(name)() takes exactly one argument (\(count) given)")
      default: return raise(.typeError, "\(subject) expected \(plural(most)), got \(count)")
      }
    }
    return count < least
      ? raise(.typeError, "\(subject) expected at least \(plural(least)), got \(count)")
      : raise(.typeError, "\(subject) expected at most \(plural(most)), got \(count)")
  }
}

extension NativeFunction {
  /// Binds the arguments of a call: `values` gets one value per parameter.
  func bind(
    _ arguments: UnsafeMutablePointer<Value>, _ count: Int, _ keywords: KeywordNames?,
    _ values: UnsafeMutablePointer<Value>
  ) throws(Raised) {
    // A class statement without keywords calls its metaclass with none.
    let keywords = keywords?.names.isEmpty == true ? nil : keywords
    let direct = min(count, signature.positionalCount)
    for index in 0..<direct { values[index] = arguments[index] }
    if let variadic = signature.variadic {
      values[variadic] = Tuple.make(arguments + direct, count - direct)
    } else if count > signature.positionalCount {
      throw keywords.map { Binding.keywordError(self, arguments, count, $0) } ?? Binding.arityError(self, count)
    }
    if let extra = signature.keywordVariadic { values[extra] = Dict.make() }
    if let keywords {
      for (index, name) in keywords.names.enumerated() {
        let value = arguments[count + index]
        if let position = signature.position(of: name) {
          guard values[position].isUnbound else { throw Binding.keywordError(self, arguments, count, keywords) }
          values[position] = value
        } else if let extra = signature.keywordVariadic {
          try Dict.set(values[extra], name.value, value)
        } else {
          throw Binding.keywordError(self, arguments, count, keywords)
        }
      }
    }
    if keywords == nil, count >= boundCount { return }
    for index in signature.names.indices where signature.isRequired[index] && values[index].isUnbound {
      let isByPosition = index < signature.positionalOnlyCount || signature.isPositionalOnly
      if isByPosition && keywords == nil { throw Binding.arityError(self, count) }
      throw keywords.map { Binding.keywordError(self, arguments, count, $0) }
        ?? (isOfPython ? Binding.arityError(self, count) : Binding.missing(self, index))
    }
  }

  /// How many arguments its callers don't count: a method's receiver, a constructor's class.
  var hiddenArguments: Int { signature.names.first == Symbol(.`self`) || signature.names.first == Symbol(.cls) ? 1 : 0 }

  /// The name by which messages speak of it: a constructor's is its class's.
  var calledName: String { name == "__new__" || name == "__init__" ? owner : name }

  /// Whether it makes, or fills, an instance of its own class rather than of one that derives from it.
  func makesExactly(_ first: Value) -> Bool {
    guard let receiver, name == "__new__" || name == "__init__" else { return false }
    let cls = name == "__new__" && first.isKind(.class) ? ClassObject.cls(first).reference : Types.of(first)
    return cls.toOpaque() == receiver.toOpaque()
  }

  /// The name with its class or module in front.
  var qualifiedName: String {
    switch owner {
    case "", "builtins": name
    case "operator", "struct": "_\(owner).\(name)"
    default: "\(owner).\(name)"
    }
  }

  /// The modules that are of functions written in C in CPython, whose messages name them.
  static let modulesInC: Set<String> = ["math", "time", "sys", "binascii", "zlib", "operator", "struct"]
}
