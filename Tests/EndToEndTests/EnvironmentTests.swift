import XCTest

/// What specs see of the run: the runner, the options, messages between nodes, old events.
final class EnvironmentTests: KatydidTestCase {
  private static let idle =
    KatydidTestCase.fire + """
      from locust.runners import LocalRunner, MasterRunner, Runner, WorkerRunner

      class Idle(User):
          wait_time = constant(0.1)

          @task
          def act(self):
              fire("act")


      """

  func testWhatTheRunnerIs() throws {
    let spec =
      EnvironmentTests.idle + """
        @events.test_start.add_listener
        def say(environment, **kwargs):
            runner = environment.runner
            kinds = [kind.__name__ for kind in (Runner, LocalRunner, MasterRunner, WorkerRunner) if isinstance(runner, kind)]
            logging.info("MARK %s of %s", " ".join(kinds), runner.worker_index if "WorkerRunner" in kinds else "all")

        @events.quitting.add_listener
        def at_end(environment, **kwargs):
            if not isinstance(environment.runner, WorkerRunner):
                total = environment.runner.stats.total
                logging.info("MARK sum %s", total.num_requests == sum(
                    entry.num_requests for entry in environment.stats.entries.values()))
                environment.process_exit_code = 3 if total.num_requests > 5 else 4
        """
    let local = try run(spec, "-u 2 -t 1s")
    XCTAssertEqual(local.status, 3, local.log)
    XCTAssertTrue(local.log.contains("MARK Runner LocalRunner of all"), local.log)
    XCTAssertTrue(local.log.contains("MARK Runner WorkerRunner of 0"), local.log)
    XCTAssertTrue(local.log.contains("MARK sum True"), local.log)
    let distributed = try run(spec, "-u 2 -t 1s --processes 2")
    XCTAssertTrue(distributed.log.contains("MARK Runner MasterRunner of all"), distributed.log)
    XCTAssertTrue(distributed.log.contains("MARK Runner WorkerRunner of 1"), distributed.log)
  }

  /// The pattern of Locust's own documentation: the master hands out data, workers acknowledge.
  func testMessagesGoBothWays() throws {
    let report = try run(
      EnvironmentTests.idle + """
        def take(environment, msg, **kwargs):
            logging.info("MARK took %r as %s", msg.data, msg.type)
            environment.runner.send_message("taken", {"count": len(msg.data), "by": environment.runner.client_id})

        def note(environment, msg, **kwargs):
            logging.info("MARK noted %d from %s", msg.data["count"], msg.node_id == msg.data["by"])

        @events.init.add_listener
        def on_init(environment, **kwargs):
            if not isinstance(environment.runner, MasterRunner):
                environment.runner.register_message("data", take)
            if not isinstance(environment.runner, WorkerRunner):
                environment.runner.register_message("taken", note)

        @events.test_start.add_listener
        def on_start(environment, **kwargs):
            if not isinstance(environment.runner, WorkerRunner):
                for number, worker in enumerate(environment.runner.clients):
                    environment.runner.send_message("data", [number, "x", 1.5, None], worker)

        @events.report_to_master.add_listener
        def on_report(client_id, data, **kwargs):
            data["extra"] = client_id

        @events.worker_report.add_listener
        def on_worker_report(client_id, data, **kwargs):
            if data["extra"] == client_id:
                logging.info("MARK report of %d", data["user_count"])
        """, "-u 2 -r 2 -t 2s --processes 2")
    XCTAssertEqual(report.status, 0, report.log)
    XCTAssertTrue(report.log.contains("MARK took [0, 'x', 1.5, None] as data"), report.log)
    XCTAssertTrue(report.log.contains("MARK took [1, 'x', 1.5, None] as data"), report.log)
    XCTAssertTrue(report.log.contains("MARK noted 4 from True"), report.log)
    XCTAssertTrue(report.log.contains("MARK report of 1"), report.log)
  }

  /// The pattern of Locust's own documentation: a greenlet beside the run ends it when too much has failed.
  func testACheckerBesideTheRunEndsIt() throws {
    let report = try run(
      """
      import gevent
      import time
      from locust import HttpUser, constant, events, task
      from locust.runners import STATE_CLEANUP, STATE_STOPPED, STATE_STOPPING, LocalRunner, MasterRunner

      class Client(HttpUser):
          wait_time = constant(0.05)

          @task
          def act(self):
              self.client.get("/status/500")

      def checker(environment):
          while environment.runner.state not in [STATE_STOPPING, STATE_STOPPED, STATE_CLEANUP]:
              time.sleep(0.2)
              if environment.runner.stats.total.fail_ratio > 0.2:
                  print("MARK too much has failed")
                  environment.runner.quit()
                  return

      @events.init.add_listener
      def on_init(environment, **kwargs):
          if isinstance(environment.runner, (MasterRunner, LocalRunner)):
              gevent.spawn(checker, environment)
      """, "-u 2 -t 12s")
    XCTAssertEqual(report.status, 1, report.log)
    XCTAssertEqual((report.result.output + report.log).components(separatedBy: "MARK too much").count, 2, report.log)
    XCTAssertFalse(report.log.contains("--run-time limit reached"), report.log)
  }

  func testAListenerOfInitThatRaisesEndsTheRun() throws {
    let report = try run(
      EnvironmentTests.idle + """
        @events.init.add_listener
        def broken(environment, **kwargs):
            raise ValueError("not ready")
        """, "-t 5s")
    XCTAssertEqual(report.status, 1, report.log)
    XCTAssertTrue(report.log.contains("ValueError: not ready"))
    XCTAssertEqual(report.requests("act"), 0)
  }

  /// Chance decides within the limits of what a spec has declared; a seed makes it the same as under Locust.
  func testMarkovChains() throws {
    let report = try run(
      KatydidTestCase.fire + """
        import random

        steps = []

        class Walk(MarkovTaskSet):
            @transition("two", weight=3)
            @transition("three")
            def one(self):
                steps.append(1)

            @transitions(["one", ("three", 2)])
            def two(self):
                steps.append(2)

            @transitions({"one": 1})
            def three(self):
                steps.append(3)
                if len(steps) > 30:
                    logging.info("MARK %s", steps)
                    self.user.environment.runner.quit()

        class Walker(User):
            tasks = [Walk]
            wait_time = constant(0.001)

            def on_start(self):
                random.seed(7)

        for name, members in (("Empty", {}), ("Lost", {"a": transition("b")(lambda self: None)})):
            try:
                type(name, (MarkovTaskSet,), members)
            except Exception as error:
                logging.warning("MARK %s %s", type(error).__name__, error)
        """, "-t 10s")
    XCTAssertEqual(report.status, 0, report.log)
    // What Locust 2.47 walks under CPython 3.11.
    XCTAssertTrue(
      report.log.contains(
        "MARK [1, 2, 3, 1, 3, 1, 2, 3, 1, 2, 1, 3, 1, 2, 1, 2, 1, 2, 1, 3, 1, 3, 1, 3, 1, 3, 1, 2, 3, 1, 3]"),
      report.log)
    XCTAssertTrue(report.log.contains("MARK NoMarkovTasksError No Markov tasks defined in class Empty."), report.log)
    XCTAssertTrue(report.log.contains("MARK InvalidTransitionError Transition to b from"), report.log)
  }

  func testOldEventsAndHooks() throws {
    let report = try run(
      """
      import logging
      from locust import HttpLocust, TaskSequence, seq_task, task, events, runners

      class Steps(TaskSequence):
          @seq_task(2)
          def second(self):
              self.client.get("/json", name="second")

          @seq_task(1)
          def first(self):
              self.client.get("/status/500", name="first")

      class Site(HttpLocust):
          task_set = Steps
          wait_function = lambda self: 50

          def setup(self):
              logging.info("MARK setup")

          def teardown(self):
              logging.info("MARK teardown")

      def on_success(request_type, name, response_time, response_length):
          logging.info("MARK success %s", name)

      def on_failure(request_type, name, response_time, exception, **kwargs):
          logging.info("MARK failure %s", name)

      def on_hatch():
          logging.info("MARK hatching")

      def on_complete(user_count):
          logging.info("MARK complete %d", user_count)

      def on_quit():
          logging.info("MARK quitting %s", runners.locust_runner.state)

      events.request_success += on_success
      events.request_failure += on_failure
      events.locust_start_hatching += on_hatch
      events.hatch_complete += on_complete
      events.quitting += on_quit
      """, "-u 2 -r 2 -t 1s --processes 1")
    XCTAssertEqual(report.status, 1, report.log)
    for mark in [
      "setup", "teardown", "success second", "failure first", "hatching", "complete 2", "quitting stopped",
    ] {
      XCTAssertTrue(report.log.contains("MARK \(mark)"), "\(mark): \(report.log)")
    }
    XCTAssertEqual(report.log.components(separatedBy: "MARK setup").count, 2)
    XCTAssertEqual(Double(report.requests("second")), Double(report.requests("first")), accuracy: 2)
    for name in ["HttpLocust", "events.request_success", "task_set", "setup"] {
      XCTAssertEqual(report.log.components(separatedBy: "\(name) is an old name").count, 2, name)
    }
  }

  /// Users of old that take no environment, bases without a task set, which weren't run, and what `runners` had.
  func testOldUsers() throws {
    let report = try run(
      """
      from locust import HttpLocust, Locust, TaskSet, events, runners, task
      from locust.contrib.fasthttp import FastHttpLocust

      class Looks(TaskSet):
          @task
          def look(self):
              self.client.get("/json", name=type(self.locust).__name__)
              runners.logger.info("MARK %s %d", self.locust.word, runners.global_stats.total.num_failures)

      class Base(HttpLocust):
          def __init__(self):
              super(Base, self).__init__()
              self.word = "said"

      class Plain(Base):
          task_set = Looks
          min_wait = max_wait = 50

      class Quick(FastHttpLocust):
          task_set = Looks
          min_wait = max_wait = 50
          word = "quick"

          def __init__(self, *args, **kwargs):
              super().__init__(*args, **kwargs)
      """, "-u 2 -r 2 -t 1s --processes 1")
    XCTAssertEqual(report.status, 0, report.log)
    XCTAssertTrue(report.log.contains("All users spawned: {\"Plain\": 1, \"Quick\": 1} (2 total users)"), report.log)
    XCTAssertTrue(report.log.contains("locust.runners: MARK said 0"), report.log)
    XCTAssertGreaterThan(report.requests("Plain"), 5)
    XCTAssertGreaterThan(report.requests("Quick"), 5)
  }

  /// Metrics and checks of all workers come together in the master.
  func testMetricsOfAllWorkersAreMerged() throws {
    let report = try run(
      KatydidTestCase.fire + """
        from katydid import check, metrics

        orders = metrics.Counter("orders")

        class Buyer(User):
            wait_time = constant(0.05)

            @task
            def act(self):
                fire("act")
                orders.add(2)
                metrics.Rate("cached").add(True)
                metrics.Trend("size").add(10)
                assert check("is fine", lambda: True) and not check("is bad", 0)

        try:
            metrics.Gauge("orders")
        except ValueError as error:
            logging.warning("MARK %s", error)
        """, "-u 2 -r 2 -t 1s --processes 2")
    XCTAssertEqual(report.status, 0, report.log)
    XCTAssertTrue(report.log.contains("MARK the metric 'orders' is of another kind already"), report.log)
  }
}
