import Foundation
import ProcessRun
import XCTest

/// The third-party modules in specs: where they meet users, statistics and forked workers.
final class ThirdPartyTests: KatydidTestCase {
  /// Module-level code and listeners can make requests, which aren't counted.
  func testRequestsOutsideOfUsers() throws {
    let report = try run(
      """
      import requests
      from locust import HttpUser, constant, events, task

      answer = requests.get("\(host)/json")
      session = requests.Session()
      session.get("\(host)/")

      @events.test_start.add_listener
      def start(environment, **kwargs):
          print("listener", session.get("\(host)/").status_code)

      class A(HttpUser):
          wait_time = constant(0.1)

          @task
          def act(self):
              self.client.get("/", name=f"after {answer.status_code} {type(answer.json()).__name__}")
              assert isinstance(self.client, requests.Session)
              try:
                  requests.get("\(host)/status/404").raise_for_status()
              except requests.exceptions.HTTPError as error:
                  assert error.response.status_code == 404
      """, "-u 2 -r 2 -t 1s --processes 2")
    XCTAssertEqual(report.status, 0, report.log)
    XCTAssertTrue(report.result.output.contains("listener 200"), report.log)
    XCTAssertGreaterThan(report.requests("after 200 dict"), 0, report.log)
    XCTAssertEqual(report.rows.count, 2, "only the client's requests are counted")
  }

  /// Requests of one user in several greenlets are under way at the same time, and are counted.
  func testGreenletsOfOneUser() throws {
    let report = try run(
      """
      import time
      import gevent
      from gevent.pool import Pool
      from locust import HttpUser, constant, task

      class A(HttpUser):
          fixed_count = 1
          wait_time = constant(10)

          @task
          def act(self):
              began = time.monotonic()
              jobs = [gevent.spawn(self.client.get, "/delay/0.3", name="parallel") for _ in range(5)]
              gevent.joinall(jobs)
              Pool(5).map(lambda n: self.client.get(f"/delay/{n}", name="pool"), [0.3, 0.3, 0.3])
              print("together", [job.value.status_code for job in jobs], time.monotonic() - began < 1.2)
              with gevent.Timeout(0.1, False):
                  self.client.get("/delay/5", name="cut off")
                  print("not reached")
      """, "-u 1 -t 2s")
    XCTAssertTrue(report.result.output.contains("together [200, 200, 200, 200, 200] True"), report.log)
    XCTAssertFalse(report.result.output.contains("not reached"))
    XCTAssertEqual(report.requests("parallel"), 5, report.log)
    XCTAssertEqual(report.requests("pool"), 3, report.log)
  }

  /// What is spawned while the spec is loaded, in a listener and by a user goes on beside the users, and keeps nobody
  /// from ending.
  func testGreenletsInTheBackground() throws {
    let report = try run(
      """
      import gevent
      from locust import HttpUser, constant, events, task
      from locust.runners import WorkerRunner

      def forever():
          count = 0
          while True:
              count += 1
              if count == 3:
                  print("tick")
              gevent.sleep(0.05)

      gevent.spawn(forever)

      def check(environment):
          while environment.runner.stats.total.num_requests < 10:
              gevent.sleep(0.1)
          print("enough")
          environment.runner.quit()

      @events.init.add_listener
      def init(environment, **kwargs):
          if not isinstance(environment.runner, WorkerRunner):
              gevent.spawn(check, environment)

      class A(HttpUser):
          wait_time = constant(0.1)

          def on_start(self):
              self.background = gevent.spawn(self.ask)

          def on_stop(self):
              self.background.kill()
              print("killed", self.background.dead)

          def ask(self):
              while True:
                  self.client.get("/json", name="background")
                  gevent.sleep(0.1)

          @task
          def act(self):
              self.client.get("/")
      """, "-u 2 -r 2 -t 10s --processes 2")
    XCTAssertEqual(report.status, 0, report.log)
    XCTAssertLessThan(report.result.seconds, 8)
    let lines = report.result.output.split(separator: "\n")
    XCTAssertEqual(lines.filter { $0 == "tick" }.count, 3, "once in the master and in each worker")
    XCTAssertEqual(lines.filter { $0 == "enough" }.count, 1)
    XCTAssertEqual(lines.filter { $0 == "killed True" }.count, 2)
    XCTAssertGreaterThan(report.requests("background"), 0)
  }

  /// What is not there is refused by name, before any load.
  func testRefusals() throws {
    for (code, text) in [
      ("import pandas", "No module named 'pandas': read tables with csv.DictReader or json"),
      ("from gevent import pywsgi", "No module named 'gevent.pywsgi': a spec makes requests and serves none"),
      ("from faker import Nothing", "Katydid's faker has no 'Nothing'"),
    ] {
      let report = try run(code + "\nfrom locust import User\n", "-t 1s")
      XCTAssertEqual(report.status, 1, code)
      XCTAssertTrue(report.log.contains(text), report.log)
    }
  }

  /// Adapters with retries send requests again, as one request of the statistics.
  func testRetries() throws {
    let report = try run(
      """
      import requests
      from requests.adapters import HTTPAdapter
      from urllib3.util.retry import Retry
      from locust import HttpUser, constant, task

      class A(HttpUser):
          wait_time = constant(10)

          @task
          def act(self):
              retry = Retry(total=2, status_forcelist=[503], backoff_factor=0)
              self.client.mount("http://", HTTPAdapter(max_retries=retry))
              self.client.get("/status/503", name="retried")
              session = requests.Session()
              session.mount("http://", HTTPAdapter(max_retries=retry))
              try:
                  session.get(self.host + "/status/503")
              except requests.exceptions.RetryError as error:
                  print("gave up:", error)
              session.mount("http://", HTTPAdapter(max_retries=Retry(1, status_forcelist=[503], raise_on_status=False)))
              print("status", session.get(self.host + "/status/503").status_code)
      """, "-u 1 -t 1s")
    XCTAssertEqual(report.rows["retried"]?.failures, 1, report.log)
    XCTAssertTrue(
      report.result.output.contains("(Caused by ResponseError('too many 503 error responses'))"), report.result.output)
    XCTAssertTrue(report.result.output.contains("status 503"), report.result.output)
  }

  /// Pages that a spec adds to Locust's web page are left out, with a word; using flask otherwise is an error.
  func testPagesOfASpecAreLeftOut() throws {
    let report = try run(
      """
      from flask import Blueprint, redirect, request
      from locust import HttpUser, constant, events, task

      pages = Blueprint("pages", __name__, static_folder="static")

      @pages.route("/extra")
      def extra():
          return redirect("/")

      @events.init.add_listener
      def add_pages(environment, **kwargs):
          if environment.web_ui:
              environment.web_ui.app.register_blueprint(pages)

      class Visitor(HttpUser):
          wait_time = constant(10)

          @task
          def look(self):
              self.client.get("/json")
              extra()
      """, "-u 1 -t 1s")
    XCTAssertEqual(report.requests("/json"), 1)
    XCTAssertTrue(
      report.log.contains("The spec imports flask: pages of its own can't be added to the web page"), report.log)
    XCTAssertTrue(report.log.contains("flask.redirect can't be used: a spec adds no pages to the web page"), report.log)
  }

  /// Every program under `Tests/ThirdParty` prints what it prints under CPython with the real packages, which
  /// `expect.sh` there has written down.
  func testProgramsPrintWhatTheyPrintWithTheRealPackages() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("ThirdParty")
    let programs = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".py") }
    XCTAssertGreaterThan(programs.count, 10)
    for program in programs.sorted() {
      let expected = try String(
        contentsOf: folder.appendingPathComponent(program.dropLast(2) + "txt"), encoding: .utf8)
      // The zone is the one that the outputs were written in.
      let path = folder.appendingPathComponent(program).path
      let result = try ProcessRun("katydid", ["exec", path], environment: ["TZ": "UTC"]).finish()
      XCTAssertEqual(result.status, 0, "\(program): \(result.errors)")
      let pairs = zip(result.output.split(separator: "\n"), expected.split(separator: "\n"))
      for (ours, theirs) in pairs where ours != theirs {
        XCTFail("\(program) printed: \(ours)\nthe real package: \(theirs)")
        break
      }
      XCTAssertEqual(result.output.count, expected.count, "\(program): the size of its output")
    }
  }
}
