import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL

/// A connection that speaks TLS. One that begins with plain HTTP is sent to the same place with `https:`.
struct SecureChannel<Base: ServerChildChannel>: ServerChildChannel {
  typealias Value = Base.Value

  private let base: Base
  private let context: NIOSSLContext

  init(_ base: Base, _ configuration: TLSConfiguration) throws {
    self.base = base
    context = try NIOSSLContext(configuration: configuration)
  }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    channel.eventLoop.makeCompletedFuture {
      try channel.pipeline.syncOperations.addHandler(PlainTextRedirect())
      try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
    }.flatMap { base.setup(channel: channel, logger: logger) }
  }

  func handle(value: Value, logger: Logger) async { await base.handle(value: value, logger: logger) }
}

/// Looks at the first bytes of a connection: a TLS handshake goes on to whoever decrypts it, anything else is read as a
/// plain request and answered with a redirect.
private final class PlainTextRedirect: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// The first byte of a TLS record with a handshake (RFC 8446, section 5.1).
  private static let handshake: UInt8 = 22
  /// More of a plain request than this is not read.
  private static let limit = 8192

  private var head = ByteBuffer()

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var bytes = unwrapInboundIn(data)
    if head.readableBytes == 0, bytes.getInteger(at: bytes.readerIndex, as: UInt8.self) == Self.handshake {
      context.fireChannelRead(data)
      context.pipeline.syncOperations.removeHandler(self, promise: nil)
      return
    }
    head.writeBuffer(&bytes)
    let text = String(buffer: head)
    guard text.contains("\r\n\r\n") || head.readableBytes > Self.limit else { return }
    let answer = Self.redirect(text) ?? "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    // From here, below the TLS handler, the bytes go to the socket as they are.
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: answer)), promise: nil)
    context.close(promise: nil)
  }

  private static func redirect(_ text: String) -> String? {
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    let words = lines[0].split(separator: " ")
    guard words.count == 3, words[1].hasPrefix("/"), words[2].hasPrefix("HTTP/1."),
      let host = lines.dropFirst().first(where: { $0.lowercased().hasPrefix("host:") })?.dropFirst(5)
        .drop(while: { $0 == " " }),
      !host.isEmpty, host.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || ".-:[]".contains($0)) }),
      words[1].utf8.allSatisfy({ $0 > 32 && $0 < 127 })
    else { return nil }
    return "HTTP/1.1 301 Moved Permanently\r\nLocation: https://\(host)\(words[1])\r\nContent-Length: 0\r\n"
      + "Connection: close\r\n\r\n"
  }
}
