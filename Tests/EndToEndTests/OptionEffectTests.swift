import ProcessRun
import XCTest

/// What options do that no other test has a reason to use: one run with several of them at a time.
final class OptionEffectTests: KatydidTestCase {
  private static let spec =
    KatydidTestCase.fire + """
      class Fires(User):
          wait_time = constant(0.05)

          @task
          def act(self):
              fire("good")
              fire("bad", ValueError("no wings"))
      """

  /// The options of `locust-plugins` that judge a run.
  func testChecks() throws {
    let missed = try run(
      OptionEffectTests.spec,
      "-u 1 -t 1s --exit-code-on-error 0 --check-rps 9999 --check-fail-ratio 0.4 --check-avg-response-time 0.5")
    XCTAssertEqual(missed.status, 3, missed.log)
    for text in [
      "Check failed: fail ratio was 0.50 (threshold 0.40)", "Check failed: total rps was ",
      "Check failed: avg response time was 1.00 ms (threshold 0.50 ms)",
    ] {
      XCTAssertTrue(missed.log.contains(text), "\(text): \(missed.log)")
    }
    let kept = try run(
      OptionEffectTests.spec,
      "-u 1 -t 1s --exit-code-on-error 0 --check-rps 1 --check-fail-ratio 0.6 --check-avg-response-time 500")
    XCTAssertEqual(kept.status, 0, kept.log)
    XCTAssertFalse(kept.log.contains("Check failed"), kept.log)
  }

  /// A run with the page, which a configuration file's `headless` would have none of.
  func testTheOptionsOfThePage() throws {
    let run = try ProcessRun(
      "katydid",
      [
        "--headful", "--autostart", "--autoquit", "0", "-P", "0", "--print-stats", "--class-picker", "--web-login",
        "--web-host-display-name", "shown.example", "-t", "2s", "--profile", "nightly", "--html", "out.html",
        "--json-file", "out", "--exit-code-on-error", "7",
      ],
      files: ["locustfile.py": OptionEffectTests.spec, "locust.conf": "headless = true\nhost = \(host)\n"])
    let report = finish(run)
    XCTAssertEqual(report.status, 7, report.log)
    XCTAssertTrue(report.log.contains("Starting web interface at shown.example"), report.log)
    XCTAssertTrue(report.log.contains("Log in as admin with the password"), report.log)
    XCTAssertTrue(report.log.contains("--autoquit time reached, shutting down"), report.log)
    // A table as the test began and one at the end, at least.
    XCTAssertGreaterThanOrEqual(report.log.components(separatedBy: "# fails").count, 3, report.log)
    XCTAssertGreaterThan(report.requests("good"), 0)
    XCTAssertTrue(run.file("out.html").contains("nightly"))
    XCTAssertTrue(run.file("out.json").contains("\"name\": \"good\""), run.file("out.json"))
  }

  /// What is logged, and that only: the tables are no log.
  func testLogLevels() throws {
    let quiet = try run(OptionEffectTests.spec, "-u 1 -t 1s -L ERROR --only-summary")
    XCTAssertEqual(quiet.status, 1, quiet.log)
    XCTAssertFalse(quiet.log.contains("/INFO/"), quiet.log)
    XCTAssertEqual(quiet.log.components(separatedBy: "# fails").count, 2, quiet.log)
    let bare = try run(OptionEffectTests.spec, "-u 1 -t 1s --skip-log-setup")
    XCTAssertEqual(bare.log, "")
  }
}
