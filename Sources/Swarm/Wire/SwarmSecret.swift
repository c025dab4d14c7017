import COpenSSL
import CZMQ
import Glibc

/// The secret that a swarm shares: whoever has it can join, and lead.
///
/// It is 32 random bytes, 64 hexadecimal digits in a file. From it come the CURVE key pairs (RFC 26 of ZeroMQ) of the
/// master and of the workers, each the SHA-256 of the secret and a name, so that one file is all there is to hand out.
public struct SwarmSecret: Sendable, Equatable {
  /// A secret that is none.
  public struct Fault: Error {
    /// What is wrong, for people.
    public let text: String
  }

  private static let byteCount = 32
  /// The length of a key as text (Z85), without its final zero.
  static let keyLength = 40

  private let bytes: [UInt8]

  /// Makes a new secret.
  public init() {
    // The generator is the kernel's.
    bytes = (0..<SwarmSecret.byteCount).map { _ in UInt8.random(in: .min ... .max) }
  }

  /// Reads a secret's text.
  ///
  /// - Throws: `Fault` for anything but 64 hexadecimal digits.
  public init(text: String) throws(Fault) {
    let digits = text.split(whereSeparator: \.isWhitespace).joined().utf8.map {
      Character(UnicodeScalar($0)).hexDigitValue
    }
    let values = digits.compactMap { $0 }
    guard values.count == digits.count, values.count == SwarmSecret.byteCount * 2 else {
      throw Fault(text: "a secret is 64 hexadecimal digits, as 'katydid keygen' makes them")
    }
    bytes = stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
  }

  /// The secret as 64 hexadecimal digits.
  public var text: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// A key pair as ZeroMQ takes it.
  struct KeyPair {
    let open: String
    let secret: String
  }

  /// The pair of a role.
  ///
  /// - Throws: `SystemFault` when the library was built without CURVE.
  private func pair(_ role: String) throws(SystemFault) -> KeyPair {
    let seed = Digest.sha256(bytes + Array("katydid swarm \(role)".utf8))
    var secret = [CChar](repeating: 0, count: SwarmSecret.keyLength + 1)
    var open = secret
    guard zmq_has("curve") == 1, zmq_z85_encode(&secret, seed, seed.count) != nil,
      zmq_curve_public(&open, secret) == 0
    else { throw SystemFault(text: "this machine's libzmq has no CURVE encryption") }
    func text(_ chars: [CChar]) -> String {
      String(decoding: chars.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    return KeyPair(open: text(open), secret: text(secret))
  }

  /// Has a master's socket let nobody in but by the key, before it binds.
  func secureMaster(_ socket: ZMQSocket) throws(SystemFault) {
    socket.set(ZMQ_CURVE_SERVER, 1)
    socket.set(ZMQ_CURVE_SECRETKEY, try pair("master").secret)
    socket.set(ZMQ_ZAP_DOMAIN, "katydid")
  }

  /// Gives a worker's socket its keys, before it connects.
  func secureWorker(_ socket: ZMQSocket) throws(SystemFault) {
    let own = try pair("worker")
    socket.set(ZMQ_CURVE_SERVERKEY, try pair("master").open)
    socket.set(ZMQ_CURVE_PUBLICKEY, own.open)
    socket.set(ZMQ_CURVE_SECRETKEY, own.secret)
  }

  /// The public key by which workers are known, in its 32 bytes.
  func workerKey() throws(SystemFault) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: SwarmSecret.byteCount)
    guard zmq_z85_decode(&bytes, try pair("worker").open) != nil else {
      throw SystemFault(text: "a key can't be read")
    }
    return bytes
  }
}

/// SHA-256 (FIPS 180-4).
enum Digest {
  /// The 32 bytes of a digest.
  static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: 32)
    katydid_sha256(bytes, bytes.count, &result)
    return result
  }

  /// The digest as 64 hexadecimal digits.
  static func hexadecimal(_ bytes: [UInt8]) -> String {
    sha256(bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
