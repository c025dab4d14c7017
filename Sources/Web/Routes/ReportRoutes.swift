import Crypto
import Foundation
import Hummingbird

/// Tables and the report as files.
extension RouteTable {
  func addReports(to group: RouterGroup<WebContext>) {
    let routes = self
    for table in CSVTable.allCases {
      let path: RouterPath = table == .exceptions ? "/exceptions/csv" : "/stats/\(table.rawValue)/csv"
      group.get(path) { _, _ in
        Answer.download(
          await routes.room.csv(table), type: "text/csv", name: routes.fileName(table.rawValue) + ".csv")
      }
    }
    group.get("/stats/report") { request, _ in
      let theme = request.uri.queryParameters["theme"].map(String.init) ?? ""
      let html = await routes.room.report(theme: theme == "dark" || theme == "light" ? theme : "")
      var answer =
        request.uri.queryParameters["download"] == nil
        ? Answer.text(html, type: "text/html; charset=utf-8")
        : Answer.download(html, type: "text/html; charset=utf-8", name: routes.fileName("report") + ".html")
      // The report is one file with its styles, its script and its pictures within.
      answer.headers[.contentSecurityPolicy] =
        "default-src 'none'; style-src 'unsafe-inline'; script-src \(RouteTable.scriptHashes(html)); img-src data:; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
      return answer
    }
    group.get("/stats/requests_full_history/csv") { _, _ in
      guard let text = await routes.room.fullHistory() else {
        return Answer.text("Error: Server was not started with option to generate full history.", status: .notFound)
      }
      return Answer.download(text, type: "text/csv", name: routes.fileName("requests_full_history") + ".csv")
    }
  }

  /// The hashes of a page's own scripts, as a content security policy names them; texts of others are escaped in it and
  /// can't be scripts.
  private static func scriptHashes(_ html: String) -> String {
    let hashes = html.matches(of: /<script>([^<]*(?:<(?!\/script>)[^<]*)*)<\/script>/).map { match in
      "'sha256-\(Data(SHA256.hash(data: Data(match.1.utf8))).base64EncodedString())'"
    }
    return hashes.isEmpty ? "'none'" : hashes.joined(separator: " ")
  }

  /// `Locust_<time>_<spec>_<host>_<what>`, as Locust names its downloads.
  func fileName(_ what: String) -> String {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    var buffer = [CChar](repeating: 0, count: 32)
    strftime(&buffer, buffer.count, "%Y-%m-%d-%Hh%M", &parts)
    let time = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let host = (room.snapshot.host ?? "").replacing("://", with: "_")
    return "Locust_\(time)_\(room.setup.locustfile)_\(host)_\(what)"
  }
}
