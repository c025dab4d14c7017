import Lang

/// A spec whose files have been read and whose module level has run; what there is in it to run.
public final class Spec {
  /// The files, as they were named.
  public let paths: [String]
  /// What the spec adds to the command line (`events.init_command_line_parser`).
  public let arguments: [CustomArgument]
  /// What it sets there as defaults of the options that there are anyway, by their names in `parsed_options`.
  public let defaults: [(name: String, value: PlainData)]

  /// The user classes, sorted by name.
  let userClasses: [UserClass]
  /// The load shapes, in the order of their definition; the first is the one to run.
  let shapes: [LoadShape]
  /// The modules of the files, in their order.
  let modules: [Namespace]
  let importer: Importer
  /// The `locust.argument_parser.LocustArgumentParser` to which the spec has added its arguments, pinned; nil where it
  /// adds none.
  let parser: Value?

  /// The names of the classes to run.
  public var userClassNames: [String] { userClasses.map(\.name) }
  /// The names of the load shapes.
  public var shapeNames: [String] { shapes.map(\.name) }

  /// Reads and checks files and runs their module level.
  ///
  /// - Parameter paths: locustfiles; two classes of one name in different files are a fault.
  /// - Throws: `SpecFault` when the spec is not to be run.
  public init(_ paths: [String]) throws(SpecFault) {
    Interpreter.start()
    Host.connect()
    self.paths = paths
    let loader = SpecLoader(paths: paths)
    importer = loader.importer
    var modules: [Namespace] = []
    for path in paths { modules.append(try loader.load(path)) }
    self.modules = modules
    do throws(Raised) {
      userClasses = try Spec.userClasses(of: modules)
      shapes = try Spec.shapes(of: modules)
      (parser, arguments, defaults) = try CustomArgument.ask(importer)
      try Host.connectLog()
    } catch { throw SpecFault(text: Program.traceback(error).trimmingEnd()) }
    var names: Set<String> = []
    for userClass in userClasses where !names.insert(userClass.name).inserted {
      throw SpecFault(text: "Duplicate user class names: \(userClass.name) is defined twice")
    }
  }

  private static func userClasses(of modules: [Namespace]) throws(Raised) -> [UserClass] {
    var found: [UserClass] = []
    for module in modules {
      for name in module.names {
        guard let value = module[name], try UserClass.isRunnable(value) else { continue }
        if found.contains(where: { $0.value.bits == value.bits }) { continue }
        Heap.pin(value)
        found.append(UserClass(value))
      }
    }
    return found
  }

  private static func shapes(of modules: [Namespace]) throws(Raised) -> [LoadShape] {
    var seen: [UInt64] = []
    var shapes: [LoadShape] = []
    for module in modules {
      for name in module.names {
        guard let value = module[name], try LoadShape.isShape(value), !seen.contains(value.bits) else { continue }
        seen.append(value.bits)
        shapes.append(try LoadShape(value))
      }
    }
    return shapes
  }

  /// Lets go of what loading has pinned.
  func release() {
    for userClass in userClasses { Heap.unpin(userClass.value) }
    for shape in shapes { Heap.unpin(shape.value) }
    for module in modules { Heap.unpin(module.value) }
    if let parser { Heap.unpin(parser) }
  }

  /// The classes that a run names, or all.
  func choose(_ names: [String]) throws(SpecFault) -> [UserClass] {
    let unknown = names.filter { name in !userClasses.contains { $0.name == name } }
    let file = paths.joined(separator: ", ")
    guard unknown.isEmpty else {
      throw SpecFault(text: "Unknown User(s): \(unknown.joined(separator: ", ")). \(file) has: \(existing)")
    }
    guard !userClasses.isEmpty else {
      throw SpecFault(text: "No User class found in \(file): a spec needs a class that derives from HttpUser or User")
    }
    return names.isEmpty ? userClasses : userClasses.filter { names.contains($0.name) }
  }

  /// Refuses settings of user classes that aren't there, with Locust's status.
  func check(_ settings: [PlainData]) throws(SpecFault) {
    let names = settings.compactMap { $0["user_class_name"]?.text }
    guard let unknown = names.first(where: { name in !userClasses.contains { $0.name == name } }) else { return }
    throw SpecFault(
      text: "--config-users: Unknown User: \(unknown). \(paths.joined(separator: ", ")) has: \(existing)",
      exitStatus: 255)
  }

  /// The names of all user classes, for messages.
  private var existing: String { userClasses.isEmpty ? "none" : userClassNames.joined(separator: ", ") }
}
