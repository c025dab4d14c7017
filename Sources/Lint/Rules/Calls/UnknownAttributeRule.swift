import Lang

/// KD204: an attribute that its object doesn't have.
enum UnknownAttributeRule: Rule {
  static let info = RuleInfo(
    "KD204", "unknown-attribute", .error,
    summary: "An attribute is read that the object surely doesn't have.",
    why: """
      It raises AttributeError when it is reached. What is known for certain is checked: modules of the library, \
      responses, the client, Locust's objects, literals, and `self` in classes whose bases are all known.
      """,
    bad: """
      response = self.client.get("/")
      if response.status == 404:
          raise ValueError("no such page")
      """,
    good: """
      response = self.client.get("/")
      if response.status_code == 404:
          raise ValueError("no such page")
      """,
    fix: "A name that is nearly one that exists is replaced by it (unsafe).")

  /// What other clients call the attributes of a response.
  private static let others = [
    "status": "status_code", "code": "status_code", "statuscode": "status_code", "body": "text", "data": "content",
    "raw_text": "text", "response_time": "elapsed", "error_message": "error", "fail": "failure", "failed": "ok",
  ]

  static func check(_ file: FileModel, _ report: Reporter) {
    for site in file.attributes where !site.isStore && !site.place.isGuarded && !report.isFull {
      let name = site.name
      guard !name.hasPrefix("__"), !file.storedAttributes.contains(name),
        let owner = file.known(site.value, in: site.place.scope)
      else { continue }
      if case .value(let module) = owner, let reason = Introspection.refusal(module, name) {
        report("module '\(file.moduleName(module) ?? "")' has no attribute '\(name)'", at: site.nameSpan, hint: reason)
        continue
      }
      guard let (what, names) = names(of: owner, lacking: name, file)
      else { continue }
      // Names that are asked for as texts are set as texts, too.
      if file.namedTexts.contains(name), case .localInstance = owner { continue }
      let near = others(owner, name, file) ?? Spelling.nearest(name, among: names.filter { !$0.hasPrefix("_") })
      // A class of nothing but its own may be mixed into another file's: only what is nearly one of its names is sure.
      if case .localInstance(let cls) = owner, cls.role == nil, near == nil { continue }
      report(
        "\(what) has no attribute '\(name)'", at: site.nameSpan, hint: near.map { "did you mean '\($0)'?" },
        fix: near.map { Fix("Replace with '\($0)'", replace: site.nameSpan, with: $0, isSafe: false) })
    }
  }

  private static func others(_ owner: Known, _ name: String, _ file: FileModel) -> String? {
    guard case .instance(let cls) = owner, file.knowledge.isResponse(cls) else { return nil }
    return others[name.lowercased()]
  }

  /// What an object is and the names that it has, if it surely lacks one; nil otherwise.
  private static func names(of owner: Known, lacking name: String, _ file: FileModel) -> (
    what: String, names: [String]
  )? {
    switch owner {
    case .value(let value): return names(of: value, lacking: name, file)
    case .instance(let cls):
      guard Introspection.isNative(cls), !Introspection.isOpen(cls), Introspection.member(cls, name) == nil else {
        return nil
      }
      return (shown(cls), Introspection.names(cls))
    case .localInstance(let cls):
      guard let family = file.family(of: cls), !family.has(name), !["__dict__", "__class__"].contains(name) else {
        return nil
      }
      return ("a '\(cls.name)'", Array(family.names))
    case .localClass, .localFunction, .method: return nil
    }
  }

  private static func shown(_ cls: Value) -> String {
    switch Introspection.className(cls) {
    case "ResponseContextManager": "a response"
    case "HttpSession", "FastHttpSession": "the client"
    case let name: "'\(name)'"
    }
  }

  private static func names(of value: Value, lacking name: String, _ file: FileModel) -> (
    what: String, names: [String]
  )? {
    switch Introspection.sort(value) {
    case .module:
      let names = Introspection.names(value)
      guard Introspection.member(value, name) == nil, !names.contains("__getattr__"), let path = file.moduleName(value)
      else { return nil }
      switch file.answer(path + "." + name) {
      case .known: return nil
      default: return ("module '\(path)'", names)
      }
    case .cls:
      guard Introspection.member(value, name) == nil, Introspection.isPlainClass(value) else { return nil }
      return ("'\(Introspection.className(value))'", Introspection.names(value))
    case .other:
      guard value.isKind(.instance), Introspection.member(value, name) == nil else { return nil }
      let cls = Types.cls(value).value
      guard !Introspection.isOpen(cls) else { return nil }
      return ("the '\(Introspection.className(cls))' object", Introspection.names(value))
    case .function, .property: return nil
    }
  }
}
