import Foundation
import Runtime
import XCTest

/// Proxies, host overrides, bodies that come piece by piece in both directions, and pools.
final class ProxyTests: XCTestCase {
  private func rules(_ proxies: [String: String], except: [String] = []) throws -> HTTPRequestExtras {
    let extras = HTTPRequestExtras()
    extras.proxies = HTTPProxyRules(try proxies.mapValues { try HTTPProxy.of($0) }, except: except)
    return extras
  }

  func testPlainRequestsNameTheWholeAddress() throws {
    let proxy = ScriptedServer { peer, _ in
      var seen = peer.readRequest()
      while !seen.isEmpty {
        peer.write(response(seen))
        seen = peer.readRequest()
      }
    }
    onFiber {
      let session = HTTPSession()
      for host in ["one.test", "two.test:81"] {
        var request = try get("http://\(host)/path?q=1")
        request.extras = try self.rules(["http": proxy.url.replacingOccurrences(of: "//", with: "//us:pä@")])
        let seen = text(try session.send(request))
        XCTAssertTrue(seen.hasPrefix("GET http://\(host)/path?q=1 HTTP/1.1\r\nHost: \(host)\r\n"), seen)
        XCTAssertTrue(seen.contains("Proxy-Authorization: Basic dXM6cMOk\r\n"), seen)
      }
      session.close()
    }
    XCTAssertEqual(proxy.connectionCount, 1, "one connection serves all hosts")
    XCTAssertTrue(proxy.stop())
  }

  func testTunnel() throws {
    let nginx = try Nginx { nginx in
      let folder = nginx.folder.path
      try runToEnd(
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
        "-subj", "/CN=t", "-keyout", "\(folder)/t.key", "-out", "\(folder)/t.crt")
      return """
        listen 127.0.0.1:\(nginx.tlsPort) ssl; ssl_certificate \(folder)/t.crt; ssl_certificate_key \(folder)/t.key;
        location = /host { return 200 "$host"; }
        """
    }
    defer { nginx.stop() }
    let target = nginx.tlsPort
    let proxy = ScriptedServer { peer, _ in Self.tunnel(peer, to: target) }
    onFiber {
      let session = HTTPSession()
      for turn in 0..<2 {
        var request = try get("https://secret.test/host")
        request.tls = .unverified
        request.extras = try self.rules(["all": proxy.url])
        let answer = try session.send(request)
        XCTAssertEqual(text(answer), "secret.test")
        XCTAssertEqual(answer.timing.isReused, turn == 1)
      }
      var refused = try get("https://refused.test/host")
      refused.extras = try self.rules(["https": proxy.url])
      XCTAssertEqual(
        failure(of: refused, session)?.reason, .proxy(0, "Tunnel connection failed: 407 Proxy Authentication Required"))
      var dead = try get("http://x.test/")
      dead.extras = try self.rules(["http": "http://127.0.0.1:\(ScriptedServer.freePort())"])
      XCTAssertEqual(failure(of: dead, session)?.reason, .proxyConnect(ECONNREFUSED))
      session.close()
    }
    XCTAssertTrue(proxy.stop())
  }

  private static func tunnel(_ peer: ScriptedServer.Peer, to port: UInt16) {
    let head = peer.readRequest()
    guard head.hasPrefix("CONNECT secret.test:443 HTTP/1.1\r\n") else {
      return peer.write("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
    }
    let other = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(other) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    address.sin_port = port.bigEndian
    _ = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(other, $0, 16) }
    }
    peer.write("HTTP/1.1 200 Connection established\r\n\r\n")
    var pair = [
      pollfd(fd: peer.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: other, events: Int16(POLLIN), revents: 0),
    ]
    var buffer = [UInt8](repeating: 0, count: 65536)
    while poll(&pair, 2, 10_000) > 0 {
      for (index, to) in [(0, other), (1, peer.descriptor)] where pair[index].revents != 0 {
        let count = recv(pair[index].fd, &buffer, buffer.count, 0)
        if count <= 0 { return }
        _ = send(to, buffer, count, Int32(MSG_NOSIGNAL))
      }
    }
  }

  func testExceptions() throws {
    let rules = HTTPProxyRules(
      ["http": try HTTPProxy.of("proxy.test:3128")], except: ["localhost", ".inner.test", "10.0.0.0/8", "a.test:81"])
    func isProxied(_ url: String) throws -> Bool { rules.proxy(for: try HTTPAddress(url).origin) != nil }
    XCTAssertTrue(try isProxied("http://outer.test/"))
    XCTAssertFalse(try isProxied("https://outer.test/"))
    XCTAssertFalse(try isProxied("http://localhost/"))
    XCTAssertFalse(try isProxied("http://x.inner.test/"))
    XCTAssertFalse(try isProxied("http://inner.test/"))
    XCTAssertFalse(try isProxied("http://10.1.2.3/"))
    XCTAssertTrue(try isProxied("http://11.1.2.3/"))
    XCTAssertFalse(try isProxied("http://a.test:81/"))
    XCTAssertTrue(try isProxied("http://a.test/"))
  }

  func testHostOverrides() throws {
    let one = ScriptedServer { peer, _ in
      _ = peer.readRequest()
      peer.write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 3\r\n\r\none")
    }
    try HostOverrides.add("nowhere.test:\(one.port):127.0.0.2,127.0.0.1")
    defer { HostOverrides.removeAll() }
    for bad in ["x", "x:80", "x:80:", "x:80:name", "x:0:1.2.3.4", ":80:1.2.3.4", "x:y:1.2.3.4"] {
      XCTAssertThrowsError(try HostOverrides.add(bad), bad)
    }
    onFiber {
      let session = HTTPSession()
      // 127.0.0.2 answers nothing here: the other address is taken, and taken first from then on.
      for _ in 0..<3 { XCTAssertEqual(text(try session.send(try get("http://nowhere.test:\(one.port)/"))), "one") }
      session.close()
    }
    XCTAssertTrue(one.stop())
  }

  /// New connections go to a name's addresses in turn.
  func testAddressesTakeTurns() throws {
    let origin = Origin.of(isSecure: false, host: "turns.test", port: 80)
    let addresses = try ["10.0.0.1", "10.0.0.2", "10.0.0.3", "::1"].map {
      try XCTUnwrap(SocketAddress(literal: $0, port: 80))
    }
    var firsts: [String] = []
    for _ in 0..<6 {
      let order = origin.inTurn(addresses)
      XCTAssertEqual(order.count, 4)
      XCTAssertEqual(order.last?.family, AF_INET6)
      firsts.append("\(order[0])")
    }
    XCTAssertEqual(Set(firsts).count, 3)
    XCTAssertEqual(firsts[..<3], firsts[3...])
  }

  /// Gives a body in pieces.
  private final class Pieces: HTTPBodySource {
    let length: Int?
    private let pieces: [[UInt8]]
    private var position = 0
    init(_ pieces: [[UInt8]], hasLength: Bool) {
      self.pieces = pieces
      length = hasLength ? pieces.reduce(0) { $0 + $1.count } : nil
    }
    func next() throws(HTTPFailure.Reason) -> [UInt8]? {
      guard position < pieces.count else { return nil }
      position += 1
      return pieces[position - 1]
    }
    func rewind() -> Bool {
      position = 0
      return true
    }
  }

  func testBodiesFromSources() throws {
    let server = ScriptedServer { peer, _ in
      var seen = peer.readRequest()
      while !seen.contains("\r\n0\r\n\r\n"), seen.contains("chunked") { seen += peer.readRequest() }
      peer.write(response(seen, headers: "Connection: close\r\n"))
    }
    onFiber {
      for hasLength in [true, false] {
        var request = HTTPRequest(method: .post, address: try HTTPAddress(server.url))
        let extras = HTTPRequestExtras()
        extras.source = Pieces([Array("abc".utf8), [], Array("defg".utf8)], hasLength: hasLength)
        request.extras = extras
        let seen = text(try HTTPSession().send(request))
        if hasLength {
          XCTAssertTrue(seen.contains("Content-Length: 7\r\n") && seen.hasSuffix("\r\n\r\nabcdefg"), seen)
        } else {
          XCTAssertTrue(seen.hasSuffix("\r\n\r\n3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n"), seen)
        }
      }
    }
    XCTAssertTrue(server.stop())
  }

  func testStreamedResponses() throws {
    let server = ScriptedServer { peer, number in
      while !peer.readRequest().isEmpty {
        peer.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        for piece in ["one", "two", "three"] {
          peer.write("\(String(piece.utf8.count, radix: 16))\r\n\(piece)\r\n")
          // Longer than an acknowledgement may be delayed, for which small packets wait.
          usleep(60_000)
        }
        peer.write(number == 2 ? "zz\r\n" : "0\r\n\r\n")
      }
    }
    onFiber {
      let session = HTTPSession()
      var request = try get(server.url)
      let extras = HTTPRequestExtras()
      extras.streamsResponse = true
      request.extras = extras
      for _ in 0..<2 {
        let response = try session.send(request)
        XCTAssertTrue(response.isStreamed)
        var pieces: [String] = []
        while let piece = try response.stream?.next() { pieces.append(String(decoding: piece, as: UTF8.self)) }
        XCTAssertEqual(pieces.joined(), "onetwothree")
        XCTAssertGreaterThan(pieces.count, 1)
      }
      XCTAssertEqual(server.connectionCount, 1, "a body that was read to its end leaves the connection")
      let dropped = try session.send(request)
      _ = try dropped.stream?.next()
      dropped.stream?.close()
      let broken = try session.send(request)
      XCTAssertThrowsError(try broken.readStream())
      session.close()
    }
    XCTAssertTrue(server.stop())
  }

  /// A pool of two connections lets two of five requests run at a time.
  func testPoolLimit() throws {
    let server = ScriptedServer { peer, _ in
      while !peer.readRequest().isEmpty {
        usleep(20_000)
        peer.write(response("x"))
      }
    }
    let pool = ConnectionPool()
    pool.maxInUse = 2
    var done = 0
    onFibers(
      (0..<5).map { _ in
        {
          let session = HTTPSession(pool: pool)
          guard let request = try? get(server.url) else { return }
          if (try? session.send(request)) != nil { done += 1 }
        }
      })
    XCTAssertEqual(done, 5)
    XCTAssertEqual(server.connectionCount, 2)
    onFiber { pool.close() }
    XCTAssertTrue(server.stop())
  }
}
