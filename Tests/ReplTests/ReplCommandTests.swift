import Foundation
import ProcessRun
import XCTest

/// The prompt's own commands: `%name` and `?name`.
final class ReplCommandTests: ReplTestCase {
  private static let spec = """
    from locust import HttpUser, constant, task

    ANSWER = 1

    class Visitor(HttpUser):
        wait_time = constant(0)

        @task
        def index(self):
            self.client.get("/index.html")
    """

  /// The spec is loaded again when its file has changed: its names are new, the variables stay. One that is broken
  /// meanwhile says so and leaves the old names.
  func testReloadWhenTheFileChanges() throws {
    let changed = ReplCommandTests.spec.replacingOccurrences(of: "ANSWER = 1", with: "ANSWER = 2")
    let broken = ReplCommandTests.spec.replacingOccurrences(of: "ANSWER = 1", with: "ANSWER = = 3")
    _ = try type(
      [
        (prompt, "kept = ANSWER + 40\n"), (prompt, "\0spec.py\0\(changed)"), ("", "ANSWER, kept\n"), ("", ""),
        ("(1, 41)", ""), ("spec.py has changed: it is loaded again", ""), (prompt, "ANSWER, kept\n"), ("(2, 41)", ""),
        (prompt, "\0spec.py\0\(broken)"), ("", "'x'\n"), ("spec.py has changed", ""), ("invalid syntax", ""),
        (prompt, "ANSWER, kept\n"), ("(2, 41)", ""), (prompt, "\0spec.py\0\(changed)"), ("", "%reload\n"),
        (prompt, "start(Visitor)\n"), (prompt, "run(Visitor.index)\n"), ("GET /index.html  200", ""), (prompt, end),
      ], "-f", "spec.py", "--host", host, files: ["spec.py": ReplCommandTests.spec])
  }

  func testLoad() throws {
    _ = try type(
      [
        (prompt, "%load other.py\n"), ("other.py: Visitor", ""), (prompt, "users\n"), ("Visitor", ""),
        (prompt, "%load none.py\n"), ("none.py", ""), (prompt, "%load\n"), ("%load needs a file", ""),
        (prompt, "%nothing\n"), ("%help lists them", ""), (prompt, "1\n"), (prompt, end),
      ], "--host", host, files: ["other.py": ReplCommandTests.spec])
  }

  func testTheWireIsShown() throws {
    _ = try type(
      [
        (prompt, "%verbose\n"), ("verbose is on", ""), (prompt, "%headers X-Own: two words\n"),
        (prompt, "%headers\n"), ("X-Own: two words", ""),
        (prompt, "r = client.post('/echo', json={'a': 1})\n"), ("> POST /echo HTTP/1.1", ""),
        ("> Host: 127.0.0.1:", ""), ("> X-Own: two words", ""), (">\r\n> {\"a\": 1}", ""), ("< HTTP/1.1 200 OK", ""),
        ("< Content-Type: application/json", ""), ("<\r\n< {", ""), ("POST /echo  200 OK", ""),
        (prompt, "%verbose\n"), ("verbose is off", ""), (prompt, "%curl\n"), ("curl -X POST", ""),
        ("-H 'X-Own: two words'", ""), ("--data-binary '{\"a\": 1}'", ""), (prompt, "%headers X-Own:\n"),
        (prompt, "'X-Own' in client.headers\n"), ("False", ""), (prompt, end),
      ], "--host", host)
  }

  func testTimes() throws {
    let shown = try type([
      (prompt, "%time sum(range(1000))\n"), ("499500", ""), ("took ", ""), (prompt, "%timeit x = sum(range(100))\n"),
      (" times: median ", ""), (", least ", ""), (prompt, "%timeit 1 / 0\n"), ("ZeroDivisionError", ""),
      (prompt, "%timeit\n"), ("%timeit needs code", ""), (prompt, "1\n"), (prompt, end),
    ])
    XCTAssertFalse(shown.contains("1 times:"), shown)
  }

  func testHelpHistoryAndHost() throws {
    _ = try type(
      [
        (prompt, "%host\n"), ("no host", ""), (prompt, "%host \(host)\n"), ("client is bound to", ""),
        (prompt, "client.get('/status/204').status_code\n"), ("204", ""), (prompt, "?len\n"), ("len(", ""),
        (prompt, "client.get?\n"), ("client.get(", ""), (prompt, "?nothing\n"), ("nothing is called 'nothing'", ""),
        (prompt, "%history\n"), ("1: client.get('/status/204').status_code", ""), (prompt, "%help\n"),
        ("%timeit CODE", ""), (prompt, "%rel\t\n"), ("oad", ""), ("no spec is loaded", ""), (prompt, "1\n"),
        (prompt, end),
      ])
  }

  /// What is saved is a locustfile that lint has nothing against and a user can run.
  func testASavedSessionRuns() throws {
    _ = try type(
      [
        (prompt, "import random\n"), (prompt, "def page(n):\n"), (more, "return '/json?page=' + str(n)\n"),
        (more, "\n"),
        (prompt, "1 / 0\n"), (prompt, "for n in range(2):\n"), (more, "client.get(page(n), name='page')\n"),
        (more, "\n"), ("GET page  200", ""), ("GET page  200", ""), (prompt, "%save saved.py\n"),
        ("saved.py is written", ""), (prompt, "%lint saved.py\n"), ("'random' is imported but not used", ""),
        (prompt, "%load saved.py\n"), ("saved.py: Session", ""), (prompt, "start(Session)\n"),
        (prompt, "run(Session.session)\n"), ("GET page  200", ""), ("GET page  200", ""), (prompt, "stats\n"),
        ("Aggregated", ""), (prompt, end),
      ], "--host", host)
  }
}
