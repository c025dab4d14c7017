import CCrypt
import Crypto
import Foundation
import Synchronization

/// Names and password hashes as Apache's `htpasswd` writes them: bcrypt, SHA-crypt, apr1 and what else crypt(3) knows.
/// The file is read again when it has changed.
package final class PasswordFile: Sendable {
  private let path: String
  private let state: Mutex<(stamp: Date?, entries: [String: String])>

  /// - Throws: `WebFailure` when the file can't be read or has no entry.
  package init(_ path: String) throws {
    self.path = path
    let entries = try PasswordFile.read(path)
    if entries.isEmpty { throw WebFailure("--htpasswd: \(path) has no line like name:hash; make one with htpasswd -B") }
    state = Mutex((PasswordFile.stamp(path), entries))
  }

  /// Whether the password is the user's.
  package func accepts(_ name: String, _ password: String) -> Bool {
    let hash = hash(of: name)
    // An unknown name takes as long as a known one.
    let stored = hash ?? "$6$katydid$none"
    let computed = stored.hasPrefix("$apr1$") ? APR1.hash(password, like: stored) : PasswordFile.crypt(password, stored)
    guard hash != nil, let computed else { return false }
    return constantTimeEqual(computed, stored)
  }

  /// Whether there is such a user.
  func contains(_ name: String) -> Bool { hash(of: name) != nil }

  private func hash(of name: String) -> String? {
    let stamp = PasswordFile.stamp(path)
    return state.withLock { state -> String? in
      // A file that is being replaced, and can't be read just now, goes on counting as it was.
      if stamp != state.stamp, let entries = try? PasswordFile.read(path) { state = (stamp, entries) }
      return state.entries[name]
    }
  }

  private static func read(_ path: String) throws -> [String: String] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw WebFailure("--htpasswd: \(path) can't be read")
    }
    var entries: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 { entries[String(parts[0])] = parts[1].trimmingCharacters(in: .whitespaces) }
    }
    return entries
  }

  private static func stamp(_ path: String) -> Date? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
  }

  private static func crypt(_ password: String, _ setting: String) -> String? {
    var data = crypt_data()
    guard let result = crypt_r(password, setting, &data) else { return nil }
    let text = String(cString: result)
    return text.hasPrefix("*") ? nil : text
  }
}

/// Whether two texts are the same, in a time that doesn't tell where they differ.
func constantTimeEqual(_ a: String, _ b: String) -> Bool {
  let (a, b) = (Array(a.utf8), Array(b.utf8))
  guard a.count == b.count else { return false }
  return zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
}

/// Apache's variant of the MD5 crypt algorithm, which crypt(3) lacks (https://httpd.apache.org/docs/2.4/misc/password_encryptions.html).
enum APR1 {
  private static let alphabet = Array("./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

  /// The hash of a password with the salt of a stored one.
  static func hash(_ password: String, like stored: String) -> String? {
    let parts = stored.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 4, !parts[2].isEmpty else { return nil }
    let salt = Array(parts[2].utf8.prefix(8))
    let key = Array(password.utf8)
    var inner = Array(Insecure.MD5.hash(data: key + salt + key))
    var input = key + Array("$apr1$".utf8) + salt
    var left = key.count
    while left > 0 {
      input += inner.prefix(min(left, 16))
      left -= 16
    }
    var bits = key.count
    while bits > 0 {
      input.append(bits & 1 == 1 ? 0 : key[0])
      bits >>= 1
    }
    inner = Array(Insecure.MD5.hash(data: input))
    for round in 0..<1000 {
      var step = round & 1 == 1 ? key : inner
      if round % 3 != 0 { step += salt }
      if round % 7 != 0 { step += key }
      step += round & 1 == 1 ? inner : key
      inner = Array(Insecure.MD5.hash(data: step))
    }
    var text = ""
    func add(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ count: Int) {
      var value = Int(a) << 16 | Int(b) << 8 | Int(c)
      for _ in 0..<count {
        text.append(alphabet[value & 63])
        value >>= 6
      }
    }
    for index in 0..<4 { add(inner[index], inner[index + 6], inner[index + 12], 4) }
    add(inner[4], inner[10], inner[5], 4)
    add(0, 0, inner[11], 2)
    return "$apr1$\(parts[2])$\(text)"
  }
}
