import Lang

/// Where control leaves a block for good.
enum FlowExit {
  /// The word of a statement after which nothing of the block is reached; nil when it may go on.
  static func word(_ statement: Stmt) -> String? {
    switch statement.kind {
    case .return: return "return"
    case .raise: return "raise"
    case .break: return "break"
    case .continue: return "continue"
    case .if(_, let body, let orElse):
      guard !orElse.isEmpty, let word = word(body), self.word(orElse) != nil else { return nil }
      return word
    case .while(let test, let body, _) where test.kind.isTrue:
      return hasBreak(body) ? nil : "while True"
    case .with(_, let body, _):
      // A context manager may swallow what is raised.
      guard let word = word(body), word != "raise" else { return nil }
      return word
    case .try(let body, let handlers, let orElse, let finalBody, _):
      if let word = word(finalBody) { return word }
      guard orElse.isEmpty, let word = word(body), !handlers.isEmpty,
        handlers.allSatisfy({ self.word($0.body) != nil })
      else { return nil }
      return word
    default: return nil
    }
  }

  /// The word of the statement that leaves a block.
  static func word(_ block: [Stmt]) -> String? { block.lazy.compactMap { word($0) }.first }

  /// Whether a `break` of the loop itself stands in its body.
  private static func hasBreak(_ block: [Stmt]) -> Bool {
    block.contains { statement in
      switch statement.kind {
      case .break: true
      case .if(_, let body, let orElse): hasBreak(body) || hasBreak(orElse)
      case .with(_, let body, _): hasBreak(body)
      case .for(_, _, _, let orElse, _), .while(_, _, let orElse): hasBreak(orElse)
      case .try(let body, let handlers, let orElse, let finalBody, _):
        hasBreak(body) || hasBreak(orElse) || hasBreak(finalBody) || handlers.contains { hasBreak($0.body) }
      case .match(_, let cases): cases.contains { hasBreak($0.body) }
      default: false
      }
    }
  }
}
