import Lang

/// KD502: a password in a URL.
enum SecretInURLRule: Rule {
  static let info = RuleInfo(
    "KD502", "secret-in-url", .warning,
    summary: "A URL holds a user's name and password.",
    why: """
      A spec is committed and sent to every worker, and URLs are shown in logs and reports. Give the password with \
      `--host`, read it from the environment, or set `self.client.auth` in on_start.
      """,
    bad: """
      class Visitor(HttpUser):
          host = "https://admin:s3cret@shop.example.com"
          wait_time = between(1, 2)

          @task
          def index(self):
              self.client.get("/")
      """,
    good: """
      class Visitor(HttpUser):
          host = "https://shop.example.com"
          wait_time = between(1, 2)

          def on_start(self):
              self.client.auth = (os.environ["SHOP_USER"], os.environ["SHOP_PASSWORD"])

          @task
          def index(self):
              self.client.get("/")
      """)

  static func check(_ file: FileModel, _ report: Reporter) {
    for site in file.assignments { check(site.value, report) }
    for call in file.calls {
      for value in call.arguments { check(value, report) }
      for keyword in call.keywords { check(keyword.value, report) }
    }
  }

  private static func check(_ value: Expr, _ report: Reporter) {
    guard case .constant(.string(let bytes)) = value.kind, bytes.starts(with: "http".utf8),
      let text = value.kind.text, text.hasPrefix("http://") || text.hasPrefix("https://")
    else { return }
    let rest = text.drop { $0 != "/" }.dropFirst(2)
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let at = authority.lastIndex(of: "@") else { return }
    let parts = authority[..<at].split(separator: ":", maxSplits: 1)
    guard parts.count == 2, !parts[1].contains("{"), !parts[1].contains("%"), !parts[1].hasPrefix("<") else { return }
    report("the URL holds a password", at: value.span, hint: "read it from the environment, and set self.client.auth")
  }
}
