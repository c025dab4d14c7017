import Foundation
import Web
import XCTest

/// Who gets in, and what others can't make a visitor's browser do.
final class AccessTests: WebTestCase {
  private let form = ["Content-Type": "application/x-www-form-urlencoded"]

  /// A password file with a name for each kind of hash, made by `openssl passwd`; all passwords are `grasshopper`.
  private func passwordFile() throws -> String {
    var lines: [String] = []
    for (name, option) in [("apr1", "-apr1"), ("md5", "-1"), ("sha256", "-5"), ("sha512", "-6")] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
      process.arguments = ["passwd", option, "grasshopper"]
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      lines.append("\(name):\(String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines))")
    }
    // As htpasswd -B writes it.
    lines.append("bcrypt:$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW")
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("htpasswd-\(UUID().uuidString)").path
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
    addTeardownBlock { try? FileManager.default.removeItem(atPath: path) }
    return path
  }

  func testPasswordsOfEveryKind() throws {
    let file = try PasswordFile(try passwordFile())
    for name in ["apr1", "md5", "sha256", "sha512"] {
      XCTAssertTrue(file.accepts(name, "grasshopper"), name)
      XCTAssertFalse(file.accepts(name, "Grasshopper"), name)
    }
    XCTAssertTrue(file.accepts("bcrypt", "U*U"))
    XCTAssertFalse(file.accepts("bcrypt", "U*V"))
    XCTAssertFalse(file.accepts("nobody", "grasshopper"))
    XCTAssertFalse(file.accepts("", ""))
  }

  func testAChangedPasswordFileCountsAtOnce() throws {
    let path = try passwordFile()
    let file = try PasswordFile(path)
    try Data("other:$1$x$\n".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.modificationDate: Date() + 5], ofItemAtPath: path)
    XCTAssertFalse(file.accepts("md5", "grasshopper"))
  }

  func testWhoeverIsTakenOutOfThePasswordFileIsOut() async throws {
    let path = try passwordFile()
    let server = try await start(FakeRoom()) { $0.passwordFile = path }
    let login = try await server.post("/login", "username=md5&password=grasshopper", form)
    let cookie = ["Cookie": String(try XCTUnwrap(login.headers["Set-Cookie"]).prefix { $0 != ";" })]
    let before = try await server.get("/stats/requests", cookie)
    XCTAssertEqual(before.status, 200)
    try Data("other:$1$x$\n".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.modificationDate: Date() + 5], ofItemAtPath: path)
    let after = try await server.get("/stats/requests", cookie)
    XCTAssertEqual(after.status, 401)
    // Nor can another site log a visitor in.
    let elsewhere = try await server.post(
      "/login", "username=md5&password=grasshopper", form.merging(["Origin": "http://evil.example"]) { $1 })
    XCTAssertEqual(elsewhere.status, 403)
  }

  func testNothingAnswersWithoutALogin() async throws {
    let server = try await start(FakeRoom()) { $0.requiresLogin = true }
    let paths = [
      "/", "/stats/requests", "/exceptions", "/tasks", "/logs", "/worker-count", "/metrics", "/stats/report",
      "/stats/requests/csv", "/api/v1/events", "/api/v1/setup",
    ]
    for path in paths {
      let answer = try await server.get(path)
      XCTAssertEqual(answer.status, 401, path)
    }
    for path in ["/swarm", "/stop", "/stats/reset", "/logout"] {
      let answer = try await server.post(path)
      XCTAssertEqual(answer.status, 401, path)
    }
    for path in ["/login", "/healthz", "/assets/style.css"] {
      let answer = try await server.get(path)
      XCTAssertEqual(answer.status, 200, path)
    }
    let browser = try await server.get("/", ["Accept": "text/html"])
    XCTAssertEqual(browser.status, 303)
    XCTAssertEqual(browser.headers["Location"], "/login")
  }

  func testTheOneTimePasswordAndTheSession() async throws {
    let room = FakeRoom()
    let server = try await start(room) { $0.requiresLogin = true }
    let password = try XCTUnwrap(server.server.oneTimePassword)
    let wrong = try await server.post("/login", "username=admin&password=guess", form)
    XCTAssertEqual(wrong.status, 401)
    let right = try await server.post("/login", "username=admin&password=\(password)", form)
    XCTAssertEqual(right.status, 303)
    let cookie = try XCTUnwrap(right.headers["Set-Cookie"])
    XCTAssertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie)
    let session = ["Cookie": String(cookie.prefix { $0 != ";" })]
    let setup = try await server.get("/api/v1/setup", session)
    let object = try XCTUnwrap(JSONSerialization.jsonObject(with: setup.data) as? [String: Any])
    let token = try XCTUnwrap(object["csrf_token"] as? String)

    let forged = try await server.post("/stop", "", session)
    XCTAssertEqual(forged.status, 403)
    let elsewhere = try await server.post(
      "/stop", "", session.merging(["X-CSRF-Token": token, "Origin": "http://evil.example"]) { $1 })
    XCTAssertEqual(elsewhere.status, 403)
    XCTAssertEqual(room.stops, 0)
    let allowed = try await server.post("/stop", "", session.merging(["X-CSRF-Token": token]) { $1 })
    XCTAssertEqual(allowed.status, 200)
    XCTAssertEqual(room.stops, 1)

    let out = try await server.post("/logout", "", session.merging(["X-CSRF-Token": token]) { $1 })
    XCTAssertEqual(out.status, 303)
    let after = try await server.get("/stats/requests", session)
    XCTAssertEqual(after.status, 401)
  }

  func testPasswordsCannotBeGuessedFast() async throws {
    let server = try await start(FakeRoom()) { $0.requiresLogin = true }
    for _ in 0..<10 { _ = try await server.post("/login", "username=admin&password=x", form) }
    let password = try XCTUnwrap(server.server.oneTimePassword)
    let blocked = try await server.post("/login", "username=admin&password=\(password)", form)
    XCTAssertEqual(blocked.status, 429)
  }

  func testScriptsUseTokensOrPasswords() async throws {
    let tokens = FileManager.default.temporaryDirectory.appendingPathComponent("tokens-\(UUID().uuidString)")
    try Data("# for the pipeline\nabcdefghijklmnop\nqrstuvwxyzabcdef viewer\n".utf8).write(to: tokens)
    defer { try? FileManager.default.removeItem(at: tokens) }
    let passwords = try passwordFile()
    let room = FakeRoom()
    let server = try await start(room) {
      $0.tokenFile = tokens.path
      $0.passwordFile = passwords
      $0.viewers = ["md5"]
    }
    let steering = try await server.post("/stop", "", ["Authorization": "Bearer abcdefghijklmnop"])
    XCTAssertEqual(steering.status, 200)
    let looking = try await server.get("/stats/requests", ["Authorization": "Bearer qrstuvwxyzabcdef"])
    XCTAssertEqual(looking.status, 200)
    let viewer = try await server.post("/stop", "", ["Authorization": "Bearer qrstuvwxyzabcdef"])
    XCTAssertEqual(viewer.status, 403)
    let basic = Data("sha512:grasshopper".utf8).base64EncodedString()
    let byPassword = try await server.post("/stop", "", ["Authorization": "Basic \(basic)"])
    XCTAssertEqual(byPassword.status, 200)
    let viewing = Data("md5:grasshopper".utf8).base64EncodedString()
    let refused = try await server.post("/stop", "", ["Authorization": "Basic \(viewing)"])
    XCTAssertEqual(refused.status, 403)
    let unknown = try await server.get("/stats/requests", ["Authorization": "Bearer nope"])
    XCTAssertEqual(unknown.status, 401)
    XCTAssertEqual(room.stops, 2)
  }

  func testOptionsThatCannotBeMet() async throws {
    let missing: [(String, (inout WebOptions) -> Void)] = [
      ("--htpasswd", { $0.passwordFile = "/nonexistent" }), ("--api-token-file", { $0.tokenFile = "/nonexistent" }),
      ("--tls-cert and --tls-key", { $0.certificateFile = "/nonexistent" }),
      (
        "--tls-cert",
        {
          $0.certificateFile = "/nonexistent"
          $0.keyFile = "/nonexistent"
        }
      ),
      ("--web-base-path", { $0.basePath = "load" }),
    ]
    for (text, change) in missing {
      do {
        _ = try await start(FakeRoom(), change)
        XCTFail(text)
      } catch let failure as WebFailure { XCTAssertTrue(failure.description.contains(text), failure.description) }
    }
    let first = try await start(FakeRoom())
    do {
      _ = try await start(FakeRoom()) { $0.port = first.server.port }
      XCTFail("the port is taken")
    } catch let failure as WebFailure {
      XCTAssertTrue(failure.description.contains("Address already in use"), failure.description)
    }
  }
}
