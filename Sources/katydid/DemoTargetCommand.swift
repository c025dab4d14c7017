import ArgumentParser
import DemoTarget
import Foundation

/// `katydid demo-target`: a small web server to try load tests on.
struct DemoTargetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo-target", abstract: "Start a small web server to try load tests on.",
    usage: "katydid demo-target [<options>]",
    discussion: """
      It answers /index.html, /json, /echo, /login, /me, /redirect/N, /delay/SECONDS, /status/CODE, /chunked, /gzip, \
      /bytes/N, /drip, /drop, /never and more; docs/demo-target.md lists them all.
      """)

  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"

  @Option(name: .shortAndLong, help: "The port to listen on; 0 for a free one.")
  var port: UInt16 = 8080

  @Option(help: "A second port, for https; 0 for a free one. Without --tls-cert the certificate is self-signed.")
  var tlsPort: UInt16?

  @Option(help: "A PEM file with the certificate.")
  var tlsCert: String?

  @Option(help: "A PEM file with the certificate's key.")
  var tlsKey: String?

  func run() throws {
    var options = DemoTargetOptions()
    options.host = host
    options.port = port
    options.tlsPort = tlsPort
    options.certificatePath = tlsCert
    options.keyPath = tlsKey
    let target: DemoTarget
    do throws(DemoTargetFailure) { target = try DemoTarget(options) } catch {
      Terminal.complain("katydid: \(error.description)")
      throw ExitCode(1)
    }
    print("listening on http://\(host):\(target.port)")
    if let tlsPort = target.tlsPort { print("listening on https://\(host):\(tlsPort)") }
    fflush(nil)
    DemoTargetCommand.running = target
    for number in [SIGINT, SIGTERM] { signal(number) { _ in DemoTargetCommand.running?.stop() } }
    target.run()
  }

  /// The server, for the signal handler.
  nonisolated(unsafe) private static var running: DemoTarget?
}
