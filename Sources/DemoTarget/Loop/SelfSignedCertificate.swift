import COpenSSL

/// A certificate for localhost, 127.0.0.1 and ::1, and its key; good for ten years, kept in memory only.
final class SelfSignedCertificate {
  let certificate: OpaquePointer
  let key: OpaquePointer

  init() throws(DemoTargetFailure) {
    guard let key = SelfSignedCertificate.makeKey() else { throw TLSContext.failure("can't make a private key") }
    guard let certificate = X509_new() else {
      EVP_PKEY_free(key)
      throw TLSContext.failure("can't make a certificate")
    }
    self.key = key
    self.certificate = certificate
    guard fill() else { throw TLSContext.failure("can't make a certificate") }
  }

  deinit {
    X509_free(certificate)
    EVP_PKEY_free(key)
  }

  /// A key on the curve P-256, which every client knows and which costs least.
  private static func makeKey() -> OpaquePointer? {
    guard let maker = EVP_PKEY_CTX_new_id(EVP_PKEY_EC, nil) else { return nil }
    defer { EVP_PKEY_CTX_free(maker) }
    var key: OpaquePointer?
    guard EVP_PKEY_keygen_init(maker) == 1,
      EVP_PKEY_CTX_set_ec_paramgen_curve_nid(maker, NID_X9_62_prime256v1) == 1,
      EVP_PKEY_keygen(maker, &key) == 1
    else { return nil }
    return key
  }

  private func fill() -> Bool {
    // A browser that has met an earlier certificate refuses another one with the same number.
    let serial = Int(Int64.random(in: 1...Int64.max))
    guard X509_set_version(certificate, 2) == 1,
      ASN1_INTEGER_set_int64(X509_get_serialNumber(certificate), Int64(serial)) == 1,
      X509_gmtime_adj(X509_getm_notBefore(certificate), -3600) != nil,
      X509_gmtime_adj(X509_getm_notAfter(certificate), 10 * 365 * 86400) != nil,
      X509_set_pubkey(certificate, key) == 1,
      let name = X509_get_subject_name(certificate),
      X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, "localhost", -1, -1, 0) == 1,
      X509_set_issuer_name(certificate, name) == 1,
      add(NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1,IP:::1"),
      add(NID_basic_constraints, "critical,CA:TRUE"),
      add(NID_ext_key_usage, "serverAuth")
    else { return false }
    return X509_sign(certificate, key, EVP_sha256()) != 0
  }

  private func add(_ identifier: Int32, _ text: String) -> Bool {
    var context = X509V3_CTX()
    X509V3_set_ctx(&context, certificate, certificate, nil, nil, 0)
    guard let item = X509V3_EXT_conf_nid(nil, &context, identifier, text) else { return false }
    defer { X509_EXTENSION_free(item) }
    return X509_add_ext(certificate, item, -1) == 1
  }
}
