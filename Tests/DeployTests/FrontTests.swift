import Foundation
import ProcessRun
import XCTest

/// The page behind nginx, with the configuration that is delivered and nothing but its places set.
final class FrontTests: XCTestCase {
  private static let spec = """
    from locust import User, constant, task

    class Idle(User):
        wait_time = constant(0.5)

        @task
        def nothing(self):
            pass
    """
  private static let name = "katydid.example.com"

  /// Free ports of loopback, all different.
  private func freePorts(_ count: Int) throws -> [String] {
    let program = """
      import socket, sys
      sockets = [socket.socket() for _ in range(int(sys.argv[1]))]
      for s in sockets: s.bind(("127.0.0.1", 0))
      print(*(s.getsockname()[1] for s in sockets))
      """
    return try ProcessRun("/usr/bin/env", ["python3", "-c", program, "\(count)"]).finish().output
      .split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Starts nginx with the delivered file.
  private func startNginx(in folder: URL, ports: [String], page: String) throws -> ProcessRun {
    var site = try String(contentsOf: Deploy.folder.appendingPathComponent("nginx/katydid.conf"), encoding: .utf8)
    for (place, set) in [
      ("listen 80;", "listen 127.0.0.1:\(ports[0]);"), ("    listen [::]:80;\n", ""),
      ("listen 443 ssl http2;", "listen 127.0.0.1:\(ports[1]) ssl http2;"), ("    listen [::]:443 ssl http2;\n", ""),
      ("server 127.0.0.1:8089;", "server 127.0.0.1:\(page);"), ("/etc/nginx/", folder.path + "/"),
    ] {
      XCTAssertTrue(site.contains(place), place)
      site = site.replacingOccurrences(of: place, with: set)
    }
    try Deploy.require(
      """
      cd "$1"
      openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj "/CN=$2" -addext "subjectAltName=DNS:$2" \
        -keyout katydid.key -out katydid.crt 2> /dev/null
      echo "operator:$(openssl passwd -6 grasshopper)" > katydid.htpasswd
      mkdir temp
      """, [folder.path, FrontTests.name])
    let temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map {
      "  \($0)_temp_path \(folder.path)/temp/\($0);\n"
    }
    let main = """
      daemon off;
      master_process off;
      pid \(folder.path)/nginx.pid;
      error_log stderr;
      events {}
      http {
        access_log off;
      \(temp.joined())
        include \(folder.path)/site.conf;
      }
      """
    try site.write(to: folder.appendingPathComponent("site.conf"), atomically: true, encoding: .utf8)
    try main.write(to: folder.appendingPathComponent("nginx.conf"), atomically: true, encoding: .utf8)
    return try ProcessRun("/usr/sbin/nginx", ["-c", folder.appendingPathComponent("nginx.conf").path])
  }

  func testThePageBehindNginx() throws {
    let folder = try Deploy.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let ports = try freePorts(2)
    let master = try ProcessRun(
      "katydid",
      [
        "--master", "--master-bind-host", "127.0.0.1", "--master-bind-port", "0", "--web-host", "127.0.0.1",
        "--web-port", "0", "--web-base-path", "/load",
      ], files: ["locustfile.py": FrontTests.spec])
    defer {
      master.signalGroup(SIGKILL)
      _ = master.finish()
    }
    var page = ""
    XCTAssertTrue(
      master.wait(15) {
        page = $0.errors.firstMatch(of: /web interface at http:\/\/127\.0\.0\.1:(\d+)\/load/).map { String($0.1) } ?? ""
        return !page.isEmpty
      }, master.errors)
    let nginx = try startNginx(in: folder, ports: ports, page: page)
    defer {
      nginx.signalGroup(SIGKILL)
      _ = nginx.finish()
    }
    /// What curl prints of a path: all headers, and the body.
    func ask(_ path: String, _ words: [String] = [], secure: Bool = true) throws -> String {
      let port = ports[secure ? 1 : 0]
      return try ProcessRun(
        "/usr/bin/curl",
        [
          "-sS", "-i", "--max-time", "3", "--cacert", folder.appendingPathComponent("katydid.crt").path,
          "--resolve", "\(FrontTests.name):\(port):127.0.0.1",
          "\(secure ? "https" : "http")://\(FrontTests.name):\(port)\(path)",
        ] + words
      ).finish().output
    }
    let password = ["-u", "operator:grasshopper"]
    XCTAssertTrue(nginx.wait { _ in (try? ask("/", secure: false))?.isEmpty == false }, nginx.errors)

    let plain = try ask("/load/", secure: false)
    XCTAssertTrue(plain.hasPrefix("HTTP/1.1 301"), plain)
    XCTAssertTrue(plain.contains("Location: https://\(FrontTests.name)/load/\r\n"), plain)
    for words in [[], ["-u", "operator:wrong"]] {
      XCTAssertTrue(try ask("/load/", words).hasPrefix("HTTP/2 401"))
    }
    let shown = try ask("/load/", password)
    XCTAssertTrue(shown.hasPrefix("HTTP/2 200"), shown)
    XCTAssertTrue(shown.contains("<title>Katydid</title>"), shown)
    XCTAssertTrue(shown.contains("strict-transport-security: max-age=31536000"), shown)
    XCTAssertTrue(shown.contains("content-security-policy: "), shown)
    XCTAssertTrue(try ask("/load/assets/app.js", password).hasPrefix("HTTP/2 200"))

    // Two updates come while the answer goes on.
    let events = try ask("/load/api/v1/events", password)
    XCTAssertGreaterThanOrEqual(events.components(separatedBy: "\ndata: ").count, 3, events)

    // What browsers send with a change of their own page's, and of another's.
    let own = try ask("/load/stats/reset", password + ["-X", "POST", "-H", "Origin: https://\(FrontTests.name)"])
    XCTAssertTrue(own.hasPrefix("HTTP/2 200"), own)
    let foreign = try ask("/load/stats/reset", password + ["-X", "POST", "-H", "Origin: https://elsewhere.example"])
    XCTAssertTrue(foreign.hasPrefix("HTTP/2 403"), foreign)
  }
}
