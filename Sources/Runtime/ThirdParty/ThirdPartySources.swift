/// The texts of the third-party modules that are written in Python.
enum ThirdPartySources {
  /// The text of a module; nil when there is none.
  static func text(_ name: String) -> String? {
    // The files of `locust` are embedded beside them.
    name == "locust" || name.hasPrefix("locust.") ? nil : PythonTexts.text(name)
  }
}
