import Lang

/// The modules that specs can import, for whoever looks at them without running a spec: lint and the prompt.
public enum SpecModules {
  private nonisolated(unsafe) static let importer: Importer = {
    let importer = Importer()
    importer.hostModule = { [unowned importer] (name) throws(Raised) in
      try LocustModule.load(name, importer: importer)
    }
    return importer
  }()

  /// The module of a dotted name: what `locust` and its companions give, or Python's library; nil when there is none.
  /// Raises the reason for one that is refused. The interpreter must have been started.
  public static func load(_ name: String) throws(Raised) -> Namespace? {
    if name.hasPrefix("_"), name != "__future__" { return nil }
    if let module = try LocustModule.load(name, importer: importer) { return module }
    return try Library.load(name)
  }
}
