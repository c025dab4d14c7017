import Foundation
import Runtime
import XCTest

/// The parser alone: what it makes of responses, however they are cut.
final class ResponseParserTests: XCTestCase {
  /// What a parser made of some bytes.
  private enum Outcome: Equatable {
    case response(status: Int, reason: String, headers: [String], body: String, keepsAlive: Bool, used: Int)
    case failure(String)
  }

  private struct Case {
    let text: String
    var isHead = false
    var expected: Outcome
  }

  private static let address = try? HTTPAddress("http://test/")

  private func parse(_ pieces: [ArraySlice<UInt8>], isHead: Bool, limits: ResponseParser.Limits = .init()) -> Outcome {
    var parser = ResponseParser(isHead: isHead, limits: limits)
    var used = 0
    do throws(HTTPFailure.Reason) {
      for piece in pieces where !parser.isDone {
        used += try piece.withUnsafeBufferPointer { (buffer) throws(HTTPFailure.Reason) in try parser.feed(buffer) }
      }
      if !parser.isDone { try parser.finish() }
      guard let address = ResponseParserTests.address else { return .failure("no address") }
      let response = try HTTPResponse(
        &parser, to: HTTPRequest(method: .get, address: address), timing: HTTPTiming(), bodyLimit: limits.body)
      return .response(
        status: response.status, reason: response.reason, headers: response.headers.map { "\($0.name)=\($0.value)" },
        body: String(decoding: response.body, as: UTF8.self), keepsAlive: parser.keepsAlive, used: used)
    } catch {
      return .failure(kind(error))
    }
  }

  private func ok(
    _ text: String, _ body: String, status: Int = 200, reason: String = "OK", headers: [String],
    keepsAlive: Bool = true,
    isHead: Bool = false, used: Int? = nil
  ) -> Case {
    Case(
      text: text, isHead: isHead,
      expected: .response(
        status: status, reason: reason, headers: headers, body: body, keepsAlive: keepsAlive,
        used: used ?? text.utf8.count))
  }

  private func bad(_ text: String, _ kind: String) -> Case { Case(text: text, expected: .failure(kind)) }

  private var cases: [Case] {
    [
      ok("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", "hello", headers: ["Content-Length=5"]),
      ok("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "", headers: ["Content-Length=0"]),
      // What follows a complete response isn't part of it.
      ok("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi!!", "hi", headers: ["Content-Length=2"], used: 40),
      // Bare line feeds, no reason, blanks around values, names in any case.
      ok("HTTP/1.1 200\ncontent-LENGTH:\t 3  \nX:y\n\nabc", "abc", reason: "", headers: ["content-LENGTH=3", "X=y"]),
      ok(
        "HTTP/1.1  200  Very   OK \r\nContent-Length : 1\r\n\r\nx", "x", reason: "Very   OK ",
        headers: ["Content-Length=1"]),
      // A value over several lines.
      ok(
        "HTTP/1.1 200 OK\r\nA: 1\r\n 2\r\n\t3\r\nContent-Length: 1\r\n\r\nx", "x",
        headers: ["A=1\r\n 2\r\n\t3", "Content-Length=1"]),
      // HTTP/1.0 closes unless it says otherwise.
      ok("HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\nx", "x", headers: ["Content-Length=1"], keepsAlive: false),
      ok(
        "HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 1\r\n\r\nx", "x",
        headers: ["Connection=Keep-Alive", "Content-Length=1"]),
      ok(
        "HTTP/1.1 200 OK\r\nConnection: upgrade, Close\r\nContent-Length: 1\r\n\r\nx", "x",
        headers: ["Connection=upgrade, Close", "Content-Length=1"], keepsAlive: false),
      // No length: up to the end.
      ok("HTTP/1.1 200 OK\r\n\r\nall of it", "all of it", headers: [], keepsAlive: false),
      // No body, whatever the head says.
      ok("HTTP/1.1 204 No\r\nContent-Length: 9\r\n\r\n", "", status: 204, reason: "No", headers: ["Content-Length=9"]),
      ok("HTTP/1.1 304 Same\r\n\r\n", "", status: 304, reason: "Same", headers: []),
      ok("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", "", headers: ["Content-Length=9"], isHead: true),
      ok(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "", headers: ["Transfer-Encoding=chunked"],
        isHead: true),
      // Interim responses are passed over.
      ok(
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx",
        "x", headers: ["Content-Length=1"]),
      ok(
        "HTTP/1.1 101 Switch\r\nUpgrade: x\r\n\r\n", "", status: 101, reason: "Switch", headers: ["Upgrade=x"],
        keepsAlive: false),
      // Chunks, with extensions, capitals, leading zeros, trailers, bare line feeds.
      ok(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", "hello",
        headers: ["Transfer-Encoding=chunked"]),
      ok(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n000A;a=\"b;c\"\r\n0123456789\r\n1 \nx\n0;z\r\nT: 1\r\nU: 2\r\n\r\n",
        "0123456789x", headers: ["Transfer-Encoding=Chunked"]),
      // Chunks win over a length, but such a connection isn't to be trusted any further.
      ok(
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n", "x",
        headers: ["Content-Length=3", "Transfer-Encoding=chunked"], keepsAlive: false),
      // An unknown transfer coding goes to the end.
      ok(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: weird\r\nContent-Length: 2\r\n\r\nabc", "abc",
        headers: ["Transfer-Encoding=weird", "Content-Length=2"], keepsAlive: false),
      // Equal lengths are one length.
      ok(
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2, 2\r\n\r\nab", "ab",
        headers: ["Content-Length=2", "Content-Length=2, 2"]),
      // A line without a colon means nothing.
      ok("HTTP/1.1 200 OK\r\nnonsense\r\nContent-Length: 1\r\n\r\nx", "x", headers: ["Content-Length=1"]),
      // Bytes outside ASCII are Latin-1.
      ok("HTTP/1.1 200 OK\r\nA: \u{e9}\r\nContent-Length: 0\r\n\r\n", "", headers: ["A=Ã©", "Content-Length=0"]),

      bad("", "remoteClosed"),
      bad("HTTP/1.1 200 OK\r\nContent-Le", "incompleteHead"),
      bad("HTTP/1.1 100 Continue\r\n\r\n", "incompleteHead"),
      bad("garbage\r\n\r\n", "badStatusLine"),
      bad("HTTP/1.1 abc OK\r\n\r\n", "badStatusLine"),
      bad("HTTP/1.1 2000 OK\r\n\r\n", "badStatusLine"),
      bad("HTTP/1.1 099 OK\r\n\r\n", "badStatusLine"),
      bad("HTTP/2.0 200 OK\r\n\r\n", "badStatusLine"),
      bad("HTTP/1.1\r\n\r\n", "badStatusLine"),
      bad("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort", "incompleteBody"),
      bad("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx", "badHeader"),
      bad("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "badHeader"),
      bad("HTTP/1.1 200 OK\r\nContent-Length: +1\r\n\r\nx", "badHeader"),
      bad("HTTP/1.1 200 OK\r\nContent-Length: 0x10\r\n\r\n", "badHeader"),
      bad("HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\n", "badHeader"),
      bad("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n 0\r\n\r\nx", "badHeader"),
      bad("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\n", "badHeader"),
      bad("HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775807\r\n\r\n", "bodyTooLarge"),
      bad("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel", "incompleteBody"),
      bad("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", "incompleteBody"),
      bad("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhelloXX\r\n0\r\n\r\n", "badChunk"),
      bad("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n", "badChunk"),
      bad("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\r\n", "badChunk"),
      bad("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5 5\r\nhello\r\n0\r\n\r\n", "badChunk"),
      bad("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\n", "badChunk"),
      bad("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7FFFFFFFFFFFFFF\r\n", "bodyTooLarge"),
    ]
  }

  func testWhole() {
    for item in cases {
      XCTAssertEqual(parse([Array(item.text.utf8)[...]], isHead: item.isHead), item.expected, item.text)
    }
  }

  func testEverySplitPoint() {
    for item in cases {
      let bytes = Array(item.text.utf8)
      for point in 0...bytes.count {
        XCTAssertEqual(
          parse([bytes[..<point], bytes[point...]], isHead: item.isHead), item.expected, "\(item.text) cut at \(point)")
      }
      XCTAssertEqual(
        parse(bytes.indices.map { bytes[$0...$0] }, isHead: item.isHead), item.expected, "\(item.text) byte by byte")
    }
  }

  func testRandomSplits() {
    var random = SystemRandomNumberGenerator()
    var text = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX-Pad: \(String(repeating: "p", count: 3000))\r\n\r\n"
    var body = ""
    for _ in 0..<200 {
      let chunk = String(repeating: "abcdefghij", count: Int.random(in: 1...60, using: &random))
      text += String(chunk.utf8.count, radix: 16) + "\r\n" + chunk + "\r\n"
      body += chunk
    }
    text += "0\r\n\r\n"
    let bytes = Array(text.utf8)
    let whole = parse([bytes[...]], isHead: false)
    guard case .response(_, _, _, let parsed, _, _) = whole else { return XCTFail("\(whole)") }
    XCTAssertEqual(parsed, body)
    for _ in 0..<300 {
      var pieces: [ArraySlice<UInt8>] = []
      var start = 0
      let largest = [2, 10, 100, 5000].randomElement(using: &random) ?? 2
      while start < bytes.count {
        let end = min(bytes.count, start + Int.random(in: 1...largest, using: &random))
        pieces.append(bytes[start..<end])
        start = end
      }
      XCTAssertEqual(parse(pieces, isHead: false), whole)
    }
  }

  /// Damaged responses must end in a response or a failure, never in a crash.
  func testRandomDamage() {
    var random = SystemRandomNumberGenerator()
    for item in cases {
      for _ in 0..<200 {
        var bytes = Array(item.text.utf8)
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
          let index = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0...2, using: &random) {
          case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
          case 1: bytes.remove(at: index)
          default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
          }
        }
        let whole = parse([bytes[...]], isHead: item.isHead)
        let inPieces = parse(bytes.indices.map { bytes[$0...$0] }, isHead: item.isHead)
        XCTAssertEqual(whole, inPieces, String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  func testLimits() {
    let start = "HTTP/1.1 200 OK\r\n"
    XCTAssertEqual(
      parse([Array((start + "A: " + String(repeating: "x", count: 70_000)).utf8)[...]], isHead: false),
      .failure("headersTooLarge"))
    XCTAssertEqual(
      parse([Array(("HTTP/1.1 200 " + String(repeating: "x", count: 70_000)).utf8)[...]], isHead: false),
      .failure("headersTooLarge"))
    let many = start + String(repeating: "A: b\r\n", count: 300) + "\r\n"
    XCTAssertEqual(parse([Array(many.utf8)[...]], isHead: false), .failure("tooManyHeaders"))
    let enough = start + String(repeating: "A: b\r\n", count: 200) + "Content-Length: 0\r\n\r\n"
    guard case .response = parse([Array(enough.utf8)[...]], isHead: false) else { return XCTFail("200 lines") }

    var limits = ResponseParser.Limits()
    limits.body = 10
    for text in [
      "Content-Length: 11\r\n\r\n", "\r\n01234567890",
      "Transfer-Encoding: chunked\r\n\r\n6\r\nabcdef\r\n5\r\nabcde\r\n",
    ] {
      XCTAssertEqual(
        parse([Array((start + text).utf8)[...]], isHead: false, limits: limits), .failure("bodyTooLarge"), text)
    }
    let interim = String(repeating: "HTTP/1.1 100 Continue\r\n\r\n", count: 17)
    XCTAssertEqual(parse([Array(interim.utf8)[...]], isHead: false), .failure("badStatusLine"))
    let chunked = start + "Transfer-Encoding: chunked\r\n\r\n"
    let extended = chunked + "1;" + String(repeating: "e", count: 9000)
    XCTAssertEqual(parse([Array(extended.utf8)[...]], isHead: false), .failure("badChunk"))
    let trailers =
      chunked + "0\r\n" + String(repeating: "T: " + String(repeating: "t", count: 1000) + "\r\n", count: 70)
    XCTAssertEqual(parse([Array(trailers.utf8)[...]], isHead: false), .failure("headersTooLarge"))
  }

  // MARK: Compression

  /// `hello hello hello hello hello ` × 4 by Python's gzip, zlib and raw deflate.
  private func compressed(_ kind: String) throws -> [UInt8] {
    let script = """
      import gzip, zlib, sys
      data = b"hello " * 20
      raw = zlib.compressobj(9, zlib.DEFLATED, -15)
      kinds = {"gzip": gzip.compress(data), "zlib": zlib.compress(data), "raw": raw.compress(data) + raw.flush(),
               "two": gzip.compress(data[:50]) + gzip.compress(data[50:]), "both": gzip.compress(zlib.compress(data)),
               "bomb": gzip.compress(bytes(30_000_000))}
      sys.stdout.buffer.write(kinds["\(kind)"])
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = [UInt8](pipe.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    return bytes
  }

  private func decode(_ bytes: [UInt8], _ encoding: String, limits: ResponseParser.Limits = .init()) -> Outcome {
    let head = "HTTP/1.1 200 OK\r\nContent-Encoding: \(encoding)\r\nContent-Length: \(bytes.count)\r\n\r\n"
    return parse([(Array(head.utf8) + bytes)[...]], isHead: false, limits: limits)
  }

  func testContentEncodings() throws {
    let text = String(repeating: "hello ", count: 20)
    for (kind, encoding) in [
      ("gzip", "gzip"), ("gzip", "X-GZIP"), ("zlib", "deflate"), ("raw", "deflate"), ("two", "gzip"),
      ("both", "deflate, gzip"), ("gzip", "identity, gzip"),
    ] {
      guard case .response(_, _, _, let body, _, _) = decode(try compressed(kind), encoding) else {
        XCTFail("\(kind) as \(encoding)")
        continue
      }
      XCTAssertEqual(body, text, "\(kind) as \(encoding)")
    }
    // Unknown codings are left alone, and an empty body is no damage.
    guard case .response(_, _, _, "x", _, _) = decode([120], "snappy"),
      case .response(_, _, _, "", _, _) = decode([], "gzip")
    else { return XCTFail("unknown or empty") }
  }

  func testDamagedContentEncodings() throws {
    let whole = try compressed("gzip")
    XCTAssertEqual(decode(Array("no gzip at all".utf8), "gzip"), .failure("badEncoding"))
    // What ends too early is taken as far as it goes, as requests does.
    guard case .response(_, _, _, let part, _, _) = decode(Array(whole.dropLast(12)), "gzip") else {
      return XCTFail("a part is a failure")
    }
    XCTAssertTrue(String(repeating: "hello ", count: 20).hasPrefix(part))
    var damaged = whole
    damaged[whole.count - 6] ^= 1
    XCTAssertEqual(decode(damaged, "gzip"), .failure("badEncoding"))
    var limits = ResponseParser.Limits()
    limits.body = 1_000_000
    XCTAssertEqual(decode(try compressed("bomb"), "gzip", limits: limits), .failure("bodyTooLarge"))
  }
}
