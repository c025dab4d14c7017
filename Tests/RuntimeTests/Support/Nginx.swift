import Foundation

/// A real nginx in the foreground, with a configuration of its own, on free ports of 127.0.0.1.
final class Nginx {
  let folder: URL
  let port = ScriptedServer.freePort()
  let tlsPort = ScriptedServer.freePort()
  let otherPort = ScriptedServer.freePort()
  private let process = Process()

  var url: String { "http://127.0.0.1:\(port)" }

  /// Starts nginx.
  ///
  /// - Parameter server: the body of the `server` block.
  init(server: (Nginx) throws -> String) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("katydid-nginx-\(UUID().uuidString)")
    let html = folder.appendingPathComponent("html")
    try FileManager.default.createDirectory(at: html, withIntermediateDirectories: true)
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map { "\($0)_temp_path \(folder.path)/\($0);" }.joined(separator: "\n")
    let configuration = """
      \(getuid() == 0 ? "user root;" : "")
      daemon off; master_process off; pid \(folder.path)/pid; error_log \(folder.path)/error.log;
      events { worker_connections 512; }
      http {
        access_log off; \(temporary)
        server { root \(html.path); listen 127.0.0.1:\(port); \(try server(self)) }
      }
      """
    let file = folder.appendingPathComponent("nginx.conf")
    try configuration.write(to: file, atomically: true, encoding: .utf8)
    guard let binary = ["/usr/sbin/nginx", "/usr/bin/nginx"].first(where: FileManager.default.isExecutableFile) else {
      throw Missing(what: "nginx (Debian package nginx-light)")
    }
    process.executableURL = URL(fileURLWithPath: binary)
    process.arguments = ["-e", "\(folder.path)/error.log", "-c", file.path]
    try process.run()
    try waitUntilListening()
  }

  /// What a test needs and this machine doesn't have.
  struct Missing: Error, CustomStringConvertible {
    let what: String
    var description: String { "missing: \(what); `make test` installs what the tests need" }
  }

  func put(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: folder.appendingPathComponent("html/\(name)"))
  }

  private func waitUntilListening() throws {
    for _ in 0..<200 {
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(descriptor) }
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      address.sin_port = port.bigEndian
      let status = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, 16) }
      }
      if status == 0 { return }
      usleep(20_000)
    }
    let log = (try? String(contentsOf: folder.appendingPathComponent("error.log"), encoding: .utf8)) ?? ""
    throw Missing(what: "a listening nginx: \(log)")
  }

  func stop() {
    process.terminate()
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }
}

/// Runs a command to its end.
func runToEnd(_ command: String, _ arguments: String...) throws {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [command] + arguments
  process.standardError = FileHandle.nullDevice
  process.standardOutput = FileHandle.nullDevice
  try process.run()
  process.waitUntilExit()
  if process.terminationStatus != 0 { throw Nginx.Missing(what: "success of \(command)") }
}
