import Lang
import Logging

/// Making the spec's `environment` out of its classes and the options.
extension LoadTest {
  /// The names before 1.0 that specs have used so far, so that each is noted once.
  private nonisolated(unsafe) static var notedLegacy: Set<String> = []

  /// Says once that a name is from before 1.0 and how it is written now.
  static func noteLegacy(_ old: String, _ new: String) {
    guard notedLegacy.insert(old).inserted else { return }
    Logger(label: "locust.deprecation").warning("\(old) is an old name of Locust's; it works, but write: \(new)")
  }

  /// Makes the spec's `environment`.
  static func makeEnvironment(_ spec: Spec, _ options: LoadOptions, _ classes: [UserClass]) throws(Raised) -> Value {
    guard let module = try LocustModule.load("locust.env", importer: spec.importer),
      let maker = module["Environment"], let optionsMaker = module["Options"]
    else { throw raise(.importError, "No module named 'locust.env'") }
    var values: [(name: String, value: Value)] = [
      ("host", options.host.map { Str.make($0) } ?? .none),
      ("num_users", options.userCount.map { Integer.make($0) } ?? .none),
      ("spawn_rate", number(options.spawnRate)),
      ("run_time", time(options.runTime)), ("stop_timeout", time(options.stopTimeout)),
      ("reset_stats", Value(options.resetStats)), ("locustfile", Str.make(spec.paths.joined(separator: ","))),
      ("user_classes", list(options.userClasses)), ("tags", options.tags.map(list) ?? .none),
      ("exclude_tags", options.excludedTags.map(list) ?? .none), ("equal_weights", Value(options.hasEqualWeights)),
    ]
    for (name, data) in options.others { values.append((name, try data.value())) }
    let parsed = try Call.call(optionsMaker, [], keywords: values)
    let configuration = Dict.make()
    for (key, value) in options.configuration { Dict.set(configuration, key, Str.make(value)) }
    if let parser = spec.parser {
      _ = try Call.call(try Attributes.get(parser, "_fill"), parsed, list(options.customArguments), configuration)
    }
    let file = spec.paths.first.map { $0.split(separator: "/").last.map(String.init) ?? $0 } ?? ""
    return try Call.call(
      maker, [],
      keywords: [
        ("events", SpecEvents.shared.events), ("host", options.host.map { Str.make($0) } ?? .none),
        ("locustfile", Str.make(file)), ("parsed_options", parsed), ("user_classes", List.make(classes.map(\.value))),
        ("parsed_locustfiles", list(spec.paths)), ("shape_class", spec.shapes.first?.value ?? .none),
        ("available_user_classes", try byName(spec.userClasses.map { ($0.name, $0.value) })),
        ("available_shape_classes", try byName(spec.shapes.map { ($0.name, $0.value) })),
      ])
  }

  /// What an environment is to say of a version of the spec: attributes and their values.
  ///
  /// Options that the version adds get the values that the configuration or their defaults give.
  static func describe(
    _ spec: Spec, _ classes: [UserClass], in environment: Value, _ options: LoadOptions
  ) throws(Raised) -> Value {
    let configuration = Dict.make()
    for (key, value) in options.configuration { Dict.set(configuration, key, Str.make(value)) }
    var parsed = try Attributes.get(environment, "parsed_options")
    if let parser = spec.parser {
      parsed = try Call.call(try Attributes.get(parser, "_fill_new"), parsed, configuration)
    }
    return try Call.call(
      try Attributes.get(environment, "_describe_version"),
      [
        List.make(classes.map(\.value)), try byName(spec.userClasses.map { ($0.name, $0.value) }),
        try byName(spec.shapes.map { ($0.name, $0.value) }), spec.shapes.first?.value ?? .none, parsed,
      ])
  }

  /// Sets attributes of a user class, as Locust's `update_user_class` messages have them. To be called on a fiber.
  ///
  /// In the master it tells the workers, too; what the dispatcher goes by changes with the next start.
  ///
  /// - Parameter settings: `user_class_name`, and attributes with their values; `tasks` names those to keep.
  /// - Throws: `SpecFault` for a class that there isn't, or values that a class can't have.
  public func update(userClass settings: PlainData) throws(SpecFault) {
    do throws(Raised) {
      _ = try Call.call(try Attributes.get(environment, "update_user_class"), with: try settings.value())
      try refreshInfos()
    } catch { throw SpecFault(text: Program.traceback(error).trimmingEnd()) }
  }

  /// Takes over from `environment.user_classes` which classes are to run.
  func settleClasses() {
    do throws(Raised) {
      let named = try Call.call(try Attributes.get(environment, "_classes_to_run"))
      defer { Heap.keepAlive(named) }
      var settled: [UserClass] = []
      for value in List.items(named) {
        guard value.isKind(.class), ClassObject.cls(value).isSubclass(of: SpecDefaults.shared.userClass) else {
          throw raise(.typeError, "environment.user_classes has something that is no user class: \(try shown(value))")
        }
        if !settled.contains(where: { $0.value.bits == value.bits }) { settled.append(adopt(value)) }
      }
      settled.sort { $0.name < $1.name }
      // Users of those that are left out are still to be stopped.
      let left = classes.filter { old in !old.users.isEmpty && !settled.contains { $0 === old } }
      classes = settled + left
      var infos: [UserClassInfo] = []
      for userClass in settled { infos.append(try userClass.info()) }
      userClasses = infos
    } catch { Logger(label: "locust.main").error("\(Program.traceback(error).trimmingEnd())") }
  }

  private func shown(_ value: Value) throws(Raised) -> String { Str.swift(try Text.repr(value)) }

  /// The user class that a value is: one that is known, or else one that only a listener has.
  private func adopt(_ value: Value) -> UserClass {
    if let known = (classes + adopted).first(where: { $0.value.bits == value.bits }) { return known }
    let userClass = UserClass(Heap.pin(value))
    adopted.append(userClass)
    return userClass
  }

  /// Looks anew at what the classes say of themselves.
  func refreshInfos() throws(Raised) {
    var infos: [UserClassInfo] = []
    for userClass in classes where userClasses.contains(where: { $0.name == userClass.name }) {
      if !swap.isRemoved(userClass) { infos.append(try userClass.info()) }
    }
    userClasses = infos
  }

  /// Applies changes of classes and equal weights, and leaves out classes of weight 0.
  ///
  /// - Returns: the classes to run.
  static func adjust(_ environment: Value, _ options: LoadOptions) throws(Raised) -> [Value] {
    let update = try Attributes.get(environment, "update_user_class")
    for settings in options.userSettings { _ = try Call.call(update, with: try settings.value()) }
    if options.hasEqualWeights { _ = try Call.call(try Attributes.get(environment, "assign_equal_weights")) }
    return Array(List.items(try Attributes.get(environment, "user_classes")))
  }

  private static func number(_ value: Double?) -> Value { value.map { Value($0) } ?? .none }

  /// Locust gives whole seconds as an int.
  private static func time(_ value: Double?) -> Value {
    guard let value else { return .none }
    return value == value.rounded() ? Integer.make(Int(value)) : Value(value)
  }

  private static func list(_ texts: [String]) -> Value { List.make(texts.map { Str.make($0) }) }

  private static func byName(_ items: [(String, Value)]) throws(Raised) -> Value {
    let dict = Dict.make()
    for (name, value) in items { Dict.set(dict, name, value) }
    return dict
  }
}
