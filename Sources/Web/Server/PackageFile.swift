import Crypto
import Foundation

/// The tarball of the program that new machines fetch from the page. Its path has its digest in it, so who can ask for it
/// knows what it is to be, and nobody needs a login.
struct PackageFile: Sendable {
  let path: String
  /// The SHA-256 in hexadecimal digits.
  let digest: String
  private static let chunk = 1 << 20

  /// The file's path on the page, without the base path.
  var route: String { "/package/\(digest).tar.gz" }

  /// Reads a file to know its digest.
  ///
  /// - Throws: `WebFailure` for one that can't be read.
  init(_ path: String) throws {
    self.path = path
    guard let file = FileHandle(forReadingAtPath: path) else { throw WebFailure("--package: can't read \(path)") }
    defer { try? file.close() }
    var hash = SHA256()
    while let part = try file.read(upToCount: PackageFile.chunk), !part.isEmpty { hash.update(data: part) }
    digest = hash.finalize().map { String(format: "%02x", $0) }.joined()
  }
}
