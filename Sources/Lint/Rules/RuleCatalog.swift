/// All rules, by code.
public enum RuleCatalog {
  static let rules: [any Rule.Type] = [
    SyntaxErrorRule.self, UnsupportedSyntaxRule.self, UnsupportedModuleRule.self, UnknownModuleRule.self,
    UnsupportedFunctionRule.self, KeywordInDictRule.self, SyntaxWarningRule.self, UnsupportedLocaleRule.self,
    UndefinedNameRule.self, UnusedImportRule.self, UnusedVariableRule.self, UsedBeforeAssignmentRule.self,
    ShadowedImportRule.self, RedefinedNameRule.self, MissingImportNameRule.self, UnreachableCodeRule.self,
    ShadowedBuiltinRule.self,
    ArgumentCountRule.self, UnknownKeywordRule.self, MisplacedKeywordRule.self, UnknownAttributeRule.self,
    MissingSelfRule.self, UncalledMethodRule.self, ListenerSignatureRule.self,
    NoTasksRule.self, MissingWaitTimeRule.self, SwappedWaitTimeRule.self, MixedWaitTimeRule.self, VaryingURLRule.self,
    AbsoluteURLRule.self, MisspelledHeaderRule.self, CatchResponseRule.self, UnmarkedResponseRule.self,
    SleepInTaskRule.self, PrintInTaskRule.self, SharedMutableRule.self, SeededRandomRule.self, ZeroWeightRule.self,
    UnknownTagRule.self, UnmeasuredRequestRule.self, WaitTimeValueRule.self, NoInterruptRule.self,
    LegacyClassRule.self, LegacyTaskSetRule.self, LegacyWaitRule.self, LegacyLocustAttributeRule.self,
    LegacyEventRule.self, LegacyDecoratorRule.self, LegacyNameRule.self,
    SecretInHeaderRule.self, SecretInURLRule.self,
  ]

  /// What all rules are called and what their pages say, by code.
  public static var all: [RuleInfo] { rules.map { $0.info }.sorted { $0.code < $1.code } }

  private static let byCode = Dictionary(uniqueKeysWithValues: rules.map { ($0.info.code, $0.info) })

  /// The rule of a code or name, in any case.
  public static func rule(_ codeOrName: String) -> RuleInfo? {
    byCode[codeOrName.uppercased()] ?? all.first { $0.name == codeOrName.lowercased() }
  }
}
