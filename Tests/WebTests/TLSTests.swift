import Foundation
import Web
import XCTest

/// The certificate of our own, seen by real clients.
final class TLSTests: WebTestCase {
  private func output(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  func testAPageForOthersHasTLSAndALogin() async throws {
    let server = try await start(FakeRoom()) { $0.host = "0.0.0.0" }
    let address = "127.0.0.1:\(server.server.port)"
    let fingerprint = try XCTUnwrap(server.server.fingerprint)
    XCTAssertNotNil(server.server.oneTimePassword)
    XCTAssertTrue(server.server.address.hasPrefix("https://"))

    let page = try output("curl", ["-ksi", "https://\(address)/healthz"])
    XCTAssertTrue(page.hasPrefix("HTTP/1.1 200"), page)
    XCTAssertTrue(page.lowercased().contains("strict-transport-security"), page)
    let closed = try output("curl", ["-ksi", "https://\(address)/stats/requests"])
    XCTAssertTrue(closed.hasPrefix("HTTP/1.1 401"), closed)
    let plain = try output("curl", ["-si", "http://\(address)/logs?x=1"])
    XCTAssertTrue(plain.hasPrefix("HTTP/1.1 301"), plain)
    XCTAssertTrue(plain.contains("Location: https://\(address)/logs?x=1\r\n"), plain)

    let certificate = try output(
      "sh",
      [
        "-c", "openssl s_client -connect \(address) </dev/null 2>/dev/null | openssl x509 -noout -fingerprint -sha256",
      ])
    XCTAssertTrue(certificate.contains(fingerprint), certificate)
    let names = try output(
      "sh",
      [
        "-c",
        "openssl s_client -connect \(address) </dev/null 2>/dev/null | openssl x509 -noout -ext subjectAltName",
      ])
    XCTAssertTrue(names.contains("DNS:localhost") && names.contains("IP Address:127.0.0.1"), names)
    for (option, works) in [("-tls1_1", false), ("-tls1_2", true), ("-tls1_3", true)] {
      let session = try output(
        "sh",
        [
          "-c",
          "openssl s_client -connect \(address) \(option) -cipher 'ALL:@SECLEVEL=0' </dev/null 2>&1 | grep Cipher.is",
        ])
      XCTAssertEqual(!session.isEmpty && !session.contains("NONE"), works, "\(option): \(session)")
    }
  }

  func testGarbageInsteadOfAHandshake() async throws {
    let server = try await start(FakeRoom()) { $0.host = "0.0.0.0" }
    let answer = try output(
      "sh",
      [
        "-c",
        "printf 'GET / HTTP/1.1\\r\\nHost: a b<script>\\r\\n\\r\\n' | curl -s --max-time 5 telnet://127.0.0.1:\(server.server.port)",
      ])
    XCTAssertTrue(answer.hasPrefix("HTTP/1.1 400"), answer)
  }
}
