import Crypto
import Foundation
import NIOSSL
import SwiftASN1
import X509

/// The certificate and key that the page shows its visitors.
struct TLSIdentity {
  let configuration: TLSConfiguration
  /// SHA-256 of the certificate, as browsers show it; nil for one that the user gave.
  let fingerprint: String?
  /// SHA-256 of the certificate's public key, as `sha256//BASE64` (RFC 7469); nil for one that isn't understood.
  let publicKeyPin: String?

  private init(_ chain: [NIOSSLCertificate], _ key: NIOSSLPrivateKey, fingerprint: String? = nil) {
    configuration = TLSIdentity.configuration(chain, key)
    self.fingerprint = fingerprint
    let publicKey = try? chain.first.map { certificate in
      try Certificate(derEncoded: certificate.toDERBytes()).publicKey.serializeAsPEM().derBytes
    }
    publicKeyPin = publicKey.map { "sha256//" + Data(SHA256.hash(data: $0)).base64EncodedString() }
  }

  /// What the options ask for: the files, or a certificate of our own when others can reach the page; nil for plain
  /// HTTP.
  static func make(_ options: WebOptions) throws -> TLSIdentity? {
    switch (options.certificateFile, options.keyFile) {
    case (let certificate?, let key?): return try given(certificate, key)
    case (nil, nil): return options.isLoopback ? nil : try selfSigned(options.host)
    default: throw WebFailure("--tls-cert and --tls-key are needed together")
    }
  }

  private static func given(_ certificate: String, _ key: String) throws -> TLSIdentity {
    let chain: [NIOSSLCertificate]
    do { chain = try NIOSSLCertificate.fromPEMFile(certificate) } catch {
      throw WebFailure("--tls-cert: \(certificate) has no readable certificate in PEM format")
    }
    let privateKey: NIOSSLPrivateKey
    do { privateKey = try NIOSSLPrivateKey(file: key, format: .pem) } catch {
      throw WebFailure("--tls-key: \(key) has no readable private key in PEM format")
    }
    return TLSIdentity(chain, privateKey)
  }

  private static func configuration(_ chain: [NIOSSLCertificate], _ key: NIOSSLPrivateKey) -> TLSConfiguration {
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
    configuration.minimumTLSVersion = .tlsv12
    configuration.applicationProtocols = ["http/1.1"]
    return configuration
  }

  /// A certificate of this run, for the names that the machine is called by.
  private static func selfSigned(_ host: String) throws -> TLSIdentity {
    let key = P256.Signing.PrivateKey()
    let name = ProcessInfo.processInfo.hostName
    let subject = try DistinguishedName { CommonName(name) }
    let now = Date()
    let wildcards = ["", "*", "::", "0.0.0.0"]
    var addresses = wildcards.contains(host) ? ownAddresses() : [[127, 0, 0, 1]]
    var names = ["localhost", name]
    if let given = bytes(ofAddress: host) {
      addresses.append(given)
    } else if !wildcards.contains(host), !names.contains(host) {
      names.append(host)
    }
    let alternatives =
      names.map { GeneralName.dnsName($0) }
      + Set(addresses).sorted { $0.lexicographicallyPrecedes($1) }.map {
        GeneralName.ipAddress(ASN1OctetString(contentBytes: $0[...]))
      }
    let certificate = try Certificate(
      version: .v3, serialNumber: .init(), publicKey: .init(key.publicKey), notValidBefore: now - 3600,
      notValidAfter: now + 365 * 86400, issuer: subject, subject: subject, signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try Certificate.Extensions {
        Critical(BasicConstraints.notCertificateAuthority)
        SubjectAlternativeNames(alternatives)
      },
      issuerPrivateKey: .init(key))
    var serializer = DER.Serializer()
    try serializer.serialize(certificate)
    let bytes = serializer.serializedBytes
    let digest = SHA256.hash(data: bytes).map { String(format: "%02X", $0) }.joined(separator: ":")
    return TLSIdentity(
      [try NIOSSLCertificate(bytes: bytes, format: .der)],
      try NIOSSLPrivateKey(bytes: Array(key.pemRepresentation.utf8), format: .pem), fingerprint: digest)
  }

  /// The bytes of a network address that is written as such; nil for a name.
  private static func bytes(ofAddress text: String) -> [UInt8]? {
    var (old, new) = (in_addr(), in6_addr())
    if inet_pton(AF_INET, text, &old) == 1 { return withUnsafeBytes(of: &old) { Array($0) } }
    if inet_pton(AF_INET6, text, &new) == 1 { return withUnsafeBytes(of: &new) { Array($0) } }
    return nil
  }

  /// The addresses of the machine.
  private static func ownAddresses() -> [[UInt8]] {
    var first: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&first) == 0 else { return [[127, 0, 0, 1]] }
    defer { freeifaddrs(first) }
    var result: [[UInt8]] = []
    var next = first
    while let interface = next?.pointee {
      next = interface.ifa_next
      guard let address = interface.ifa_addr else { continue }
      var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      let isOld = Int32(address.pointee.sa_family) == AF_INET
      guard isOld || Int32(address.pointee.sa_family) == AF_INET6 else { continue }
      let size = isOld ? MemoryLayout<sockaddr_in>.size : MemoryLayout<sockaddr_in6>.size
      guard getnameinfo(address, socklen_t(size), &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0 else {
        continue
      }
      // Addresses of one link end with the link's name.
      let name = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if let bytes = bytes(ofAddress: String(name.prefix { $0 != "%" })) { result.append(bytes) }
    }
    return result
  }
}
