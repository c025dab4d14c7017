/// Binding arguments to parameters, with CPython's words for what doesn't fit.
enum Binding {
  /// Binds the arguments of a function written in Python and runs it.
  static func invoke(
    _ code: Code, _ function: Value, _ arguments: UnsafeMutablePointer<Value>, _ count: Int, _ keywords: KeywordNames?
  ) throws(Raised) -> Value {
    let slots = code.parameters.slotCount
    return try Call.withValues(slots) { (values) throws(Raised) -> Value in
      try bind(code, function, arguments, count, keywords, values)
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
  private static func calledName(of layout: UnsafeMutablePointer<FunctionLayout>, _ code: Code) -> String {
    if let bag = Attributes.bag(Value(Object(OpaquePointer(layout)))), !bag.isUnbound,
      let name = Instance.get(bag, .__qualname__), name.isKind(.str)
    {
      return Str.swift(name)
    }
    return code.qualifiedName
  }

  /// What is said of a wrong number of arguments, in the words that CPython has for each way to declare them.
  fileprivate static func arityError(_ function: NativeFunction, _ given: Int) -> Raised {
    let signature = function.signature
    // A method's receiver isn't counted by its callers.
    let hidden = function.hiddenArguments
    let least = signature.requiredCount - hidden
    let most = signature.positionalCount - hidden
    let count = given - hidden
    let name = hidden == 1 && function.name != "__new__" ? function.qualifiedName : function.calledName
    let isWrapper = function.isSlot && function.name != "__new__" && function.name != "__init__"
    let subject = isWrapper ? "" : function.calledName
    func plural(_ count: Int, _ noun: String = "argument") -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
    guard signature.isPositionalOnly else {
      let called = function.calledName
      if called == "sorted" { return raise(.typeError, "sorted expected 1 argument, got \(count)") }
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
        "\(called)() takes \(bound) \(plural(most, hasKeywordOnly ? "positional argument" : "argument")) (\(count) given)"
      )
    }
    if least == most && signature.variadic == nil {
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
    let direct = min(count, signature.positionalCount)
    for index in 0..<direct { values[index] = arguments[index] }
    if let variadic = signature.variadic {
      values[variadic] = Tuple.make(arguments + direct, count - direct)
    } else if count > signature.positionalCount {
      throw Binding.arityError(self, count)
    }
    if let extra = signature.keywordVariadic { values[extra] = Dict.make() }
    if let keywords {
      for (index, keyword) in keywords.names.enumerated() {
        let value = arguments[count + index]
        if let position = signature.names.firstIndex(of: keyword), position >= signature.positionalOnlyCount,
          position != signature.variadic, position != signature.keywordVariadic
        {
          guard values[position].isUnbound else {
            throw raise(
              .typeError,
              "argument for \(calledName)() given by name ('\(keyword.name)') and position (\(position + 1))")
          }
          values[position] = value
        } else if let extra = signature.keywordVariadic {
          try Dict.set(values[extra], keyword.value, value)
        } else if signature.positionalOnlyCount == signature.names.count {
          let isMaker = name == "__new__" || name == "__init__"
          let shown = isMaker ? calledName : isSlot ? "wrapper \(name)" : qualifiedName
          throw raise(.typeError, "\(shown)() takes no keyword arguments")
        } else {
          // `sorted` hands its keywords on.
          let called = calledName == "sorted" ? "sort" : calledName
          throw raise(.typeError, "'\(keyword.name)' is an invalid keyword argument for \(called)()")
        }
      }
    }
    if keywords == nil, count >= boundCount { return }
    for index in signature.names.indices where signature.isRequired[index] && values[index].isUnbound {
      let isByPosition = index < signature.positionalOnlyCount || signature.isPositionalOnly
      if isByPosition && keywords == nil { throw Binding.arityError(self, count) }
      let hidden = hiddenArguments
      throw raise(
        .typeError,
        "\(calledName)() missing required argument '\(signature.names[index].name)' (pos \(index + 1 - hidden))"
      )
    }
  }

  /// How many arguments its callers don't count: a method's receiver, a constructor's class.
  var hiddenArguments: Int { signature.names.first == Symbol(.`self`) || signature.names.first == Symbol(.cls) ? 1 : 0 }

  /// The name by which messages speak of it: a constructor's is its class's.
  var calledName: String { name == "__new__" || name == "__init__" ? owner : name }

  /// The name with its class or module in front.
  var qualifiedName: String { owner.isEmpty || owner == "builtins" ? name : "\(owner).\(name)" }
}
