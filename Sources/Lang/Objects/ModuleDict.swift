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

  private static func namespace(_ dict: Value) -> Namespace {
    ModuleObject.namespace(dict.object.as(DictLayout.self).pointee.attributes)
  }

  /// Brings the dict up to date.
  @inline(never)
  static func refresh(_ dict: Value) {
    let namespace = namespace(dict)
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
