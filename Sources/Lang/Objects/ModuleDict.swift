/// The dict that shows a module's variables: what `globals()` and `module.__dict__` give.
///
/// Code reads and writes the variables where they stand (`Namespace.cell`). The dict is flagged: each reading brings it
/// up to date first, and changes to it go through to the variables.
enum ModuleDict {
  /// The dict of a module; always the same one.
  static func of(_ namespace: Namespace) -> Value {
    if namespace.dictionary.isUnbound {
      let dict = Dict.make()
      dict.object.as(DictLayout.self).pointee.attributes = namespace.value
      dict.object.pointee.flags |= Dict.flagModule
      namespace.dictionary = dict
    }
    return namespace.dictionary
  }

  /// The namespace whose variables a dict's items are: makes a plain dict the dict of a module of its own.
  static func namespace(for dict: Value) throws(Raised) -> Namespace {
    if dict.object.pointee.flags & Dict.flagModule != 0 { return namespace(dict) }
    guard !Types.cls(dict).isUserDefined else {
      throw raise(.runtimeError, "globals of a class derived from dict are not supported in a spec")
    }
    let builtins = Interpreter.builtins.value
    if let given = Dict.get(dict, Symbol(.__builtins__)) {
      guard given.bits == builtins.bits || given.bits == Interpreter.builtins.dictionary.bits else {
        throw raise(.runtimeError, "globals with other built-in names are not supported in a spec")
      }
    } else {
      Dict.set(dict, Symbol(.__builtins__), builtins)
    }
    let namespace = Namespace(name: "builtins")
    namespace[Symbol(.__name__)] = nil
    for (key, value) in Dict.pairs(dict) where key.isKind(.str) { namespace[Symbol(key)] = value }
    dict.object.as(DictLayout.self).pointee.attributes = namespace.value
    dict.object.pointee.flags |= Dict.flagModule
    namespace.dictionary = dict
    return namespace
  }

  private static func namespace(_ dict: Value) -> Namespace {
    ModuleObject.namespace(dict.object.as(DictLayout.self).pointee.attributes)
  }

  /// Brings the dict up to date.
  @inline(never)
  static func refresh(_ dict: Value) {
    let namespace = namespace(dict)
    namespace.makeAllLate()
    let table = Dict.table(dict)
    // The names' hashes and comparisons run no Python code.
    do throws(Raised) {
      for name in namespace.order {
        let key = name.value
        let hash = Str.hash(key)
        let position = try DictTable.find(in: table, key, hash)
        let value = namespace.cell(name).pointee
        if position >= 0 {
          if value.isUnbound { table.pointee.remove(at: position) } else { table.pointee.setValue(value, at: position) }
        } else if !value.isUnbound {
          table.pointee.append(key, hash, value)
        }
      }
    } catch {}
  }

  /// Notes that a key was set or, with an unbound value, removed.
  @inline(never)
  static func note(_ dict: Value, _ key: Value, _ value: Value) {
    guard key.isKind(.str) else { return }
    namespace(dict)[Symbol(key)] = value.isUnbound ? nil : value
  }
}
