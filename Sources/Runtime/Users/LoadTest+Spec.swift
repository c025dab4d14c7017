import Lang
import Logging

/// Finding in a spec's module what there is to run.
extension LoadTest {
  /// The names before 1.0 that specs have used so far, so that each is noted once.
  private nonisolated(unsafe) static var notedLegacy: Set<String> = []

  /// Says once that a name is from before 1.0 and how it is written now.
  static func noteLegacy(_ old: String, _ new: String) {
    guard notedLegacy.insert(old).inserted else { return }
    Logger(label: "locust.deprecation").warning("\(old) is the name before Locust 1.0; it works, but write: \(new)")
  }

  /// The user classes of a module, sorted by name.
  static func userClasses(of module: Namespace) throws(SpecFault) -> [UserClass] {
    var found: [UserClass] = []
    do throws(Raised) {
      for name in module.names {
        guard let value = module[name], try UserClass.isRunnable(value) else { continue }
        if found.contains(where: { $0.value.bits == value.bits }) { continue }
        Heap.pin(value)
        found.append(UserClass(value))
      }
    } catch { throw SpecFault(text: Program.traceback(error).trimmingEnd()) }
    return found.sorted { $0.name < $1.name }
  }

  /// The classes that a run names, or all.
  static func choose(_ names: [String], from known: [UserClass], path: String) throws(SpecFault) -> [UserClass] {
    let unknown = names.filter { name in !known.contains { $0.name == name } }
    guard unknown.isEmpty else {
      let existing = known.isEmpty ? "none" : known.map(\.name).joined(separator: ", ")
      throw SpecFault(text: "Unknown User(s): \(unknown.joined(separator: ", ")). \(path) has: \(existing)")
    }
    guard !known.isEmpty else {
      throw SpecFault(text: "No User class found in \(path): a spec needs a class that derives from HttpUser or User")
    }
    return names.isEmpty ? known : known.filter { names.contains($0.name) }
  }

  /// Makes the spec's `environment`.
  static func makeEnvironment(
    _ options: LoadOptions, _ path: String, _ classes: [UserClass], importer: Importer
  ) throws(Raised) -> Value {
    guard let module = try LocustModule.load("locust.env", importer: importer), let maker = module["Environment"],
      let optionsMaker = module["Options"]
    else { throw raise(.importError, "No module named 'locust.env'") }
    func number(_ value: Double?) -> Value { value.map { Value($0) } ?? .none }
    let parsed = try Call.call(
      optionsMaker, [],
      keywords: [
        ("host", options.host.map { Str.make($0) } ?? .none),
        ("num_users", options.userCount.map { Integer.make($0) } ?? .none), ("spawn_rate", number(options.spawnRate)),
        ("run_time", number(options.runTime)), ("stop_timeout", Value(options.stopTimeout)),
        ("reset_stats", Value(options.resetStats)), ("locustfile", Str.make(path)),
        ("user_classes", List.make(options.userClasses.map { Str.make($0) })),
      ])
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return try Call.call(
      maker, [],
      keywords: [
        ("events", SpecEvents.shared.events), ("host", options.host.map { Str.make($0) } ?? .none),
        ("locustfile", Str.make(file)), ("parsed_options", parsed),
        ("user_classes", List.make(classes.map(\.value))),
      ])
  }
}
