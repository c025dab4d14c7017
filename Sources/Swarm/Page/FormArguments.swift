import Runtime

/// A field of the start form that can't be used.
struct FormFault: Error {
  /// What is wrong, for people.
  let text: String
}

/// The spec's own arguments as fields of the start form.
extension CustomArgument {
  /// The value that a form's texts stand for: of the type that the default has.
  func value(of texts: [String]) throws(FormFault) -> PlainData {
    if isMultiple || takesMany { return .list(texts.map { .text($0) }) }
    let text = texts.first ?? ""
    if let choices, !choices.contains(text), !text.isEmpty {
      throw FormFault(text: "\(attribute) must be one of \(choices.joined(separator: ", "))")
    }
    if isRequired, text.isEmpty { throw FormFault(text: "\(attribute) must be given") }
    switch defaultValue {
    case .bool: return .bool(["on", "true", "1", "yes"].contains(text.lowercased()))
    case .int:
      guard let number = Int64(text) else { throw FormFault(text: "\(attribute) must be a whole number: \(text)") }
      return .int(number)
    case .double:
      guard let number = Double(text) else { throw FormFault(text: "\(attribute) must be a number: \(text)") }
      return .double(number)
    default: return isSwitch ? .bool(text == "on" || text == "true") : .text(text)
    }
  }

  /// A value as a field shows it.
  static func text(of value: PlainData) -> String {
    switch value {
    case .text(let text): text
    case .bool(let flag): flag ? "true" : "false"
    case .int(let number): String(number)
    case .double(let number): "\(number)"
    case .list(let items): items.map { text(of: $0) }.joined(separator: " ")
    default: ""
    }
  }
}
