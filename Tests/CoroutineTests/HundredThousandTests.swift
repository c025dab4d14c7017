import COpenSSL
import Coroutine
import Glibc
import XCTest

/// A hundred thousand coroutines at once, each doing what a user's does: parked beneath deep frames, thrown through,
/// interrupted by signals, and some of them in the middle of a TLS handshake.
final class HundredThousandTests: XCTestCase {
  private struct Fault: Error { let number: Int }

  private static let count = 100_000
  /// Every so many coroutines one shakes hands; each handshake takes some tenths of a millisecond.
  private static let handshakeEvery = 500

  nonisolated(unsafe) private static var signals = 0
  nonisolated(unsafe) private static var signalsOffTheMainStack = 0

  /// Parks beneath `depth` frames, each with a local that must survive, and throws when it is resumed.
  @inline(never) private func dive(_ depth: Int, _ number: Int) throws -> Int {
    let kept = [number, depth]
    if depth == 0 {
      Coroutine.yield()
      throw Fault(number: number)
    }
    defer { XCTAssertEqual(kept[0], number) }
    return try dive(depth - 1, number) + kept[1]
  }

  /// One end of a connection whose bytes pass through memory. The cipher needs no certificate, as that is not what
  /// is tested here.
  private final class Peer {
    let context: OpaquePointer
    let ssl: OpaquePointer

    init?(server: Bool) {
      guard let context = SSL_CTX_new(server ? TLS_server_method() : TLS_client_method()), let ssl = SSL_new(context)
      else { return nil }
      self.context = context
      self.ssl = ssl
      SSL_ctrl(ssl, SSL_CTRL_SET_MAX_PROTO_VERSION, Int(TLS1_2_VERSION), nil)
      SSL_set_cipher_list(ssl, "AECDH-AES256-SHA:@SECLEVEL=0")
      SSL_set_bio(ssl, BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()))
      if server { SSL_set_accept_state(ssl) } else { SSL_set_connect_state(ssl) }
    }

    deinit {
      SSL_free(ssl)
      SSL_CTX_free(context)
    }

    /// Hands over what this end has written to the other's input.
    func send(to other: Peer) {
      var bytes = [UInt8](repeating: 0, count: 16_384)
      let count = BIO_read(SSL_get_wbio(ssl), &bytes, Int32(bytes.count))
      if count > 0 { BIO_write(SSL_get_rbio(other.ssl), bytes, count) }
    }
  }

  /// A whole handshake and a message, parked after every flight; true if the message arrived.
  private func shakeHands() -> Bool {
    guard let client = Peer(server: false), let server = Peer(server: true) else { return false }
    for _ in 0..<8 where SSL_is_init_finished(client.ssl) == 0 || SSL_is_init_finished(server.ssl) == 0 {
      SSL_do_handshake(client.ssl)
      client.send(to: server)
      Coroutine.yield()
      SSL_do_handshake(server.ssl)
      server.send(to: client)
    }
    let message: [UInt8] = Array("through the tunnel".utf8)
    var received = [UInt8](repeating: 0, count: message.count)
    SSL_write(client.ssl, message, Int32(message.count))
    client.send(to: server)
    return SSL_read(server.ssl, &received, Int32(received.count)) == Int32(message.count) && received == message
  }

  func testDeepFramesErrorsHandshakesAndSignals() {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      HundredThousandTests.signals += 1
      if Coroutine.current !== Coroutine.main { HundredThousandTests.signalsOffTheMainStack += 1 }
    }
    action.sa_flags = Int32(SA_RESTART)
    var before = sigaction()
    sigaction(SIGALRM, &action, &before)
    var every = itimerval(it_interval: timeval(tv_sec: 0, tv_usec: 500), it_value: timeval(tv_sec: 0, tv_usec: 500))
    setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &every, nil)
    defer {
      var never = itimerval()
      setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &never, nil)
      sigaction(SIGALRM, &before, nil)
      StackPool.shared.trim()
    }

    let main = Coroutine.current
    var caught = 0
    var handshakes = 0
    var coroutines = (0..<Self.count).map { number in
      Coroutine {
        do { _ = try self.dive(40, number) } catch {
          if (error as? Fault)?.number == number { caught += 1 }
        }
        if number % Self.handshakeEvery == 0, self.shakeHands() { handshakes += 1 }
        return main
      }
    }
    for coroutine in coroutines { coroutine.resume() }
    XCTAssertEqual(caught, 0, "all are parked beneath their frames")
    var rounds = 0
    while !coroutines.isEmpty && rounds < 20 {
      for coroutine in coroutines { coroutine.resume() }
      coroutines.removeAll { $0.state == .finished }
      rounds += 1
    }
    XCTAssertTrue(coroutines.isEmpty)
    XCTAssertEqual(caught, Self.count)
    XCTAssertEqual(handshakes, Self.count / Self.handshakeEvery)
    XCTAssertGreaterThan(Self.signals, 10)
    XCTAssertGreaterThan(Self.signalsOffTheMainStack, 0)
  }
}
