import Foundation
import ProcessRun
import XCTest

/// What connections of real runs go over: TLS with certificates on both sides, and IPv6.
final class ConnectionTests: XCTestCase {
  /// Runs a command beside a server with TLS that wants a certificate (which it answers with), with
  /// openssl's certificates in the working directory. `ADDRESS` in the command becomes the server's.
  private static let server = """
    import http.server, socket, ssl, subprocess, sys, threading

    def openssl(*words):
        subprocess.run(["openssl", *words], check=True, capture_output=True)

    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    openssl("req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", "/CN=Test CA")
    for name, use in ("server", "subjectAltName=IP:127.0.0.1,IP:::1"), ("client", "extendedKeyUsage=clientAuth"):
        openssl("req", *key, "-keyout", name + ".key", "-out", name + ".csr", "-subj", "/CN=" + name)
        open(name + ".ext", "w").write(use)
        openssl("x509", "-req", "-in", name + ".csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
                "-out", name + ".pem", "-days", "2", "-extfile", name + ".ext")
    open("both.pem", "w").write(open("client.pem").read() + open("client.key").read())

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            body = dict(part[0] for part in self.connection.getpeercert()["subject"])["commonName"].encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    class Server(http.server.ThreadingHTTPServer):
        address_family = socket.AF_INET6 if sys.argv[1] == "::1" else socket.AF_INET
        daemon_threads = True

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain("server.pem", "server.key")
    context.load_verify_locations("ca.pem")
    context.verify_mode = ssl.CERT_REQUIRED
    server = Server((sys.argv[1], 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host = "[::1]" if sys.argv[1] == "::1" else sys.argv[1]
    address = f"https://{host}:{server.server_address[1]}"
    sys.exit(subprocess.run([word.replace("ADDRESS", address) for word in sys.argv[2:]]).returncode)
    """

  private func run(_ spec: String, on address: String, users: Int = 1) throws -> Report {
    let katydid = ProcessRun.products.appendingPathComponent("katydid").path
    let run = try ProcessRun(
      "/usr/bin/env",
      [
        "python3", "-c", ConnectionTests.server, address, katydid, "--headless", "--only-summary", "--host", "ADDRESS",
        "-u", "\(users)", "-r", "100", "-i", "\(users)", "-t", "10s",
      ], files: ["locustfile.py": spec])
    let result = run.finish(within: 25)
    XCTAssertFalse(result.isLate, result.errors)
    XCTAssertFalse(result.leavesProcesses)
    return Report(result)
  }

  private static let spec = """
    import ssl
    from locust import HttpUser, FastHttpUser, task, constant

    class Visitor(HttpUser):
        wait_time = constant(0)

        @task
        def look(self):
            get = self.client.get
            print(get("/", cert=("client.pem", "client.key"), verify="ca.pem", name="pair").text)
            print(get("/", cert="both.pem", verify="ca.pem", name="one file").text)
            # A connection with a certificate is not for a request without one.
            get("/", verify="ca.pem", name="nobody")
            get("/", cert="both.pem", name="stranger")
            self.client.cert = "both.pem"
            self.client.verify = "ca.pem"
            print(get("/", name="session").text)
    """

  func testClientCertificates() throws {
    let report = try run(ConnectionTests.spec, on: "127.0.0.1")
    for name in ["pair", "one file", "session"] {
      XCTAssertEqual(report.rows[name]?.failures, 0, "\(name): \(report.log)")
      XCTAssertEqual(report.rows[name]?.requests, 1, name)
    }
    XCTAssertEqual(report.result.output, "client\nclient\nclient\n")
    for name in ["nobody", "stranger"] { XCTAssertEqual(report.rows[name]?.failures, 1, "\(name): \(report.log)") }
    XCTAssertTrue(
      report.failures.keys.contains { $0.contains("stranger: SSLCertVerificationError(") }, "\(report.failures)")
    XCTAssertTrue(report.failures.keys.contains { $0.contains("nobody: ") }, "\(report.failures)")
  }

  /// A `FastHttpUser` takes its certificate from the context that its factory makes.
  func testCertificatesByAFactory() throws {
    let spec = """
      import ssl
      from locust import FastHttpUser, task, constant

      def context(**settings):
          made = ssl.create_default_context(cafile="ca.pem")
          made.load_cert_chain(**settings)
          return made

      def old():
          made = context(certfile="both.pem")
          made.maximum_version = ssl.TLSVersion.TLSv1_2
          made.set_ciphers("ECDHE-ECDSA-AES128-GCM-SHA256")
          return made

      class Base(FastHttpUser):
          abstract = True
          fixed_count = 1
          insecure = False
          wait_time = constant(60)

          @task
          def look(self):
              response = self.client.get("/", name=type(self).__name__)
              if response.text:
                  print(type(self).__name__, response.text)

      class Pair(Base):
          ssl_context_factory = lambda self: context(certfile="client.pem", keyfile="client.key")

      class Old(Base):
          ssl_context_factory = lambda self: old()

      class Nobody(Base):
          ssl_context_factory = lambda self: ssl.create_default_context(cafile="ca.pem")

      class Stranger(Base):
          ssl_context_factory = lambda self: ssl.create_default_context()

      class Careless(Stranger):
          insecure = True

      class Trusting(Base):
          insecure = True
          ssl_context_factory = None
      """
    let report = try run(spec, on: "127.0.0.1", users: 6)
    let lines = report.result.output.split(separator: "\n").sorted()
    XCTAssertEqual(lines, ["Old client", "Pair client"], report.log)
    for name in ["Nobody", "Stranger", "Careless", "Trusting"] {
      XCTAssertEqual(report.rows[name]?.failures, 1, "\(name): \(report.log)")
    }
    for name in ["Stranger", "Careless"] {
      XCTAssertTrue(
        report.failures.keys.contains { $0.contains("\(name): SSLCertVerificationError(") }, "\(report.failures)")
    }
  }

  func testIPv6() throws {
    let report = try run(ConnectionTests.spec, on: "::1")
    XCTAssertEqual(report.result.output, "client\nclient\nclient\n", report.log)
  }
}
