import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Every path of the page, and what answers there.
struct RouteTable: Sendable {
  let room: any ControlRoom
  let options: WebOptions
  let access: Access
  /// What new machines can fetch; nil for nothing.
  let package: PackageFile?
  /// What pages are told.
  let feed = Feed()

  /// The paths that Locust has, and ours beside them.
  func router() -> Router<WebContext> {
    let router = Router(context: WebContext.self)
    router.add(middleware: SecurityHeaders(isSecure: access.isSecure))
    router.add(middleware: AccessMiddleware(access: access, basePath: options.basePath))
    let group = router.group(RouterPath(options.basePath))
    addPages(to: group)
    addLogin(to: group)
    addSwarm(to: group)
    addStatistics(to: group)
    addReports(to: group)
    addEvents(to: group)
    addMetrics(to: group)
    addAPI(to: group)
    addSpec(to: group)
    addPackage(to: group)
    return router
  }
}

/// What several routes answer with.
enum Answer {
  static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    let data = try encoder.encode(value)
    return Response(
      status: status, headers: [.contentType: "application/json"], body: .init(byteBuffer: ByteBuffer(bytes: data)))
  }

  static func text(
    _ text: String, type: String = "text/plain; charset=utf-8", status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(status: status, headers: [.contentType: type], body: .init(byteBuffer: ByteBuffer(string: text)))
  }

  /// A file to be saved under a name.
  static func download(_ text: String, type: String, name: String) -> Response {
    var answer = Answer.text(text, type: type)
    let safe = name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) ? $0 : "_" }
    answer.headers[.contentDisposition] = "attachment;filename=\(String(safe))"
    return answer
  }
}

extension Answer {
  /// What a path says to methods that it doesn't have.
  static func notAllowed(_ allowed: String) -> Response {
    Response(
      status: .methodNotAllowed, headers: [.allow: allowed, .contentType: "text/plain; charset=utf-8"],
      body: .init(byteBuffer: ByteBuffer(string: "Use \(allowed)\n")))
  }
}

/// The fields of a form (application/x-www-form-urlencoded) or of a JSON object with texts and numbers.
struct Form: Sendable {
  /// More than this is refused with 413.
  static let limit = 64 * 1024
  private(set) var fields: [String: [String]] = [:]

  init(_ request: Request) async throws {
    var request = request
    let body = try await request.collectBody(upTo: Form.limit)
    if request.headers[.contentType]?.hasPrefix("application/json") == true {
      try readJSON(Data(buffer: body))
    } else {
      readForm(String(buffer: body))
    }
  }

  private mutating func readForm(_ text: String) {
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      func decoded(_ part: Substring) -> String {
        let spaced = part.replacing("+", with: " ")
        return spaced.removingPercentEncoding ?? String(spaced)
      }
      fields[decoded(parts[0]), default: []].append(parts.count > 1 ? decoded(parts[1]) : "")
    }
  }

  private mutating func readJSON(_ data: Data) throws {
    guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw HTTPError(.badRequest, message: "The body is no JSON object")
    }
    for (name, value) in object {
      fields[name] = (value as? [Any] ?? [value]).filter { !($0 is NSNull) }.map { "\($0)" }
    }
  }

  /// The first value of a field; nil when it is missing.
  subscript(_ name: String) -> String? { fields[name]?.first }

  /// Takes out every value of a field.
  mutating func take(_ name: String) -> [String] { fields.removeValue(forKey: name) ?? [] }
}
