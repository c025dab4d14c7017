import Foundation
import ProcessRun
import XCTest

/// What specs may say: tasks, waits, classes and names, in today's words and in those before Locust 1.0.
final class SpecTests: KatydidTestCase {
  /// One user of each of many classes, which do different things.
  func testTasksAndWaits() throws {
    let report = try run(
      KatydidTestCase.fire + """
        class Inner(TaskSet):
            def on_start(self):
                fire("inner start")

            def on_stop(self):
                fire("inner stop")

            @task
            def leaf(self):
                fire("leaf of " + type(self.parent).__name__ + " of " + type(self.user).__name__)
                self.interrupt()

        class Outer(TaskSet):
            wait_time = constant(0.01)
            tasks = [Inner]

            @task(3)
            def other(self):
                fire("other")

            @task
            class Declared(TaskSet):
                @task
                def leaf(self):
                    fire("declared")
                    self.interrupt(reschedule=False)

        class Nested(User):
            fixed_count = 1
            tasks = {Outer: 1}

        class Steps(SequentialTaskSet):
            @task
            def first(self):
                fire("step 1")

            @task(2)
            def second(self):
                fire("step 2")

            @task
            def third(self):
                self.interrupt(reschedule=False)

        class Sequence(User):
            fixed_count = 1
            wait_time = constant(0.02)
            tasks = [Steps]

        def bare(user):
            fire("bare of " + type(user).__name__)

        class Listed(User):
            fixed_count = 1
            tasks = [bare]
            wait_time = constant_throughput(20)

        class Weighted(User):
            fixed_count = 1
            wait_time = constant(0.002)

            def common(self):
                fire("common")

            def rare(self):
                fire("rare")

            tasks = {common: 4, rare: 1}

        class Between(User):
            fixed_count = 1
            wait_time = between(0.09, 0.11)

            @task
            def act(self):
                fire("between")

        class Paced(User):
            fixed_count = 1
            wait_time = constant_pacing(0.1)

            @task
            def act(self):
                time.sleep(0.05)
                fire("paced")

        class Method(User):
            fixed_count = 1

            def wait_time(self):
                return 0.1

            @task
            def act(self):
                fire("method")
        """, "-u 7 -r 7 -t 1s --processes 1")
    XCTAssertEqual(report.status, 0, report.log)
    XCTAssertEqual(report.exceptions, [])
    let inner = report.requests("inner start")
    XCTAssertGreaterThan(inner, 3)
    XCTAssertEqual(report.requests("leaf of Outer of Nested"), inner)
    XCTAssertEqual(report.requests("inner stop"), inner)
    XCTAssertGreaterThan(report.requests("other"), report.requests("declared"))
    XCTAssertGreaterThan(report.requests("declared"), 0)
    XCTAssertEqual(Double(report.requests("step 2")), 2 * Double(report.requests("step 1")), accuracy: 2)
    XCTAssertGreaterThan(report.requests("step 1"), 5)
    XCTAssertEqual(Double(report.requests("bare of Listed")), 20, accuracy: 4)
    let ratio = Double(report.requests("common")) / Double(max(1, report.requests("rare")))
    XCTAssertTrue((2.5...6.5).contains(ratio), "4 to 1, not \(ratio)")
    for name in ["between", "paced", "method"] {
      XCTAssertEqual(Double(report.requests(name)), 10, accuracy: 3, name)
    }
  }

  /// A spec in the words before Locust 1.0, as thousands lie around.
  func testTheOldNames() throws {
    let report = try run(
      """
      from locust import HttpLocust, TaskSet, task

      def index(l):
          l.client.get("/index.html", name="index")

      def about(l):
          l.client.get("/json", name="about")

      class Behavior(TaskSet):
          tasks = {index: 2, about: 1}

          def on_start(self):
              self.client.post("/echo", {"user": "ada"}, name="login of " + type(self.locust).__name__)
              assert self.locust.client is self.client

      class Site(HttpLocust):
          task_set = Behavior
          min_wait = 40
          max_wait = 60
      """, "--no-web -c 4 -r 4 -t 1s")
    XCTAssertEqual(report.status, 0, report.log)
    XCTAssertEqual(report.rows["login of Site"], Report.Row(method: "POST", requests: 4, failures: 0))
    // 4 users, 20 tasks a second each: the waits are milliseconds.
    XCTAssertEqual(Double(report.requests("index") + report.requests("about")), 80, accuracy: 14)
    XCTAssertGreaterThan(report.requests("index"), report.requests("about"))
    XCTAssertTrue(report.log.contains("HttpLocust is an old name"), report.log)
  }

  private static let classes =
    KatydidTestCase.fire + """
      class Often(User):
          weight = 3
          wait_time = constant(60)

          @task
          def act(self):
              fire("often")

      class Seldom(User):
          wait_time = constant(60)

          @task
          def act(self):
              fire("seldom")

      class Base(User):
          abstract = True

          @task
          def act(self):
              fire("base")
      """

  func testUserClassesAreWeighted() throws {
    let report = try run(SpecTests.classes, "-u 8 -r 100 -t 1s")
    XCTAssertEqual(report.status, 0)
    XCTAssertEqual([report.requests("often"), report.requests("seldom"), report.requests("base")], [6, 2, 0])
    XCTAssertTrue(report.log.contains("All users spawned: {\"Often\": 6, \"Seldom\": 2} (8 total users)"), report.log)
  }

  func testUserClassesAreChosen() throws {
    let chosen = try run(SpecTests.classes, "Seldom -u 4 -r 100 -t 1s")
    XCTAssertEqual([chosen.requests("often"), chosen.requests("seldom")], [0, 4])
    let byVariable = try run(
      SpecTests.classes, "-u 4 -r 100 -t 1s", environment: ["LOCUST_USER_CLASSES": "Often Seldom"])
    XCTAssertEqual([byVariable.requests("often"), byVariable.requests("seldom")], [3, 1])
  }

  /// Each user has cookies of its own, follows redirects, and sends what it is told.
  func testTheClient() throws {
    let report = try run(
      """
      from locust import HttpUser, task, constant
      from locust.exception import StopUser
      import re

      class Visitor(HttpUser):
          number = 0
          wait_time = constant(60)

          def on_start(self):
              Visitor.number += 1
              self.me = "ada" + str(Visitor.number)
              form = self.client.get("/login").text
              token = re.search('name="csrf_token" value="([^"]+)"', form).group(1)
              data = {"username": self.me, "password": "x", "csrf_token": token}
              self.client.post("/login", data=data, name="log in")

          @task
          def look(self):
              me = self.client.get("/me").json()["user"]
              assert me == self.me, me + " is not " + self.me
              echo = self.client.post("/echo", json={"wings": [1, 2]}, headers={"X-A": "b"}, params={"q": "ä"},
                                      name="echo").json()
              assert echo["headers"]["X-A"] == "b" and echo["body"] == '{"wings": [1, 2]}', echo
              assert echo["query"] == "q=%C3%A4", echo["query"]
              followed = self.client.get("/redirect/2", name="redirect")
              assert followed.status_code == 200 and len(followed.history) == 2
              assert self.client.get("/redirect/2", name="redirect", allow_redirects=False).status_code == 302
              assert "compressed" in self.client.get("/gzip").text
              assert len(self.client.get("/bytes/5000").content) == 5000
              assert self.client.head("/json").status_code == 200
              raise StopUser()
      """, "-u 3 -r 10 -t 1s --processes 1")
    XCTAssertEqual(report.exceptions, [], report.log)
    XCTAssertEqual(report.status, 0, report.log)
    XCTAssertEqual(report.requests("/me"), 3)
    XCTAssertEqual(report.requests("redirect"), 6)
    XCTAssertEqual(report.rows["/json"], Report.Row(method: "HEAD", requests: 3, failures: 0))
  }

  /// Two patterns of Locust's own examples: a second client, and data for users by a message to the runner itself.
  func testSecondClientAndMessagesToOneself() throws {
    let report = try run(
      KatydidTestCase.fire + """
        from locust.clients import HttpSession
        from locust.runners import LocalRunner, MasterRunner, WorkerRunner

        names = []

        def take(environment, msg, **kwargs):
            names.extend(msg.data)

        @events.init.add_listener
        def on_init(environment, **kwargs):
            if not isinstance(environment.runner, MasterRunner):
                environment.runner.register_message("names", take)

        @events.test_start.add_listener
        def on_start(environment, **kwargs):
            if isinstance(environment.runner, LocalRunner):
                environment.runner.send_message("names", ["ann", "bob"], environment.runner)

        class Visitor(HttpUser):
            wait_time = constant(10)

            def __init__(self, environment):
                super().__init__(environment)
                self.name = names.pop()
                self.other = HttpSession(
                    base_url=self.host, request_event=self.client.request_event, user=self)

            @task
            def act(self):
                self.other.get("/json", name="other of " + self.name)
        """, "-u 1 -t 1s")
    XCTAssertEqual(report.requests("other of bob"), 1, report.log)
    XCTAssertEqual(report.status, 0, report.log)
  }
}
