import Foundation
import ProcessRun
import XCTest

/// Requests and tasks that fail: each is named in the report, and the run goes on.
final class FailureTests: KatydidTestCase {
  func testEveryKindOfFailureIsNamed() throws {
    let closed = FailureTests.makeClosedPort()
    let report = try run(
      """
      from locust import HttpUser, task, constant

      class Faults(HttpUser):
          wait_time = constant(60)

          @task
          def all(self):
              get = self.client.get
              get("/status/404", name="404")
              get("/status/500", name="500")
              get("http://127.0.0.1:\(closed)/", name="refused")
              get("http://nonexistent.invalid/", name="unknown host")
              get("/drop")
              get("/reset")
              get("/garbage")
              get("/truncate")
              get("/never", timeout=0.1)
              get("/redirect-loop")
              get("\(secureHost)/json", name="self-signed")
              get("\(secureHost)/json", name="self-signed, unverified", verify=False)
              with get("/json", name="verdict", catch_response=True) as response:
                  response.failure("only " + str(response.json()["wings"]) + " wings")
              with get("/status/404", name="pardoned", catch_response=True) as response:
                  response.success()
              get("/json", name="after all that")
      """, "-u 1 -t 2s")
    XCTAssertEqual(report.status, 1)
    let expected: [(name: String, text: String)] = [
      ("404", "HTTPError('404 Client Error: Not Found for url: 404')"),
      ("500", "HTTPError('500 Server Error: Internal Server Error for url: 500')"),
      ("refused", "ConnectionRefusedError(111, 'Connection refused')"), ("unknown host", "gaierror(-"),
      ("/drop", "RemoteDisconnected('Remote end closed connection without response')"),
      ("/reset", "ConnectionResetError(104, 'Connection reset by peer')"), ("/garbage", "BadStatusLine("),
      ("/truncate", "IncompleteRead("), ("/never", "Read timed out. (read timeout=0.1)"),
      ("/redirect-loop", "TooManyRedirects('Exceeded 30 redirects.')"),
      ("self-signed", "CERTIFICATE_VERIFY_FAILED"), ("verdict", "only 4 wings"),
    ]
    for (name, text) in expected {
      XCTAssertEqual(report.rows[name], Report.Row(method: "GET", requests: 1, failures: 1), name)
      let errors = report.failures.keys.filter { $0.hasPrefix("GET \(name): ") }
      XCTAssertEqual(errors.count, 1, "\(name) in \(report.failures)")
      XCTAssertTrue(errors.first?.contains(text) ?? false, "\(name): \(errors)")
    }
    for name in ["self-signed, unverified", "pardoned", "after all that"] {
      XCTAssertEqual(report.rows[name], Report.Row(method: "GET", requests: 1, failures: 0), name)
    }
    XCTAssertEqual(report.failures.count, expected.count)
    XCTAssertEqual(report.requests("Aggregated"), expected.count + 3)
    XCTAssertEqual(report.exceptions, [])
  }

  func testTheFirstFailureMayComeAtTheEndOfTheStack() throws {
    let report = try run(
      """
      from locust import HttpUser, task, constant

      class Dives(HttpUser):
          wait_time = constant(60)

          def dive(self):
              try:
                  self.dive()
              except RecursionError:
                  self.client.get("http://127.0.0.1:\(FailureTests.makeClosedPort())/", name="deep")

          @task
          def all(self):
              self.dive()
              self.client.get("/json", name="after that")
      """, "-u 1 -i 1")
    XCTAssertEqual(report.rows["after that"], Report.Row(method: "GET", requests: 1, failures: 0))
    XCTAssertEqual(report.failures.count, 1, "\(report.failures)")
    XCTAssertTrue(report.failures.keys.contains { $0.contains("Connection refused") }, "\(report.failures)")
  }

  /// Tasks that raise, users that never come up, and users that leave, all in one run.
  func testTasksThatRaise() throws {
    let report = try run(
      KatydidTestCase.fire + """
        class Raises(User):
            fixed_count = 1
            wait_time = constant(0.1)

            @task
            def fails(self):
                fire("raises")
                {}["wings"]

        class Recurses(User):
            fixed_count = 1
            wait_time = constant(0.1)

            def deeper(self, n):
                return self.deeper(n + 1)

            @task
            def recurse(self):
                fire("recurses")
                self.deeper(0)

        class FailsToStart(User):
            fixed_count = 1

            def on_start(self):
                raise ValueError("no start")

            def on_stop(self):
                fire("stop without start")

            @task
            def never(self):
                fire("task without start")

        class Leaves(User):
            fixed_count = 1

            def on_stop(self):
                fire("left")

            @task
            def leave(self):
                fire("leaves")
                raise locust.exception.StopUser()
        """, "-u 4 -r 4 -t 1s")
    XCTAssertEqual(report.status, 1)
    for name in ["raises", "recurses"] {
      XCTAssertGreaterThan(report.requests(name), 4, "the user goes on")
      XCTAssertLessThan(report.requests(name), 13, "it waits after each exception")
    }
    XCTAssertEqual(report.requests("leaves"), 1)
    XCTAssertEqual(report.requests("left"), 1)
    XCTAssertNil(report.rows["stop without start"])
    XCTAssertNil(report.rows["task without start"])

    let traceback = """
      /ERROR/locust.user.task: 'wings'
      Traceback (most recent call last):
        File "locustfile.py", line 15, in fails
          {}["wings"]
          ~~^^^^^^^^^
      KeyError: 'wings'

      """
    XCTAssertTrue(report.log.contains(traceback), report.log)
    XCTAssertTrue(report.log.contains("\nRecursionError: maximum recursion depth exceeded"), report.log)
    XCTAssertTrue(report.log.contains("/ERROR/locust.user.users: no start\nTraceback"), report.log)
    XCTAssertTrue(report.log.contains("\nValueError: no start\n"))
    let counts = report.exceptions.filter { $0.first?.isNumber ?? false }
    XCTAssertEqual(counts.count, 3, "\(counts)")
    for (text, count) in [
      ("'wings' (on ", report.requests("raises")),
      ("maximum recursion depth exceeded (on ", report.requests("recurses")), ("no start (on ", 1),
    ] {
      let line = try XCTUnwrap(counts.first { $0.contains(text) }, text)
      XCTAssertEqual(Int(line.prefix { $0 != " " }), count, text)
    }
    XCTAssertTrue(report.exceptions.contains { $0.contains("File \"locustfile.py\", line 15, in fails") })
  }

  /// What is wrong in a module that the spec imports is said as well as what is wrong in the spec itself.
  func testSyntaxErrorsOfImportedModules() throws {
    let result = try ProcessRun(
      "katydid", ["--headless"],
      files: ["locustfile.py": "import routes\n", "routes.py": "x = f'{f('a')}'\n"]
    ).finish()
    XCTAssertEqual(result.status, 1)
    XCTAssertTrue(result.errors.contains("  File \"routes.py\", line 1\n    x = f'{f('a')}'\n"), result.errors)
    XCTAssertTrue(result.errors.contains("\nSyntaxError: f-string: '(' was never closed\n"), result.errors)
  }

  /// A target that is down for a while costs failures, and no descriptor.
  func testNoDescriptorLeaks() throws {
    let run = try start(
      """
      from locust import HttpUser, task, constant

      class Hapless(HttpUser):
          wait_time = constant(0.01)

          @task
          def all(self):
              self.client.get("http://127.0.0.1:\(FailureTests.makeClosedPort())/")
              for path in ["/drop", "/reset", "/garbage", "/truncate", "/redirect/3", "/json"]:
                  self.client.get(path)
              self.client.get("/never", timeout=0.01)
              self.client.get("\(secureHost)/json")
              with self.client.get("/bytes/100000", stream=True, catch_response=True) as response:
                  response.success()
      """, "-u 20 -r 100 -t 4s --processes 1")
    func descriptors() -> Int {
      run.members.filter { $0 != run.pid }.reduce(0) { sum, worker in
        sum + ((try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(worker)/fd").count) ?? 0)
      }
    }
    XCTAssertTrue(run.wait { $0.errors.contains("All users spawned") })
    var counts: [Int] = []
    for _ in 0..<30 {
      usleep(100_000)
      counts.append(descriptors())
    }
    let report = finish(run)
    XCTAssertEqual(report.status, 1)
    XCTAssertGreaterThan(report.requests("/drop"), 200)
    let (early, late) = (counts[..<10].max() ?? 0, counts[20...].max() ?? 0)
    XCTAssertGreaterThan(early, 4)
    // A streamed body that nobody has read keeps its connection until it is collected.
    XCTAssertLessThan(late, 200, "20 users need a few connections each: \(counts)")
    XCTAssertLessThan(late, early + 100, "\(counts)")
  }
}
