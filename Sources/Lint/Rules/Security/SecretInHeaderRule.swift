import Lang

/// KD501: a secret written into a header.
enum SecretInHeaderRule: Rule {
  static let info = RuleInfo(
    "KD501", "secret-in-header", .warning,
    summary: "A header with a secret in it is written in the spec.",
    why: """
      A spec is committed, sent to every worker and shown to all who may see the test: a token in it is known to all of \
      them, and stays in the history when it is removed. It also ends up in reports. Read it from the environment.
      """,
    bad: """
      self.client.get("/me", headers={"Authorization": "Bearer 3f9a7c21e0b84d55"})
      """,
    good: """
      self.client.get("/me", headers={"Authorization": "Bearer " + os.environ["TOKEN"]})
      """)

  private static let names: Set<String> = [
    "authorization", "proxy-authorization", "cookie", "x-api-key", "api-key", "apikey", "x-auth-token",
    "x-access-token",
    "access-token", "x-csrf-token", "x-amz-security-token", "x-functions-key", "ocp-apim-subscription-key", "token",
    "auth-token", "x-token", "private-token", "x-gitlab-token", "x-vault-token",
  ]
  /// What marks a text as a stand-in.
  private static let standIns = [
    "xxx", "your", "<", "{", "...", "…", "changeme", "example", "dummy", "placeholder", "%s", "fake", "todo", "***",
  ]

  static func check(_ file: FileModel, _ report: Reporter) {
    for site in file.dicts where MisspelledHeaderRule.isHeaders(site, file) {
      for (key, value) in site.entries { if let key { check(key, value, file, report) } }
    }
    for site in file.assignments {
      for target in site.targets {
        if case .subscript(let value, let index) = target.kind, value.kind.dottedName?.hasSuffix("headers") == true {
          check(index, site.value, file, report)
        }
      }
    }
  }

  private static func check(_ key: Expr, _ value: Expr, _ file: FileModel, _ report: Reporter) {
    guard let name = key.kind.text, names.contains(name.lowercased()), let text = value.kind.text, isSecret(text) else {
      return
    }
    report(
      "the header '\(name)' holds a secret", at: value.span, hint: "read it from the environment: os.environ[\"TOKEN\"]"
    )
  }

  /// Whether a text looks like a real secret: long enough, not a stand-in.
  private static func isSecret(_ text: String) -> Bool {
    var secret = text[...]
    for scheme in ["Bearer ", "Basic ", "Token ", "JWT ", "ApiKey "]
    where text.lowercased().hasPrefix(scheme.lowercased()) {
      secret = text.dropFirst(scheme.count)
    }
    let lower = secret.lowercased()
    return secret.count >= 8 && !standIns.contains { lower.contains($0) } && Set(secret).count > 4
  }
}
