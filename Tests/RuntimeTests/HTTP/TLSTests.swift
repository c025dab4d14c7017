import Foundation
import Runtime
import XCTest

/// TLS to a real nginx with certificates made for the test.
final class TLSTests: XCTestCase {
  private var nginx: Nginx?

  override func setUpWithError() throws {
    let nginx = try Nginx { nginx in
      let folder = nginx.folder.path
      for (file, name) in [("good", "DNS:localhost,IP:127.0.0.1"), ("other", "DNS:other.test")] {
        try runToEnd(
          "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
          "2",
          "-subj", "/CN=katydid test", "-addext", "subjectAltName=\(name)", "-keyout", "\(folder)/\(file).key", "-out",
          "\(folder)/\(file).crt")
      }
      return """
        listen 127.0.0.1:\(nginx.tlsPort) ssl; ssl_certificate \(folder)/good.crt;
        ssl_certificate_key \(folder)/good.key; ssl_protocols TLSv1.2 TLSv1.3; ssl_session_cache shared:tests:1m;
        location = /tls { return 200 "$ssl_protocol|$ssl_session_reused|$ssl_server_name|$connection_requests"; }
        location = /once { keepalive_timeout 0; return 200 "$ssl_protocol|$ssl_session_reused"; }
        location = /closed { return 444; }
        }
        server {
        listen 127.0.0.1:\(nginx.otherPort) ssl; ssl_certificate \(folder)/other.crt;
        ssl_certificate_key \(folder)/other.key; ssl_protocols TLSv1.2; ssl_session_cache shared:others:1m;
        location = /once { keepalive_timeout 0; return 200 "$ssl_protocol|$ssl_session_reused"; }
        """
    }
    try nginx.put("big.bin", [UInt8](repeating: 7, count: 3_000_000))
    self.nginx = nginx
  }

  override func tearDown() { nginx?.stop() }

  private func onNginx(_ body: @escaping (Nginx) throws -> Void) throws {
    let nginx = try XCTUnwrap(nginx)
    onFiber { try body(nginx) }
  }

  private func request(_ url: String, _ options: TLSOptions) throws -> HTTPRequest {
    var request = try get(url)
    request.tls = options
    return request
  }

  func testSelfSignedCertificateIsRefused() throws {
    try onNginx { nginx in
      let before = openDescriptors()
      let failure = failure(of: try get("https://localhost:\(nginx.tlsPort)/tls"))
      XCTAssertEqual(failure?.reason, .tls("certificate verify failed: self-signed certificate"))
      XCTAssertEqual(openDescriptors(), before)
    }
  }

  func testUnverified() throws {
    try onNginx { nginx in
      let session = HTTPSession()
      let request = try self.request("https://localhost:\(nginx.tlsPort)/tls", .unverified)
      for number in 1...20 {
        let response = try session.send(request)
        XCTAssertEqual(text(response), "TLSv1.3|.|localhost|\(number)")
        XCTAssertEqual(response.timing.isReused, number > 1)
        if number == 1 { XCTAssertGreaterThan(response.timing.secured, response.timing.connected) }
      }
      session.close()
    }
  }

  func testTrustedCertificate() throws {
    try onNginx { nginx in
      let trusting = TLSOptions(authorities: "\(nginx.folder.path)/good.crt")
      for host in ["localhost", "127.0.0.1"] {
        let response = try HTTPSession().send(try self.request("https://\(host):\(nginx.tlsPort)/tls", trusting))
        XCTAssertEqual(text(response), "TLSv1.3|.|\(host == "localhost" ? host : "")|1")
      }
    }
  }

  func testNameMismatch() throws {
    try onNginx { nginx in
      let trusting = TLSOptions(authorities: "\(nginx.folder.path)/other.crt")
      let wrong = "certificate verify failed: "
      XCTAssertEqual(
        failure(of: try self.request("https://localhost:\(nginx.otherPort)/", trusting))?.reason,
        .tls(wrong + "Hostname mismatch, certificate is not valid for 'localhost'."))
      XCTAssertEqual(
        failure(of: try self.request("https://127.0.0.1:\(nginx.otherPort)/", trusting))?.reason,
        .tls(wrong + "IP address mismatch, certificate is not valid for '127.0.0.1'."))
    }
  }

  func testSessionsAreResumed() throws {
    try onNginx { nginx in
      for (port, version) in [(nginx.tlsPort, "TLSv1.3"), (nginx.otherPort, "TLSv1.2")] {
        let session = HTTPSession()
        let request = try self.request("https://localhost:\(port)/once", .unverified)
        XCTAssertEqual(text(try session.send(request)), version + "|.")
        XCTAssertEqual(text(try session.send(request)), version + "|r")
        XCTAssertEqual(text(try HTTPSession().send(request)), version + "|.")
      }
    }
  }

  func testBigBodies() throws {
    try onNginx { nginx in
      let session = HTTPSession()
      let url = "https://localhost:\(nginx.tlsPort)"
      XCTAssertTrue(
        try session.send(try self.request(url + "/big.bin", .unverified)).body
          == [UInt8](repeating: 7, count: 3_000_000))
      var post = HTTPRequest(method: .post, address: try HTTPAddress(url + "/tls"))
      post.tls = .unverified
      post.hasBody = true
      post.body = [UInt8](repeating: 1, count: 700_000)
      XCTAssertEqual(try session.send(post).status, 200)
      session.close()
    }
  }

  func testServerThatClosesWithoutAnswer() throws {
    try onNginx { nginx in
      let request = try self.request("https://localhost:\(nginx.tlsPort)/closed", .unverified)
      XCTAssertEqual(failure(of: request)?.reason, .remoteClosed)
    }
  }

  func testNoTLSAtAll() throws {
    try onNginx { nginx in
      let failure = failure(of: try self.request("https://localhost:\(nginx.port)/", .unverified))
      XCTAssertEqual(failure?.reason, .tls("wrong version number"))
    }
    let silent = ScriptedServer { peer, _ in peer.drain() }
    let closing = ScriptedServer { _, _ in }
    let before = openDescriptors()
    onFiber {
      var request = try self.request("https://127.0.0.1:\(silent.port)/", .unverified)
      request.connectTimeout = 200_000_000
      XCTAssertEqual(failure(of: request)?.reason, .connectTimeout)
      request = try self.request("https://127.0.0.1:\(closing.port)/", .unverified)
      let reason = failure(of: request)?.reason
      XCTAssertTrue(["tls", "reset"].contains(reason.map(kind)), "\(String(describing: reason))")
    }
    XCTAssertTrue(silent.stop())
    XCTAssertTrue(closing.stop())
    XCTAssertEqual(openDescriptors(), before - 2)
  }

  func testFilesThatCannotBeUsed() throws {
    try onNginx { nginx in
      let url = "https://localhost:\(nginx.tlsPort)/tls"
      let missing = "\(nginx.folder.path)/missing.pem"
      for options in [TLSOptions(authorities: missing), TLSOptions(verifiesCertificate: false, certificate: missing)] {
        guard case .tls(let words) = failure(of: try self.request(url, options))?.reason else {
          XCTFail("not a TLS failure")
          continue
        }
        XCTAssertTrue(words.contains(missing), words)
      }
    }
  }
}
