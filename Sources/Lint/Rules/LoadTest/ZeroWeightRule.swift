import Lang

/// KD314: a weight of zero.
enum ZeroWeightRule: Rule {
  static let info = RuleInfo(
    "KD314", "zero-weight", .warning,
    summary: "A task or user class has a weight of zero or less, so it is never run.",
    why: """
      A task of weight 0 is in the spec and not in the test, which readers of the report don't see. Remove it, or give \
      it a tag and leave that out with --exclude-tags.
      """,
    bad: """
      @task(0)
      def index(self):
          self.client.get("/")
      """,
    good: """
      @task(1)
      def index(self):
          self.client.get("/")
      """)

  static func check(_ file: FileModel, _ report: Reporter) {
    func tell(_ weight: Expr?, _ what: String) {
      guard let weight, let number = weight.kind.number, number <= 0 else { return }
      report("\(what) is never run: its weight is \(file.text(weight.span))", at: weight.span)
    }
    for function in file.functions where function.isTask { tell(function.weight, "the task '\(function.name)'") }
    for cls in file.classes {
      if cls.isTask { tell(cls.weight, "the task set '\(cls.name)'") }
      guard cls.role != nil else { continue }
      if let list = cls.own("tasks").flatMap({ if case .assignment(let value) = $0.kind { value } else { nil } }) {
        for item in TaskList.items(list) { tell(item.weight, "the task '\(item.task.kind.shortName)'") }
      }
      guard cls.role?.isUser == true, cls.own("fixed_count") == nil,
        case .assignment(let weight)? = cls.own("weight")?.kind
      else { continue }
      tell(weight, "the user class '\(cls.name)'")
    }
  }
}
