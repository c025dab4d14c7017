/// What a function can be called with.
extension Call {
  /// The names that a function or method takes as keyword arguments; nil when it takes any, or isn't written in Python.
  public static func keywordNames(of callee: Value) -> [String]? {
    var function = callee
    var bound = 0
    if callee.isKind(.boundMethod) {
      function = callee.object.as(BoundMethodLayout.self).pointee.function
      bound = 1
    }
    guard function.isKind(.function) else { return nil }
    let parameters = Function.code(function).parameters
    if parameters.hasKeywordVariadic { return nil }
    return parameters.positional.dropFirst(max(bound, parameters.positionalOnlyCount)).map(\.name)
      + parameters.keywordOnly.map(\.name)
  }
}
