import Foundation
import Hummingbird

/// Starting, changing and stopping a test.
extension RouteTable {
  private struct Started: Encodable {
    var success: Bool
    var message: String
    var host: String?
    var runTime: Double?
    var userClasses: [String]?
  }

  func addSwarm(to group: RouterGroup<WebContext>) {
    let routes = self
    // The second path of each is its name among the other paths of the API.
    for path in ["/swarm", "/api/v1/start"] as [RouterPath] {
      group.post(path) { request, _ in try await routes.start(request) }
      group.get(path) { _, _ in Answer.notAllowed("POST") }
    }
    group.post("/user") { request, _ in
      var request = request
      let body = try await request.collectBody(upTo: Form.limit)
      if let fault = await routes.room.update(userClass: Array(buffer: body)) {
        throw HTTPError(.badRequest, message: fault)
      }
      return try Answer.json([String: String](), status: .created)
    }
    group.get("/user") { _, _ in Answer.notAllowed("POST") }
    for path in ["/stop", "/api/v1/stop"] as [RouterPath] {
      group.post(path) { _, _ in
        await routes.room.stop()
        return try Answer.json(Started(success: true, message: "Test stopped"))
      }
      group.get(path) { _, _ in Answer.notAllowed("POST") }
    }
    for path in ["/stats/reset", "/api/v1/reset"] as [RouterPath] {
      group.post(path) { _, _ in
        await routes.room.reset()
        return Answer.text("ok")
      }
      group.get(path) { _, _ in Answer.notAllowed("POST") }
    }
  }

  private func start(_ request: Request) async throws -> Response {
    var form = try await Form(request)
    let wanted: SwarmRequest
    do { wanted = try SwarmRequest(&form) } catch let fault as SwarmRequest.Fault {
      // As in Locust, a wrong form is no failed request.
      return try Answer.json(Started(success: false, message: fault.text))
    }
    switch await room.swarm(wanted) {
    case .started(let message):
      let classes = wanted.userClasses.isEmpty ? room.setup.userClasses : wanted.userClasses
      return try Answer.json(
        Started(
          success: true, message: message, host: wanted.host ?? room.snapshot.host, runTime: wanted.runTime,
          userClasses: room.setup.showsClassPicker ? classes : nil))
    case .refused(let reason): return try Answer.json(Started(success: false, message: reason))
    }
  }
}

extension SwarmRequest {
  /// A field that can't be understood.
  struct Fault: Error { let text: String }

  /// Reads Locust's field names. Everything else is an argument of the spec's own.
  init(_ form: inout Form) throws {
    func number(_ text: String?, _ what: String) throws -> Double? {
      guard let text, !text.isEmpty else { return nil }
      guard let value = Double(text), value.isFinite else { throw Fault(text: "Invalid value for \(what): \(text)") }
      return value
    }
    func words(_ texts: [String]) -> [String]? {
      texts.isEmpty
        ? nil : texts.flatMap { $0.split { $0 == "," || $0.isWhitespace }.map(String.init) }
    }
    self.init()
    if let count = try number(form.take("user_count").first, "user_count") {
      guard count >= 0, count <= 100_000_000 else { throw Fault(text: "Invalid value for user_count: \(count)") }
      users = Int(count)
    }
    spawnRate = try number(form.take("spawn_rate").first, "spawn_rate")
    if let spawnRate, spawnRate <= 0 { throw Fault(text: "Invalid value for spawn_rate: must be above 0") }
    // What the page shows as an address must not become markup in an older page's hands.
    host = form.take("host").first.map { $0.filter { $0 != "<" && $0 != ">" } }.flatMap { $0.isEmpty ? nil : $0 }
    if let text = form.take("run_time").first, !text.isEmpty {
      guard let seconds = SwarmRequest.seconds(text) else {
        throw Fault(
          text: "Valid run_time formats are : 20, 20s, 3m, 2h, 1h20m, 3h30m10s, etc.")
      }
      runTime = seconds
    }
    userClasses = form.take("user_classes")
    // Locust's word for none is Default.
    shapeClass = form.take("shape_class").first.map { $0.isEmpty || $0 == "Default" ? nil : $0 }
    tags = words(form.take("tags"))
    excludedTags = words(form.take("exclude_tags"))
    custom = form.fields
  }

  /// The seconds of a time like `1h20m`, `90s` or `90`; nil for anything else.
  static func seconds(_ text: String) -> Double? {
    if let plain = Double(text), plain.isFinite, plain > 0 { return plain }
    guard let match = text.wholeMatch(of: /(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?/) else { return nil }
    func number(_ digits: Substring?) -> Double { digits.flatMap { Double($0) } ?? 0 }
    let total = number(match.1) * 3600 + number(match.2) * 60 + number(match.3)
    return total > 0 ? total : nil
  }
}
