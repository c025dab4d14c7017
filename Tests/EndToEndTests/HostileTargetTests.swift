import Foundation
import ProcessRun
import XCTest

/// What no target should do, done to the built program: each is a named failure of one request, nothing crashes, and no
/// descriptor is left.
final class HostileTargetTests: XCTestCase {
  private static let script = URL(fileURLWithPath: #filePath).appendingPathComponent("../../Hostile/server.py")
    .standardizedFileURL.path

  private static let spec = """
    import os
    from locust import FastHttpUser, HttpUser, constant

    PATHS = os.environ["PATHS"].split()

    def meet(user):
        for path in PATHS:
            user.client.get("/" + path, name=path)
            # The connection isn't taken for a good one.
            after = user.client.get("/after", name="after")
            if after.text != "ok":
                print(path, "spoils the next response:", after.text)
        for count in range(41):
            user.client.get(f"/reset/{count}", name="reset")
        user.client.get(os.environ["EARLY"], name="early")
        user.last()
        print(type(user).__name__, "has met them all")

    class Requests(HttpUser):
        fixed_count = 1
        wait_time = constant(60)
        tasks = [meet]

        def last(self):
            self.client.get("/drip", name="drip", timeout=0.5)

    class Fast(FastHttpUser):
        fixed_count = 1
        wait_time = constant(60)
        tasks = [meet]

        def last(self):
            class Hasty(FastHttpUser):
                host = self.host
                network_timeout = 0.5
            Hasty(self.environment).client.get("/drip", name="drip")
    """

  /// What each path is reported as, by requests' words and geventhttpclient's; nil for a success.
  private static let verdicts: [(path: String, requests: String?, fast: String?)] = [
    ("endless-headers", "LineTooLong", "HTTPParseError"), ("endless-header", "LineTooLong", "HTTPParseError"),
    ("endless-status", "LineTooLong", "HTTPParseError"),
    ("endless-extension", "ChunkedEncodingError", "HTTPParseError"),
    ("endless-trailer", "LineTooLong", "HTTPParseError"),
    ("bomb", "larger than 536870912 bytes", "larger than 536870912 bytes"),
    ("nested-bomb", "larger than 536870912 bytes", "larger than 536870912 bytes"),
    ("short", "IncompleteRead(5 bytes read, 95 more expected)", "HTTPParseError('Incomplete response.')"),
    ("long", nil, nil), ("negative", "InvalidHeader", "HTTPParseError"),
    ("huge-length", "InvalidHeader", "HTTPParseError"),
    ("two-lengths", "InvalidHeader", "HTTPParseError"), ("bad-chunk", "InvalidChunkLength", "HTTPParseError"),
    ("interim", "more than 16 interim responses", "HTTPParseError"),
    ("loop", "TooManyRedirects", "Redirection limit reached (30)"),
    ("grow", nil, nil), ("cookies", nil, nil), ("not-utf8", nil, nil), ("not-utf8-redirect", nil, nil),
    ("garbage", "BadStatusLine", "HTTPParseError"), ("twice", nil, nil), ("early", nil, nil),
    ("drip", "Read timed out", "timed out"),
  ]

  func testEachIsANamedFailure() throws {
    let server = try ProcessRun("/usr/bin/env", ["python3", HostileTargetTests.script])
    defer {
      server.signalGroup(SIGTERM)
      _ = server.finish(within: 5)
    }
    XCTAssertTrue(server.wait(10) { $0.output.hasSuffix("\n") }, server.errors)
    let places = server.output.split(whereSeparator: \.isWhitespace).map(String.init)
    let paths = HostileTargetTests.verdicts.map(\.path).filter { $0 != "early" && $0 != "drip" }
    let run = try ProcessRun(
      "katydid",
      ["--headless", "-u", "2", "-r", "10", "--processes", "1", "--only-summary", "--csv", "out", "--host", places[0]],
      environment: ["PATHS": paths.joined(separator: " "), "EARLY": places[1] + "/"],
      files: ["locustfile.py": HostileTargetTests.spec])
    let isDone = run.wait(60) { $0.output.components(separatedBy: "has met them all").count == 3 }
    // What is left open: the master's and the worker's own, and two users' connections.
    let open = run.members.map { pid in
      (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/fd").count) ?? 0
    }
    run.signalGroup(SIGINT)
    let result = run.finish()
    XCTAssertTrue(isDone, result.output + result.errors)
    XCTAssertEqual(result.status, 1, result.errors)
    XCTAssertNil(result.signal)
    XCTAssertFalse(result.leavesProcesses)
    XCTAssertFalse(result.output.contains("spoils"), result.output)
    XCTAssertFalse(result.errors.contains("missing"), result.errors)
    for count in open { XCTAssertLessThan(count, 40, "\(open)") }

    let failures = CSVTable(run.file("out_failures.csv")).rows.map { (name: $0[1], error: $0[2]) }
    for (path, requests, fast) in HostileTargetTests.verdicts {
      let found = failures.filter { $0.name == path }.map(\.error)
      XCTAssertEqual(found.isEmpty, requests == nil && fast == nil, "\(path): \(found)")
      for text in [requests, fast].compactMap(\.self) {
        XCTAssertTrue(found.contains { $0.contains(text) }, "\(path): \(found)")
      }
    }
    XCTAssertEqual(failures.filter { $0.name == "after" }.map(\.error), [])
    XCTAssertEqual(CSVTable(run.file("out_exceptions.csv")).rows, [])
    let requests = CSVTable(run.file("out_stats.csv")).rows.first { $0[1] == "reset" }
    XCTAssertEqual(requests?[2], "82")
  }
}
