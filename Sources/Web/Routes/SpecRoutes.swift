import Foundation
import Hummingbird

/// The spec: its texts, what lint says of new ones, and changes while a test runs.
extension RouteTable {
  /// Texts longer than this are refused with 413.
  private static let longestText = 4 << 20

  /// What is asked for, in JSON.
  private struct Wish: Decodable {
    var path: String?
    var text: String?
    var version: Int?
    var disk: Bool?
  }

  private struct Outcome: Encodable {
    var success: Bool
    var version: Int?
    var message: String?
  }

  private static func wish(_ request: Request) async throws -> Wish {
    var request = request
    let body = try await request.collectBody(upTo: longestText)
    do { return try JSONDecoder().decode(Wish.self, from: Data(buffer: body)) } catch {
      throw HTTPError(.badRequest, message: "The body must be a JSON object such as {\"path\": …, \"text\": …}")
    }
  }

  func addSpec(to group: RouterGroup<WebContext>) {
    let room = room
    group.get("/api/v1/spec") { _, _ in
      guard let texts = await room.texts(of: nil) else { throw HTTPError(.notFound, message: "There is no text") }
      return try Answer.json(texts)
    }
    group.get("/api/v1/spec/versions") { _, _ in try Answer.json(room.snapshot.spec) }
    group.get("/api/v1/spec/versions/:number") { _, context in
      guard let number = context.parameters.get("number", as: Int.self), let texts = await room.texts(of: number) else {
        throw HTTPError(.notFound, message: "There is no such version, or it is no longer kept")
      }
      return try Answer.json(texts)
    }
    group.post("/api/v1/spec/lint") { request, _ in
      let wish = try await Self.wish(request)
      guard let text = wish.text else { throw HTTPError(.badRequest, message: "\"text\" is missing") }
      do {
        let path = wish.path ?? room.snapshot.spec.paths.first ?? "locustfile.py"
        return try Answer.json(["findings": try await room.lint(text, path: path)])
      } catch let failure as WebFailure {
        throw HTTPError(.internalServerError, message: failure.description)
      }
    }
    group.post("/api/v1/spec/swap") { request, context in
      let asked = try await Self.wish(request)
      let wish: SwapWish
      if let version = asked.version {
        wish = .version(version)
      } else if asked.disk == true {
        wish = .disk
      } else if let text = asked.text, let path = asked.path ?? room.snapshot.spec.paths.first {
        guard await room.texts(of: nil)?.files[path] != nil else {
          throw HTTPError(.badRequest, message: "The spec has no file of that path")
        }
        wish = .texts([path: text])
      } else {
        throw HTTPError(.badRequest, message: "\"text\", \"version\" or \"disk\" is missing")
      }
      let name = context.visitor?.name ?? ""
      switch await room.swap(wish, by: name.isEmpty ? "the web page" : "\(name) on the web page") {
      case .inUse(let version): return try Answer.json(Outcome(success: true, version: version))
      case .refused(let reason): return try Answer.json(Outcome(success: false, message: reason))
      }
    }
    group.post("/api/v1/spec/write") { _, _ in
      let fault = await room.writeSpec()
      return try Answer.json(Outcome(success: fault == nil, message: fault))
    }
  }
}
