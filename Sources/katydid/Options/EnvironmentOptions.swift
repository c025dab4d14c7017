import Glibc

/// Options that the environment gives.
enum EnvironmentOptions {
  /// The variable of user classes, parted by spaces.
  static let userClasses = ["KATYDID_USER_CLASSES", "LOCUST_USER_CLASSES"]

  /// Reads the variables of all options.
  ///
  /// - Throws: `OptionFault` when one says something that its option doesn't take.
  static func read() throws(OptionFault) -> OptionLayer {
    var layer = OptionLayer()
    for option in RunOption.all {
      guard let name = option.variables.first(where: { text($0) != nil }), let value = text(name) else { continue }
      let spelling = "the variable \(name)"
      switch option.kind {
      case .flag:
        guard let flag = OptionLayer.flag(value) else {
          throw OptionFault("The variable \(name) must be true or false, not '\(value)'.")
        }
        if flag || option.refusal == nil { try layer.set(option, [flag ? "true" : "false"], spelling: spelling) }
      case .words where option.key == "config_users": try layer.set(option, [value], spelling: spelling)
      case .words: try layer.set(option, OptionLayer.words(value), spelling: spelling)
      default: try layer.set(option, [value], spelling: spelling)
      }
    }
    layer.positionals = userClasses.compactMap(text).first?.split(separator: " ").map(String.init) ?? []
    return layer
  }

  /// A variable's text; nil when it is unset or empty.
  static func text(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
