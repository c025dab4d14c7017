import Crypto
import Foundation
import Hummingbird
import NIOCore
import Synchronization

/// What somebody may do.
enum Role: Sendable { case viewer, `operator` }

/// Who asks, and how that is known.
struct Visitor: Sendable {
  var name: String
  var role: Role
  /// The session by which a browser is known; scripts with a token or a password have none.
  var session: Session?
}

/// A browser that has logged in.
struct Session: Sendable {
  var name: String
  var role: Role
  /// What forms and scripts of the page must send with a change, so that other sites can't make one.
  var csrfToken: String
  var expires: Date
}

/// Who may see and steer the page.
final class Access: Sendable {
  static let cookie = "katydid_session"
  private static let lifetime: TimeInterval = 12 * 3600

  /// Whether anybody must log in.
  let isOn: Bool
  /// Whether the page is served with TLS, so that cookies may say so.
  let isSecure: Bool
  let oneTimePassword: String?

  private let passwords: PasswordFile?
  private let viewers: Set<String>
  private let tokens: [(token: String, role: Role)]
  private let sessions = Mutex<[String: Session]>([:])
  private let limiter = FailureLimiter()

  /// - Throws: `WebFailure` when a file can't be read.
  init(_ options: WebOptions, isSecure: Bool) throws {
    self.isSecure = isSecure
    passwords = try options.passwordFile.map { try PasswordFile($0) }
    viewers = options.viewers
    tokens = try options.tokenFile.map { try Access.readTokens($0) } ?? []
    isOn = options.requiresLogin || !options.isLoopback || passwords != nil || !tokens.isEmpty
    oneTimePassword = isOn && passwords == nil ? Access.random(12) : nil
  }

  private static func readTokens(_ path: String) throws -> [(token: String, role: Role)] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw WebFailure("--api-token-file: \(path) can't be read")
    }
    let tokens = text.split(whereSeparator: \.isNewline).compactMap { line -> (token: String, role: Role)? in
      let words = line.split(separator: " ")
      guard let token = words.first, !token.hasPrefix("#") else { return nil }
      return (String(token), words.count > 1 && words[1] == "viewer" ? .viewer : .operator)
    }
    if let short = tokens.first(where: { $0.token.utf8.count < 16 }) {
      throw WebFailure("--api-token-file: \(short.token.prefix(3))… has less than 16 characters and could be guessed")
    }
    return tokens
  }

  /// Random letters and digits, 5 bits each.
  static func random(_ count: Int) -> String {
    let alphabet = Array("abcdefghijkmnpqrstuvwxyz23456789")
    var generator = SystemRandomNumberGenerator()
    return String((0..<count).map { _ in alphabet[Int.random(in: 0..<32, using: &generator)] })
  }

  // MARK: Who asks

  /// Who sends a request; nil when that isn't known.
  func visitor(of request: Request, from peer: String) -> Visitor? {
    guard isOn else { return Visitor(name: "", role: .operator, session: nil) }
    if let id = request.cookies[Access.cookie]?.value, let session = session(id) {
      return Visitor(name: session.name, role: session.role, session: session)
    }
    guard let header = request.headers[.authorization] else { return nil }
    let words = header.split(separator: " ", maxSplits: 1)
    guard words.count == 2, !limiter.isBlocked(peer) else { return nil }
    switch words[0].lowercased() {
    case "bearer":
      if let match = tokens.first(where: { constantTimeEqual($0.token, String(words[1])) }) {
        return Visitor(name: "token", role: match.role, session: nil)
      }
    case "basic":
      guard let data = Data(base64Encoded: String(words[1])) else { break }
      let parts = String(decoding: data, as: UTF8.self).split(
        separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2, let role = role(String(parts[0]), String(parts[1])) {
        return Visitor(name: String(parts[0]), role: role, session: nil)
      }
    default: break
    }
    limiter.noteFailure(peer)
    return nil
  }

  private func session(_ id: String) -> Session? {
    sessions.withLock { sessions in
      guard let session = sessions[id] else { return nil }
      // Whoever is taken out of the password file is out.
      if session.expires > Date(), passwords?.contains(session.name) ?? true { return session }
      sessions[id] = nil
      return nil
    }
  }

  /// Whether a session, by its cookie, is still good.
  func isLoggedIn(_ id: String) -> Bool { session(id) != nil }

  private func role(_ name: String, _ password: String) -> Role? {
    if let passwords {
      return passwords.accepts(name, password) ? (viewers.contains(name) ? .viewer : .operator) : nil
    }
    guard let oneTimePassword, name == "admin", constantTimeEqual(password, oneTimePassword) else { return nil }
    return .operator
  }

  // MARK: Logging in and out

  /// How a login ended.
  enum Login {
    /// The cookie's value.
    case accepted(String)
    case refused
    /// Too many wrong passwords came from there.
    case blocked
  }

  func login(_ name: String, _ password: String, from peer: String) -> Login {
    guard !limiter.isBlocked(peer) else { return .blocked }
    guard let role = role(name, password) else {
      limiter.noteFailure(peer)
      return .refused
    }
    limiter.clear(peer)
    let id = Access.random(40)
    let session = Session(
      name: name, role: role, csrfToken: Access.random(32), expires: Date() + Access.lifetime)
    sessions.withLock { sessions in
      let now = Date()
      sessions = sessions.filter { $0.value.expires > now }
      sessions[id] = session
    }
    return .accepted(id)
  }

  func logout(_ request: Request) {
    guard let id = request.cookies[Access.cookie]?.value else { return }
    sessions.withLock { $0[id] = nil }
  }

  /// The `Set-Cookie` header for a session; an empty id takes the cookie away.
  func cookieHeader(_ id: String, basePath: String) -> String {
    let life = id.isEmpty ? 0 : Int(Access.lifetime)
    let path = basePath.isEmpty ? "/" : basePath
    return "\(Access.cookie)=\(id); Path=\(path); Max-Age=\(life); HttpOnly; SameSite=Strict"
      + (isSecure ? "; Secure" : "")
  }
}

/// Holds back whoever tries passwords: after ten wrong ones an address waits for a minute.
final class FailureLimiter: Sendable {
  private static let most = 10
  private static let pause: TimeInterval = 60

  private let failures = Mutex<[String: (count: Int, last: Date)]>([:])

  func isBlocked(_ peer: String) -> Bool {
    failures.withLock { failures in
      guard let entry = failures[peer] else { return false }
      if Date().timeIntervalSince(entry.last) > Self.pause { failures[peer] = nil }
      return failures[peer].map { $0.count >= Self.most } ?? false
    }
  }

  func noteFailure(_ peer: String) {
    failures.withLock { failures in
      let now = Date()
      // Many addresses must not fill the memory.
      if failures.count > 10_000 { failures = failures.filter { now.timeIntervalSince($0.value.last) <= Self.pause } }
      failures[peer] = ((failures[peer]?.count ?? 0) + 1, now)
    }
  }

  func clear(_ peer: String) { failures.withLock { $0[peer] = nil } }
}
