import Swarm
import XCTest

/// The wire format against what CPython's msgpack writes, and against bytes that are nothing of the kind.
final class MessagePackTests: XCTestCase {
  /// Values and their bytes by CPython's msgpack 1.1 (`msgpack.packb`).
  private static let facts: [(MessagePack, String)] = [
    (nil, "c0"), (true, "c3"), (false, "c2"), (0, "00"), (1, "01"), (127, "7f"), (128, "cc80"), (255, "ccff"),
    (256, "cd0100"), (65535, "cdffff"), (65536, "ce00010000"), (4_294_967_295, "ceffffffff"),
    (4_294_967_296, "cf0000000100000000"), (.int(.max), "cf7fffffffffffffff"),
    (.unsigned(1 << 63), "cf8000000000000000"), (.unsigned(.max), "cfffffffffffffffff"), (-1, "ff"), (-32, "e0"),
    (-33, "d0df"), (-128, "d080"), (-129, "d1ff7f"), (-32768, "d18000"), (-32769, "d2ffff7fff"),
    (-2_147_483_648, "d280000000"), (-2_147_483_649, "d3ffffffff7fffffff"), (.int(.min), "d38000000000000000"),
    (0.0, "cb0000000000000000"), (1.5, "cb3ff8000000000000"), (-0.1, "cbbfb999999999999a"),
    (.double(.infinity), "cb7ff0000000000000"), (1e300, "cb7e37e43c8800759c"), ("", "a0"), ("a", "a161"),
    ("é", "a2c3a9"), (.string(String(repeating: "x", count: 31)), "bf" + String(repeating: "78", count: 31)),
    (.string(String(repeating: "x", count: 32)), "d920" + String(repeating: "78", count: 32)), (.binary([]), "c400"),
    (.binary([0x61, 0x62]), "c4026162"), ([], "90"), ([1, [2]], "92019102"), ([:], "80"), (["a": 1], "81a16101"),
    ([1: "b", nil: 2.0], "8201a162c0cb4000000000000000"),
    (.extended(type: 5, data: [0x61, 0x62, 0x63]), "c70305616263"),
    (.extended(type: 127, data: [0x61, 0x62, 0x63, 0x64]), "d67f61626364"),
    (["client_ready", "2.47.0", "host_1"], "93ac636c69656e745f7265616479a6322e34372e30a6686f73745f31"),
  ]

  func testValuesHavePythonsBytes() throws {
    for (value, hex) in MessagePackTests.facts {
      XCTAssertEqual(value.encoded.hex, hex, "\(value)")
      XCTAssertEqual(try MessagePack(decoding: Array(hex: hex)), value, hex)
    }
    XCTAssertEqual(try MessagePack(decoding: Array(hex: "ca3fc00000")), 1.5, "a single float")
  }

  func testLengthsAtTheLimitsOfTheirForms() throws {
    let facts: [(count: Int, string: String, binary: String, array: String, map: String)] = [
      (15, "af78", "c40f78", "9fc0", "8f00"), (16, "b078", "c41078", "dc0010c0", "de001000"),
      (255, "d9ff78", "c4ff78", "dc00ffc0", "de00ff00"), (256, "da010078", "c5010078", "dc0100c0", "de010000"),
      (65535, "daffff78", "c5ffff78", "dcffffc0", "deffff00"),
      (65536, "db0001000078", "c60001000078", "dd00010000c0", "df0001000000"),
    ]
    for fact in facts {
      let values: [(MessagePack, String)] = [
        (.string(String(repeating: "x", count: fact.count)), fact.string),
        (.binary(Array(repeating: 0x78, count: fact.count)), fact.binary),
        (.array(Array(repeating: .null, count: fact.count)), fact.array),
        (.map((0..<fact.count).map { .init(.int(Int64($0)), .null) }), fact.map),
      ]
      for (value, head) in values {
        let bytes = value.encoded
        XCTAssertEqual(Array(bytes.prefix(head.count / 2)).hex, head, "\(fact.count)")
        XCTAssertTrue(try MessagePack(decoding: bytes) == value, "\(head) doesn't come back")
      }
    }
  }

  func testEveryTruncationIsAnError() throws {
    for (_, hex) in MessagePackTests.facts {
      let bytes = Array(hex: hex)
      for length in 0..<bytes.count {
        XCTAssertThrowsError(try MessagePack(decoding: Array(bytes[..<length])), "\(hex), \(length) bytes") {
          XCTAssertEqual($0 as? MessagePackFault, .truncated)
        }
      }
      XCTAssertThrowsError(try MessagePack(decoding: bytes + [0])) {
        XCTAssertEqual($0 as? MessagePackFault, .trailingBytes)
      }
    }
  }

  func testNamedFaults() throws {
    let deep = Array(repeating: UInt8(0x91), count: 100_000) + [0xc0]
    let faults: [([UInt8], MessagePackFault)] = [
      ([0xc1], .reservedByte), ([0xa2, 0xc3, 0x28], .invalidText), ([0xa3, 0xed, 0xa0, 0x80], .invalidText),
      (deep, .tooDeep), ([0xdd, 0xff, 0xff, 0xff, 0xff], .truncated), ([0xdf, 0x7f, 0xff, 0xff, 0xff, 1], .truncated),
      ([0xc6, 0xff, 0xff, 0xff, 0xff, 1], .truncated), ([0xdb, 0xff, 0xff, 0xff, 0xff, 1], .truncated),
    ]
    for (bytes, fault) in faults {
      XCTAssertThrowsError(try MessagePack(decoding: bytes), "\(fault)") {
        XCTAssertEqual($0 as? MessagePackFault, fault)
      }
    }
  }

  /// Whatever comes is refused or comes back the same.
  func testRandomBytes() throws {
    var numbers = SystemRandomNumberGenerator()
    var accepted = 0
    for _ in 0..<50_000 {
      let bytes = (0..<Int.random(in: 1..<24, using: &numbers)).map { _ in UInt8.random(in: 0...255, using: &numbers) }
      guard let value = try? MessagePack(decoding: bytes) else { continue }
      accepted += 1
      let again = try MessagePack(decoding: value.encoded)
      XCTAssertEqual(again.encoded, value.encoded, bytes.hex)
    }
    XCTAssertGreaterThan(accepted, 100)
  }
}

extension [UInt8] {
  /// The bytes as two hexadecimal digits each.
  var hex: String { map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() }

  /// The bytes that pairs of hexadecimal digits stand for.
  init(hex: String) {
    let digits = hex.compactMap { UInt8(String($0), radix: 16) }
    self = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
