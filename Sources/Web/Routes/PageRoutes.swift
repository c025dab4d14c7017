import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The page itself.
extension RouteTable {
  /// What the page's script reads when it starts.
  private struct PageSetup: Encodable {
    var locustfile: String
    var version: String
    var users: Int?
    var spawnRate: Double?
    var runTime: String?
    var userClasses: [String]
    var classSettings: [ClassSettings]
    var percentiles: Shown
    var shapeClasses: [String]
    var shape: String?
    var tags: [String]
    var showsClassPicker: Bool
    var isDistributed: Bool
    var customArguments: [FormArgument]
    var visitor: String
    var mayStart: Bool
    var csrfToken: String?
    var needsLogin: Bool
  }

  private struct Shown: Encodable {
    var columns: [Double]
    var statistics: [Double]
    var lines: [Double]
    var charted: [Double]

    init(_ percentiles: Percentiles) {
      (columns, statistics) = (percentiles.columns, percentiles.statistics)
      (lines, charted) = (percentiles.lines, percentiles.charted)
    }
  }

  func addPages(to group: RouterGroup<WebContext>) {
    let (room, access, basePath) = (room, access, options.basePath)
    group.get("/") { _, _ in Asset.page("index.html", basePath: basePath) }
    group.get("/api/v1/setup") { _, context in
      let setup = room.setup
      let visitor = context.visitor
      return try Answer.json(
        PageSetup(
          locustfile: setup.locustfile, version: setup.version, users: setup.users, spawnRate: setup.spawnRate,
          runTime: setup.runTime, userClasses: setup.userClasses,
          classSettings: setup.classSettings, percentiles: Shown(setup.percentiles), shapeClasses: setup.shapeClasses,
          shape: setup.shape, tags: setup.tags,
          showsClassPicker: setup.showsClassPicker, isDistributed: setup.isDistributed,
          customArguments: setup.customArguments, visitor: visitor?.name ?? "",
          mayStart: visitor?.role == .operator, csrfToken: visitor?.session?.csrfToken, needsLogin: access.isOn))
    }
    group.get("/assets/:name") { _, context in
      let name = context.parameters.get("name") ?? ""
      guard !name.hasSuffix(".html"), let text = AssetTexts.text(name),
        let type = Asset.types[name.split(separator: ".").last ?? ""]
      else {
        throw HTTPError(.notFound, message: "There is no such file")
      }
      var answer = Answer.text(text, type: type)
      answer.headers[.cacheControl] = "max-age=60"
      return answer
    }
  }
}

/// The files of the page, which are built into the program.
enum Asset {
  static let types: [Substring: String] = [
    "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
  ]

  /// A page with its places filled in: `{{base}}` and `{{message}}`.
  static func page(
    _ name: String, basePath: String, status: HTTPResponse.Status = .ok, message: String = ""
  ) -> Response {
    let text = (AssetTexts.text(name) ?? "").replacing("{{base}}", with: basePath)
      .replacing("{{message}}", with: message)
    return Answer.text(text, type: "text/html; charset=utf-8", status: status)
  }
}

/// The texts of the page's files by name.
enum AssetTexts {
  private static let texts: [String: String] = [
    "api.js": PackageResources.api_js, "app.js": PackageResources.app_js, "chart.js": PackageResources.chart_js,
    "charts.js": PackageResources.charts_js, "classes.js": PackageResources.classes_js,
    "diff.js": PackageResources.diff_js,
    "editor.js": PackageResources.editor_js, "form.js": PackageResources.form_js,
    "heatmap.js": PackageResources.heatmap_js, "icon.svg": PackageResources.icon_svg,
    "index.html": PackageResources.index_html, "login.html": PackageResources.login_html,
    "openapi.json": PackageResources.openapi_json, "python.js": PackageResources.python_js,
    "spec.js": PackageResources.spec_js, "style.css": PackageResources.style_css, "table.js": PackageResources.table_js,
    "views.js": PackageResources.views_js,
  ].mapValues { String(decoding: $0, as: UTF8.self) }

  static func text(_ name: String) -> String? { texts[name] }
}
