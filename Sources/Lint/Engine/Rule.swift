import Lang

/// What a rule is called and what its page says. The pages under `docs/rules` are made of it.
public struct RuleInfo: Sendable {
  /// The stable code: `KD` and three digits, the first of which is the group.
  public let code: String
  /// The stable name: words with hyphens.
  public let name: String
  /// How bad its findings are.
  public let severity: Severity
  /// What it finds, in one sentence.
  public let summary: String
  /// Why that is bad: a paragraph.
  public let why: String
  /// Code that it finds fault with.
  public let bad: String
  /// How that is written well.
  public let good: String
  /// Whether and how it is fixed mechanically; nil when it isn't.
  public let fix: String?
  /// Whether it is on unless a configuration says otherwise.
  public let isDefault: Bool

  /// Creates the data of a rule.
  public init(
    _ code: String, _ name: String, _ severity: Severity, summary: String, why: String, bad: String, good: String,
    fix: String? = nil, isDefault: Bool = true
  ) {
    self.code = code
    self.name = name
    self.severity = severity
    self.summary = summary
    self.why = why
    self.bad = bad
    self.good = good
    self.fix = fix
    self.isDefault = isDefault
  }

  /// The group's title, by the code's first digit.
  public var group: String {
    switch code.dropFirst(2).first {
    case "0": "Syntax and subset"
    case "1": "Names"
    case "2": "Calls and attributes"
    case "3": "Load tests"
    case "4": "Old API"
    default: "Security"
    }
  }
}

/// A rule: looks at the model of one file and reports what it finds.
protocol Rule {
  /// What it is called and what its page says.
  static var info: RuleInfo { get }
  /// Reports all findings in a file. Their order doesn't matter.
  static func check(_ file: FileModel, _ report: Reporter)
}

/// Takes what the rules find in one file.
final class Reporter {
  /// How many findings of a rule are kept: nobody reads more, and a file may be made to have millions.
  static let maximum = 1000

  private(set) var findings: [Finding] = []
  private let suppressions: Suppressions
  private var code = ""
  private var count = 0

  /// Creates one that leaves out what comments silence.
  init(_ suppressions: Suppressions) { self.suppressions = suppressions }

  /// Takes what the rule of a code finds from now on.
  func begin(_ code: String) {
    self.code = code
    count = 0
  }

  /// Whether no more findings of the running rule are kept: it may stop looking.
  var isFull: Bool { count > Reporter.maximum }

  /// Notes a finding of the running rule.
  func callAsFunction(_ message: String, at span: Span, hint: String? = nil, fix: Fix? = nil) {
    if isFull || suppressions.silences(code, at: span) { return }
    count += 1
    findings.append(
      isFull
        ? Finding(code: code, message: "there is more of this, which is not shown", span: span)
        : Finding(code: code, message: message, span: span, hint: hint, fix: fix))
  }
}
