import Foundation
import Runtime
import XCTest

/// Random and mutated bytes for whatever reads what a server sends: nothing crashes, hangs or grows without bound.
///
/// `KATYDID_FUZZ_SECONDS` sets how long each of them runs, `KATYDID_FUZZ_SEED` with what it begins; a failing round
/// prints its seed.
final class ParserFuzzTests: XCTestCase {
  private var seconds: Double {
    ProcessInfo.processInfo.environment["KATYDID_FUZZ_SECONDS"].flatMap(Double.init) ?? 1.5
  }
  private var seed: UInt64 {
    ProcessInfo.processInfo.environment["KATYDID_FUZZ_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 1...UInt64.max)
  }

  /// SplitMix64: small, and the same everywhere.
  struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// Calls `round` with a generator of its own until the time is over.
  private func fuzz(_ name: String, _ round: (inout Random) -> String?) {
    let first = seed
    var number: UInt64 = 0
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      for _ in 0..<50 {
        let seed = first &+ number
        var random = Random(state: seed)
        if let fault = round(&random) { XCTFail("\(name), KATYDID_FUZZ_SEED=\(seed): \(fault)") }
        number += 1
      }
    }
  }

  private static func mutate(_ bytes: [UInt8], _ random: inout Random) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let at = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0 where at < bytes.count: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1 where at < bytes.count: bytes.remove(at: at)
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
      case 3: bytes.removeLast(bytes.count - at)
      case 4 where !bytes.isEmpty:
        let from = Int.random(in: 0..<bytes.count, using: &random)
        let piece = Array(bytes[from..<min(bytes.count, from + 20)])
        bytes.insert(contentsOf: piece, at: at)
      default:
        let pieces = [
          "\r\n", "\r\n\r\n", "Content-Length: 7\r\n", "Transfer-Encoding: chunked\r\n", "0\r\n\r\n", ":", "\u{0}",
        ]
        bytes.insert(contentsOf: Array(pieces.randomElement(using: &random).map { Array($0.utf8) } ?? []), at: at)
      }
    }
    return bytes
  }

  private static let responses: [[UInt8]] = [
    "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nSet-Cookie: a=b; Path=/\r\n\r\nhello",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n0\r\nT: u\r\n\r\n",
    "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 302 Found\r\nLocation: /x\r\nConnection: close\r\n\r\nrest",
    "HTTP/1.0 404 Not Found\r\nContent-Encoding: gzip, deflate\r\nContent-Type: text/html\r\n\r\nbody",
  ].map { Array($0.utf8) }

  /// However the bytes are cut into pieces, a response comes to the same.
  func testResponses() throws {
    let address = try HTTPAddress("http://fuzz.test/")
    fuzz("responses") { random in
      guard let base = Self.responses.randomElement(using: &random) else { return nil }
      let bytes = Self.mutate(base, &random)
      let isHead = Int.random(in: 0..<8, using: &random) == 0
      let whole = Self.read(bytes, [bytes.count], isHead, address)
      var cuts: [Int] = []
      var at = 0
      while at < bytes.count {
        at = min(bytes.count, at + Int.random(in: 1...9, using: &random))
        cuts.append(at)
      }
      let pieces = Self.read(bytes, cuts, isHead, address)
      return whole == pieces ? nil : "as a whole \(whole), in pieces \(pieces), from \(bytes)"
    }
  }

  /// What a parser makes of bytes that come in pieces, as text.
  private static func read(_ bytes: [UInt8], _ cuts: [Int], _ isHead: Bool, _ address: HTTPAddress) -> String {
    var parser = ResponseParser(isHead: isHead)
    var start = 0
    do throws(HTTPFailure.Reason) {
      for cut in cuts where !parser.isDone {
        _ = try bytes[start..<cut].withUnsafeBufferPointer { (buffer) throws(HTTPFailure.Reason) in
          try parser.feed(buffer)
        }
        start = cut
      }
      try parser.finish()
      let response = try HTTPResponse(
        &parser, to: HTTPRequest(method: .get, address: address), timing: HTTPTiming(), bodyLimit: 1 << 20)
      CookieJar().extract(from: response)
      if let location = response.redirectLocation {
        do throws(HTTPFailure) { _ = try address.resolving(location) } catch { _ = error }
      }
      return "\(response.status) \(response.headers.map { "\($0.name)=\($0.value)" }) \(response.body)"
    } catch {
      return kind(error)
    }
  }

  func testDecoders() {
    fuzz("decoders") { random in
      let codings: [ContentCoding] = [.gzip, .deflate, .brotli, .zstd]
      guard let coding = codings.randomElement(using: &random) else { return nil }
      let starts: [[UInt8]] = [
        [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3], [0x78, 0x9C], [0x28, 0xB5, 0x2F, 0xFD], [0x0B], [],
      ]
      var bytes = starts.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 0...200, using: &random) { bytes.append(UInt8.random(in: 0...255, using: &random)) }
      let limit = 1 << 20
      do throws(HTTPFailure.Reason) {
        let output = try bytes.withUnsafeBufferPointer { (buffer) throws(HTTPFailure.Reason) in
          try coding.decode(buffer, limit: limit, acceptsPart: true)
        }
        return output.count <= limit ? nil : "\(output.count) bytes"
      } catch {
        return nil
      }
    }
  }

  /// Frames of HTTP/2, right and wrong, for a client with requests under way.
  func testHTTP2() throws {
    let address = try HTTPAddress("http://fuzz.test/")
    let request = HTTPRequest(method: .get, address: address)
    fuzz("HTTP/2") { random in
      let engine = HTTP2Engine()
      var streams: [HTTP2Stream] = []
      do throws(HTTPFailure.Reason) {
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          let stream = HTTP2Stream(isStreamed: Bool.random(using: &random), limits: ResponseParser.Limits())
          try engine.submit(stream, HTTP2Fields(request, cookies: []), hasBody: false)
          streams.append(stream)
        }
        while engine.nextOutput() != nil {}
        for _ in 0..<Int.random(in: 1...12, using: &random) {
          let bytes = Self.mutate(Self.frame(&random), &random)
          try bytes.withUnsafeBufferPointer { (buffer) throws(HTTPFailure.Reason) in try engine.receive(buffer) }
          while engine.nextOutput() != nil {}
          if engine.isOver { throw .http2("over") }
        }
      } catch {
        engine.failAll(error)
        if let stream = streams.first(where: { !$0.isDone }) { return "stream \(stream.id) is left" }
      }
      return nil
    }
  }

  private static func frame(_ random: inout Random) -> [UInt8] {
    let stream = UInt8([0, 1, 3, 5, 2].randomElement(using: &random) ?? 0)
    func frame(_ type: UInt8, _ flags: UInt8, _ payload: [UInt8]) -> [UInt8] {
      [0, UInt8(payload.count >> 8), UInt8(payload.count & 255), type, flags, 0, 0, 0, stream] + payload
    }
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return frame(4, 0, [])
    case 1: return frame(1, 4, [0x88])
    case 2: return frame(1, 5, [0x88, 0x0F, 0x0D, 1, 0x35])
    case 3: return frame(0, UInt8.random(in: 0...1, using: &random), Array("hello".utf8))
    case 4: return frame(3, 0, [0, 0, 0, UInt8.random(in: 0...13, using: &random)])
    case 5: return frame(7, 0, [0, 0, 0, 1, 0, 0, 0, 0])
    case 6: return frame(8, 0, [0, 0, 16, 0])
    case 7: return frame(6, 0, [1, 2, 3, 4, 5, 6, 7, 8])
    default:
      return frame(
        UInt8.random(in: 0...12, using: &random), UInt8.random(in: 0...255, using: &random),
        (0..<Int.random(in: 0...30, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
  }
}
