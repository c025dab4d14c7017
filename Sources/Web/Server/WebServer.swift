import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOPosix
import NIOSSL

/// The page's server. It runs on threads of its own, so that nobody's browser delays the swarm.
public final class WebServer: Sendable {
  /// Where the page is, to be shown.
  public let address: String
  /// The port that it listens on.
  public let port: Int
  /// The password of the user `admin` if one was made for this run.
  public let oneTimePassword: String?
  /// The SHA-256 fingerprint of the certificate if one was made for this run.
  public let fingerprint: String?
  /// The path of the program for new machines; nil when none is served.
  public let packagePath: String?
  /// The SHA-256 of the certificate's public key as curl's `--pinnedpubkey` takes it; nil without TLS.
  public let publicKeyPin: String?

  private let task: Task<Void, any Error>

  private init(
    address: String, port: Int, password: String?, tls: TLSIdentity?, packagePath: String?,
    task: Task<Void, any Error>
  ) {
    self.address = address
    self.port = port
    oneTimePassword = password
    fingerprint = tls?.fingerprint
    publicKeyPin = tls?.publicKeyPin
    self.packagePath = packagePath
    self.task = task
  }

  /// Starts the server and returns once it listens.
  ///
  /// - Throws: `WebFailure` when the options are wrong or the port is taken.
  public static func start(_ room: any ControlRoom, _ options: WebOptions) async throws -> WebServer {
    if !options.basePath.isEmpty, !options.basePath.hasPrefix("/") {
      throw WebFailure("--web-base-path must begin with /: \(options.basePath)")
    }
    let tls = try TLSIdentity.make(options)
    let access = try Access(options, isSecure: tls != nil)
    let package = try options.packageFile.map(PackageFile.init)
    let routes = RouteTable(room: room, options: options, access: access, package: package)
    let http = httpConfiguration(options)
    let server: HTTPServerBuilder =
      if let tls {
        HTTPServerBuilder { responder in
          try SecureChannel(HTTP1Channel(responder: responder, configuration: http), tls.configuration)
        }
      } else { .http1(configuration: http) }
    let (ports, listening) = AsyncStream.makeStream(of: Int.self)
    var log = Logger(label: "katydid.web")
    log.logLevel = .error
    let app = Application(
      router: routes.router(),
      server: server,
      configuration: .init(
        address: .hostname(options.host.isEmpty || options.host == "*" ? "::" : options.host, port: options.port),
        backlog: 1024,
        availableConnectionsDelegate: .maximum(2000, logger: log)),
      onServerRunning: { channel in listening.yield(channel.localAddress?.port ?? options.port) },
      logger: log)
    let task = Task.detached {
      defer { listening.finish() }
      try await app.run()
    }
    var iterator = ports.makeAsyncIterator()
    guard let port = await iterator.next() else {
      let reason: String
      do {
        try await task.value
        reason = "it ended at once"
      } catch let error as IOError {
        reason = String(cString: strerror(error.errnoCode))
      } catch { reason = "\(error)" }
      throw WebFailure(
        "The web page can't listen on \(options.host.isEmpty ? "*" : options.host):\(options.port): \(reason). "
          + "Choose another port with --web-port")
    }
    let shown = options.host.isEmpty || options.host == "*" ? "0.0.0.0" : options.host
    let place = "\(shown.contains(":") ? "[\(shown)]" : shown):\(port)\(options.basePath)"
    return WebServer(
      address: "\(tls == nil ? "http" : "https")://\(place)", port: port, password: access.oneTimePassword,
      tls: tls, packagePath: package.map { options.basePath + $0.route }, task: task)
  }

  /// Ends the server; open connections are cut.
  public func stop() async {
    task.cancel()
    _ = try? await task.value
  }

  /// Half-open connections are cut, and nobody needs long headers.
  private static func httpConfiguration(_ options: WebOptions) -> HTTP1Channel.Configuration {
    let patience = TimeAmount.milliseconds(Int64(options.patience * 1000))
    return HTTP1Channel.Configuration(
      additionalChannelHandlers: [HeadDeadline(patience)], idleTimeout: patience,
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100))
  }
}
