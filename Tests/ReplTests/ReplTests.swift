import Foundation
import ProcessRun
import XCTest

/// The prompt, on a real terminal (a pty) and through a pipe.
final class ReplTests: ReplTestCase {
  func testRequestsAndValues() throws {
    _ = try type(
      [
        (prompt, "1 + 1\n"), ("2", ""), (prompt, "_ * 21\n"), ("42", ""), (prompt, "client.get('/json')\n"),
        ("200 OK", ""), ("total", ""), ("Content-Type", ""), (prompt, "r = client.get('/status/404')\n"),
        ("GET /status/404  404", ""), ("FAILED", ""), (prompt, "%curl\n"), ("curl ", ""), (prompt, "stats\n"),
        ("Aggregated", ""),
        (prompt, end),
      ], "--host", host)
  }

  func testSeveralLinesWithIndentation() throws {
    _ = try type([
      (prompt, "def double(x):\n"), (more, "return 2 * x\n"), (more, "\n"), (prompt, "double(\n"),
      (more, "21)\n"), ("42", ""), (prompt, "x = = 1\n"), ("^", ""), (prompt, "1 / 0\n"),
      ("ZeroDivisionError", ""), (prompt, "exit\n"),
    ])
  }

  /// A line begins where the one before it did, deeper after a colon; Backspace takes a level back. What is pasted has
  /// its own indentation.
  func testLinesAreIndented() throws {
    _ = try type([
      (prompt, "def sign(x):\n"), (more + "    ", "if x < 0:\n"), (more + "        ", "return -1\n"),
      (more + "        ", "\u{7f}return 1\n"), (more, "\n"), (prompt, "sign(-3), sign(3)\n"), ("(-1, 1)", ""),
      (prompt, "def twice(x):\n    if x:\n        return x * 2\n    return 0\n\ntwice(21) + twice(0)\n"), ("42", ""),
      (prompt, end),
    ])
  }

  /// `bind -v` in the user's editrc: Escape, then commands; completion is there all the same.
  func testVi() throws {
    _ = try type(
      [
        (prompt, "2 + 1\u{1b}"), ("2 + 1", "0r9\n"), ("10", ""), (prompt, "name = 8\u{1b}xi31\n"), (prompt, "name\n"),
        ("31", ""), (prompt, "random = len\n"), (prompt, "rando\t('four')\n"), ("4", ""), (prompt, "\u{1b}k"),
        ("random('four')", "k"), (" = len", "\n"), (prompt, end),
      ], files: [".editrc": "bind -v\n"])
  }

  func testEditingHistoryAndCompletion() throws {
    _ = try type([
      (prompt, "naem\u{8}\u{8}\u{8}ame = 'first'\n"), (prompt, "name\n"), ("'first'", ""), (prompt, "\u{10}\u{10}\n"),
      (prompt, "\u{12}fir"), ("first", "\n"), (prompt, "import ran\t\n"), ("dom", ""),
      (prompt, "random.randi\t(1, 1)\n"), ("1", ""), (prompt, end),
    ])
  }

  /// Keyword arguments of the open call, keys of a dict, URLs that were used.
  func testCompletionWithinCalls() throws {
    _ = try type(
      [
        (prompt, "d = {'alpha': 1, 'beta': 2}\n"), (prompt, "d['al\t']\n"), ("1", ""),
        (prompt, "client.get('/index.html', nam\t'front')\n"), ("GET front  200 OK", ""),
        (prompt, "client.get('/ind\t', name='again')\n"), ("GET again  200 OK", ""),
        (prompt, "from locust import betw\t\n"), (prompt, "between(1, 1)(None)\n"), ("1", ""), (prompt, end),
      ], "--host", host)
  }

  /// What was typed in an earlier session is there, and what is typed now is kept.
  func testHistoryIsKept() throws {
    let script = "with open('.katydid_history') as file: text = file.read()\n"
    _ = try type(
      [
        (prompt, "\u{10}\n"), ("from before", ""), (prompt, script), (more, "\n"), (prompt, "'before' in text\n"),
        ("True", ""), (prompt, "text.count('open(')\n"), ("1", ""), (prompt, end),
      ], files: [".katydid_history": "_HiStOrY_V2_\nprint('from\\040'\\040+\\040'before')\n"])
  }

  func testInterruptEndsALoopAndARequest() throws {
    _ = try type(
      [
        (prompt, "while True: pass\n"), (more, "\n"), ("\n", interrupt), ("interrupted", ""),
        (prompt, "client.get('/never')\n"),
        ("\n", interrupt), ("interrupted", ""), (prompt, "'still here'\n"), ("'still here'\r\n", ""), (prompt, end),
      ], "--host", host)
  }

  private static let spec = """
    from locust import HttpUser, constant, task

    class Visitor(HttpUser):
        wait_time = constant(0)

        def on_start(self):
            self.client.get("/json", name="start")

        @task
        def index(self):
            self.client.get("/index.html", name="index")
            self.fail

        @task
        def broken(self):
            raise ValueError("on purpose")
    """

  /// Through a pipe there are no prompts, and the last input decides the status.
  func testThroughAPipe() throws {
    func run(_ input: String) throws -> ProcessRun.Result {
      let katydid = ProcessRun.products.appendingPathComponent("katydid").path
      return try ProcessRun(
        "/usr/bin/env", ["sh", "-c", "'\(katydid)' repl < input"], environment: ["HOME": "."], files: ["input": input]
      ).finish(within: 20)
    }
    let good = try run("def f(x):\n    return x * 2\n\nf(21)\nfor i in range(2):\n    print(i)\n\n'end'\n")
    XCTAssertEqual(good.output, "42\n0\n1\n'end'\n", good.errors)
    XCTAssertEqual(good.status, 0)
    let bad = try run("1 + 1\n1 / 0\n")
    XCTAssertEqual(bad.output, "2\n")
    XCTAssertTrue(
      bad.errors.contains("File \"<input 2>\", line 1") && bad.errors.contains("ZeroDivisionError"), bad.errors)
    XCTAssertEqual(bad.status, 1)
    XCTAssertEqual(try run("import sys\nsys.exit(3)\n").status, 3)
    let saved = try run("import random\nx = random.random()\n%save out.py\n%lint out.py\n?len\n%who\n")
    XCTAssertTrue(saved.output.contains("out.py is written") && saved.output.contains("x"), saved.output)
  }

  func testOneUserOfASpec() throws {
    let run = try ProcessRun(
      "katydid", ["run-user", "spec.py", "Visitor", "--tasks", "5", "--host", host], files: ["spec.py": ReplTests.spec])
    let result = run.finish(within: 20)
    XCTAssertFalse(result.isLate)
    XCTAssertTrue(result.output.hasPrefix("GET start  200 OK"), result.output + result.errors)
  }

  func testASpecsUsers() throws {
    _ = try type(
      [
        (prompt, "users\n"), ("Visitor", ""), (prompt, "user = start(Visitor)\n"), ("GET start  200", ""),
        (prompt, "user.run(Visitor.broken)\n"), ("ValueError: on purpose", ""), (prompt, "run(Visitor.broken, n=2)\n"),
        ("ValueError", ""), (prompt, "%lint\n"), ("no attribute 'fail'", ""), (prompt, "stats\n"), ("start", ""),
        ("Aggregated", ""),
        (prompt, "reset()\n"), (prompt, "user.run(Visitor.index)\n"), ("GET index  200", ""), ("AttributeError", ""),
        (prompt, "stats\n"), ("index", ""), ("Aggregated", ""), (prompt, "stop(user)\n"), (prompt, "%who\n"),
        ("Visitor", ""), (prompt, end),
      ], "-f", "spec.py", "--host", host, files: ["spec.py": ReplTests.spec])
  }
}
