import XCTest

/// Runs whose number of users a load shape decides.
final class ShapeTests: KatydidTestCase {
  private static let users =
    KatydidTestCase.fire + """
      class Alpha(User):
          wait_time = constant(0.1)

          @task
          def act(self):
              fire("alpha")

      class Beta(User):
          wait_time = constant(0.1)

          @task
          def act(self):
              fire("beta")


      """

  /// All forms of a tick; the first shape that isn't abstract decides, and `-u`, `-r` and `-t` are passed over.
  func testAShapeLeadsTheRun() throws {
    let report = try run(
      ShapeTests.users + """
        class Base(LoadTestShape):
            abstract = True

            def tick(self):
                return 50, 50

        class Day(LoadTestShape):
            def tick(self):
                now = self.get_run_time()
                if now < 1.5:
                    return 2, 10, [Alpha]
                if now < 3.5:
                    logging.info("MARK users %d", self.get_current_user_count())
                    return (5, 10, [Beta])
                if now < 4.5:
                    return 1, 10
                return None

        @events.init.add_listener
        def on_init(**kwargs):
            logging.info("MARK init")

        class Other(LoadTestShape):
            def tick(self):
                return None
        """, "-u 30 -t 1s --processes 2")
    XCTAssertEqual(report.status, 0, report.log)
    XCTAssertTrue(report.log.contains("The following option(s) will be ignored: --users, --run-time"), report.log)
    // What listeners say comes later.
    let warning = report.log.range(of: "will be ignored")
    let mark = report.log.range(of: "MARK init")
    XCTAssertLessThan(warning?.lowerBound ?? report.log.endIndex, mark?.lowerBound ?? report.log.startIndex, report.log)
    XCTAssertTrue(report.log.contains("Shape test updating to 2 users at 10.00 spawn rate"))
    XCTAssertTrue(report.log.contains("All users spawned: {\"Alpha\": 2, \"Beta\": 0} (2 total users)"), report.log)
    XCTAssertTrue(report.log.contains("All users spawned: {\"Alpha\": 2, \"Beta\": 3} (5 total users)"), report.log)
    XCTAssertTrue(report.log.contains("(1 total users)"))
    XCTAssertTrue(report.log.contains("MARK users 2"), report.log)
    XCTAssertTrue(report.log.contains("MARK users 5"), report.log)
    XCTAssertTrue(report.log.contains("Shape test stopping"))
    XCTAssertFalse(report.log.contains("ERROR"), report.log)
    // About 2 users for 4 s and 3 for 2 s, ten times a second each.
    XCTAssertEqual(Double(report.requests("alpha")), 85, accuracy: 25)
    XCTAssertEqual(Double(report.requests("beta")), 60, accuracy: 20)
  }

  func testAShapeCanReadTheOptions() throws {
    let report = try run(
      ShapeTests.users + """
        class Plain(LoadTestShape):
            use_common_options = True

            def tick(self):
                options = self.runner.environment.parsed_options
                if self.get_run_time() > options.run_time:
                    return None
                return options.num_users, options.spawn_rate
        """, "-u 3 -r 5 -t 1s")
    XCTAssertEqual(report.status, 0, report.log)
    XCTAssertFalse(report.log.contains("will be ignored"), report.log)
    XCTAssertTrue(report.log.contains("Shape test updating to 3 users at 5.00 spawn rate"), report.log)
  }

  func testAShapeThatIsWrongEndsTheRun() throws {
    for (tick, text) in [
      ("return 5", "tick() must return None"), ("return (1, 0)", "the spawn rate can't be 0.0"),
      ("raise ValueError('no idea')", "ValueError: no idea"),
    ] {
      let report = try run(
        ShapeTests.users + "class Bad(LoadTestShape):\n    def tick(self):\n        \(tick)\n", "")
      XCTAssertEqual(report.status, 2, report.log)
      XCTAssertTrue(report.log.contains(text), report.log)
    }
    let report = try run(ShapeTests.users + "class Bad(LoadTestShape):\n    pass\n", "")
    XCTAssertEqual(report.status, 1)
    XCTAssertTrue(
      report.log.contains("Can't instantiate abstract class Bad with abstract method tick"), report.log)
  }

  /// Iterations begin on time although each takes longer than the pause between two: users are made as needed.
  func testArrivalsComeHoweverSlowTheTargetIs() throws {
    let report = try run(
      KatydidTestCase.fire + """
        from katydid.shapes import ConstantArrivalRate

        class Slow(User):
            wait_time = constant(1000)

            @task
            def act(self):
                time.sleep(0.5)
                fire("slow")

        class Open(ConstantArrivalRate):
            rate = 20
            duration = 3
            max_users = 40

        @events.quitting.add_listener
        def say(environment, **kwargs):
            if type(environment.runner).__name__ == "MasterRunner":
                logging.info("MARK users %d", len(environment.runner.clients))
        """, "--processes 2")
    XCTAssertEqual(report.status, 0, report.log)
    // 20 a second for three seconds, less those that were under way at the end.
    XCTAssertEqual(Double(report.requests("slow")), 50, accuracy: 12)
  }

  /// At the limit of users, what begins late is not lost.
  func testArrivalsWaitAtTheLimit() throws {
    let report = try run(
      KatydidTestCase.fire + """
        from katydid.shapes import ConstantArrivalRate

        class Slow(User):
            @task
            def act(self):
                time.sleep(0.2)
                fire("slow")

        class Open(ConstantArrivalRate):
            rate = 50
            duration = 2
            max_users = 2
        """, "--processes 1")
    XCTAssertEqual(report.status, 0, report.log)
    // Two users, five times a second each.
    XCTAssertEqual(Double(report.requests("slow")), 20, accuracy: 4)
  }
}
