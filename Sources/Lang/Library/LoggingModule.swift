/// Python's `logging`: loggers with levels; records go to the host (`Library.log`) and to the handlers that specs add.
enum LoggingModule {
  private final class Logger: Payload {
    let name: String
    let parent: Logger?
    var level = 0
    var isDisabled = false
    var propagates = true
    /// The handlers that specs added, as a list.
    var handlers = List.make()
    var value = Value.unbound

    init(name: String, parent: Logger?) {
      self.name = name
      self.parent = parent
    }

    override func trace() {
      Heap.mark(handlers)
      Heap.mark(value)
    }

    var effectiveLevel: Int {
      var logger: Logger? = self
      while let current = logger {
        if current.level != 0 { return current.level }
        logger = current.parent
      }
      return 0
    }
  }

  private nonisolated(unsafe) static var loggers: [String: Logger] = [:]
  private nonisolated(unsafe) static var cls: Class! = nil
  private nonisolated(unsafe) static var root: Logger! = nil
  /// Levels up to this one are off everywhere (`logging.disable`).
  private nonisolated(unsafe) static var disabledUpTo = 0
  private nonisolated(unsafe) static var levelNames = [
    (50, "CRITICAL"), (40, "ERROR"), (30, "WARNING"), (20, "INFO"), (10, "DEBUG"), (0, "NOTSET"),
  ]

  static func build(_ module: Namespace) throws(Raised) {
    cls = Types.define("Logger", module: "logging", hasAttributes: true)
    root = Logger(name: "root", parent: nil)
    root.level = Library.logLevel
    root.value = Native.make(cls, root)
    Heap.addRootProvider {
      Heap.mark(root.value)
      for logger in loggers.values { Heap.mark(logger.value) }
    }
    module["root"] = root.value
    module["Logger"] = cls.value
    for (level, name) in levelNames { module[name] = Value(small: level) }
    module["WARN"] = Value(small: 30)
    module["FATAL"] = Value(small: 50)
    addLogging(module)
    addConfiguration(module)
    try PythonSources.run("logging", in: module)
  }

  private static func logger(_ name: String) -> Logger {
    if name.isEmpty || name == "root" { return root }
    if let known = loggers[name] { return known }
    let parent = name.lastIndex(of: ".").map { logger(String(name[..<$0])) } ?? root
    let made = Logger(name: name, parent: parent)
    loggers[name] = made
    made.value = Native.make(cls, made)
    return made
  }

  private static func of(_ value: Value) throws(Raised) -> Logger {
    guard let logger = Native.payload(value, as: Logger.self) else {
      throw raise(.typeError, "a 'logging.Logger' object is required, not '\(Types.name(value))'")
    }
    return logger
  }

  /// The number of a level given as a number or a name.
  private static func level(_ value: Value) throws(Raised) -> Int {
    if let number = Integer.int(value) { return number }
    guard value.isKind(.str) else {
      throw raise(.typeError, "Level not an integer or a valid string: \(Str.swift(try Text.repr(value)))")
    }
    let name = Str.swift(value)
    if name == "WARN" { return 30 }
    if name == "FATAL" { return 50 }
    guard let known = levelNames.first(where: { $0.1 == name }) else {
      throw raise(.valueError, "Unknown level: \(Str.swift(try Text.repr(value)))")
    }
    return known.0
  }

  private static func levelName(_ level: Int) -> String {
    levelNames.first { $0.0 == level }?.1 ?? "Level \(level)"
  }

  /// Logs a message with its `%` arguments.
  private static func log(
    _ logger: Logger, _ level: Int, _ message: Value, _ arguments: Value, _ options: Value, withException: Bool
  ) throws(Raised) {
    guard level > disabledUpTo || disabledUpTo == 0, !logger.isDisabled, level >= logger.effectiveLevel else { return }
    var text = try Text.str(message)
    if !Tuple.items(arguments).isEmpty {
      let items = Tuple.items(arguments)
      // One mapping stands for itself, so that `%(name)s` works.
      let isMapping = items.count == 1 && items[0].isKind(.dict) && Dict.count(items[0]) > 0
      text = try Text.percentFormat(text, isMapping ? items[0] : arguments)
    }
    var shown = Str.swift(text)
    if let exception = try exception(options, withException) {
      let trace = Traceback.format(exception)
      shown += "\n" + (trace.hasSuffix("\n") ? String(trace.dropLast()) : trace)
    }
    var current: Logger? = logger
    var isHandled = false
    while let owner = current {
      if List.count(owner.handlers) > 0 {
        isHandled = true
        try callHandlers(owner, logger, level, text, shown)
      }
      guard owner.propagates else {
        if List.count(owner.handlers) > 0 { return }
        break
      }
      current = owner.parent
    }
    if !isHandled || logger.propagates { Library.log(level, logger.name, shown) }
  }

  private static func callHandlers(
    _ owner: Logger, _ logger: Logger, _ level: Int, _ message: Value, _ shown: String
  ) throws(Raised) {
    guard let module = try Library.load("logging"), let maker = module["makeLogRecord"] else { return }
    let record = try Call.call(
      maker,
      [
        Str.make(logger.name), Value(small: level), Str.make(levelName(level)), message, Str.make(shown),
        Value(Double(Library.clock.wall()) / 1e9),
      ])
    var index = 0
    while index < List.count(owner.handlers) {
      let handler = List.item(owner.handlers, index)
      _ = try Call.call(try Attributes.get(handler, "handle"), record)
      index += 1
    }
  }

  /// The exception whose traceback a call asks for.
  private static func exception(_ options: Value, _ byDefault: Bool) throws(Raised) -> Value? {
    let wanted = options.isKind(.dict) ? Dict.get(options, "exc_info") : nil
    let isWanted = try wanted.map(Operations.truth) ?? byDefault
    guard isWanted else { return nil }
    if let wanted, Exceptions.isException(wanted) { return wanted }
    if let wanted, wanted.isKind(.tuple), Tuple.items(wanted).count == 3, Exceptions.isException(Tuple.items(wanted)[1])
    {
      return Tuple.items(wanted)[1]
    }
    return Interpreter.handled.isUnbound ? nil : Interpreter.handled
  }

  private static func addLogging(_ module: Namespace) {
    let levels = [
      ("debug", 10), ("info", 20), ("warning", 30), ("warn", 30), ("error", 40), ("exception", 40),
      ("critical", 50), ("fatal", 50),
    ]
    for (name, level) in levels {
      cls.method(name, "self, msg, *args, **kwargs") { (a) throws(Raised) -> Value in
        try log(try of(a[0]), level, a[1], a[2], a[3], withException: name == "exception")
        return .none
      }
      module.function(name, "msg, *args, **kwargs") { (a) throws(Raised) -> Value in
        try log(root, level, a[0], a[1], a[2], withException: name == "exception")
        return .none
      }
    }
    cls.method("log", "self, level, msg, *args, **kwargs") { (a) throws(Raised) -> Value in
      guard let level = Integer.int(a[1]) else { throw raise(.typeError, "level must be an integer") }
      try log(try of(a[0]), level, a[2], a[3], a[4], withException: false)
      return .none
    }
    module.function("log", "level, msg, *args, **kwargs") { (a) throws(Raised) -> Value in
      guard let level = Integer.int(a[0]) else { throw raise(.typeError, "level must be an integer") }
      try log(root, level, a[1], a[2], a[3], withException: false)
      return .none
    }
  }

  private static func addConfiguration(_ module: Namespace) {
    module.function("getLogger", "name=None") { (a) throws(Raised) -> Value in
      guard let name = a.optional(0), !name.isNone else { return root.value }
      guard name.isKind(.str) else { throw raise(.typeError, "A logger name must be a string") }
      return logger(Str.swift(name)).value
    }
    module.function("getLevelName", "level") { (a) throws(Raised) -> Value in
      if a[0].isKind(.str) {
        let name = Str.swift(a[0])
        return levelNames.first { $0.1 == name }.map { Value(small: $0.0) } ?? Str.make("Level \(name)")
      }
      return Str.make(levelName(try level(a[0])))
    }
    module.function("addLevelName", "level, levelName") { (a) throws(Raised) -> Value in
      levelNames.insert((try level(a[0]), try Library.text(a[1], "addLevelName", 2)), at: 0)
      return .none
    }
    module.function("basicConfig", "**kwargs") { (a) throws(Raised) -> Value in
      if let given = Dict.get(a[0], "level"), !given.isNone { root.level = try level(given) }
      if let handlers = Dict.get(a[0], "handlers"), !handlers.isNone {
        try Iteration.forEach(handlers) { (handler) throws(Raised) -> Void in List.append(root.handlers, handler) }
      }
      return .none
    }
    module.function("disable", "level=50") { (a) throws(Raised) -> Value in
      disabledUpTo = try a.optional(0).map { (value) throws(Raised) in try level(value) } ?? 50
      return .none
    }
    module.function("captureWarnings", "capture") { (_) throws(Raised) -> Value in .none }
    cls.method("setLevel", "self, level") { (a) throws(Raised) -> Value in
      try of(a[0]).level = try level(a[1])
      return .none
    }
    cls.method("getEffectiveLevel", "self") { (a) throws(Raised) -> Value in
      Value(small: try of(a[0]).effectiveLevel)
    }
    cls.method("isEnabledFor", "self, level") { (a) throws(Raised) -> Value in
      let logger = try of(a[0])
      let level = try level(a[1])
      return Value(!logger.isDisabled && level > disabledUpTo && level >= logger.effectiveLevel)
    }
    cls.method("hasHandlers", "self") { (a) throws(Raised) -> Value in
      Value(List.count(try of(a[0]).handlers) > 0)
    }
    cls.method("addHandler", "self, hdlr") { (a) throws(Raised) -> Value in
      List.append(try of(a[0]).handlers, a[1])
      return .none
    }
    cls.method("removeHandler", "self, hdlr") { (a) throws(Raised) -> Value in
      let handlers = try of(a[0]).handlers
      for index in 0..<List.count(handlers) where List.item(handlers, index).bits == a[1].bits {
        _ = List.remove(handlers, at: index)
        break
      }
      return .none
    }
    cls.method("getChild", "self, suffix") { (a) throws(Raised) -> Value in
      let owner = try of(a[0])
      let suffix = try Library.text(a[1], "getChild")
      return logger(owner === root ? suffix : "\(owner.name).\(suffix)").value
    }
    cls.property("name", get: { (value) throws(Raised) -> Value in Str.make(try of(value).name) })
    cls.property("level", get: { (value) throws(Raised) -> Value in Value(small: try of(value).level) })
    cls.property("handlers", get: { (value) throws(Raised) -> Value in try of(value).handlers })
    cls.property("parent", get: { (value) throws(Raised) -> Value in try of(value).parent?.value ?? .none })
    cls.property(
      "disabled", get: { (value) throws(Raised) -> Value in Value(try of(value).isDisabled) },
      set: { (value, flag) throws(Raised) -> Void in try of(value).isDisabled = try Operations.truth(flag) })
    cls.property(
      "propagate", get: { (value) throws(Raised) -> Value in Value(try of(value).propagates) },
      set: { (value, flag) throws(Raised) -> Void in try of(value).propagates = try Operations.truth(flag) })
    cls.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
      let logger = try of(a[0])
      let kind = logger === root ? "RootLogger" : "Logger"
      return Str.make("<\(kind) \(logger.name) (\(levelName(logger.effectiveLevel)))>")
    }
  }
}
