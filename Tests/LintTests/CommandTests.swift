import Foundation
import ProcessRun
import XCTest

/// `katydid lint` and `katydid check` as their users meet them.
final class CommandTests: XCTestCase {
  private static let spec = """
    import os
    from locust import HttpUser, between, task


    class Visitor(HttpUser):
        wait_time = between(5, 1)

        @task
        def index(self):
            self.client.get("/", headers={"UserAgent": "x"})
            prnt("x")

    """

  private func run(_ arguments: String, _ files: [String: String] = ["locustfile.py": spec]) throws -> ProcessRun.Result
  {
    let run = try ProcessRun("katydid", arguments.split(separator: " ").map(String.init), files: files)
    return run.finish(within: 20)
  }

  func testFullOutputAndStatus() throws {
    let found = try run("lint locustfile.py")
    XCTAssertEqual(found.status, 1)
    XCTAssertTrue(
      found.output.contains(
        """
        locustfile.py:11:9: error: undefined name 'prnt' [KD101 undefined-name]
          11 |         prnt("x")
             |         ^^^^
             = hint: did you mean 'print'?
             = fix: Replace with 'print' (--fix --unsafe-fixes)
        """), found.output)
    let clean = try run("lint a.py", ["a.py": "x = 1\n"])
    XCTAssertEqual(clean.status, 0)
    XCTAssertEqual(clean.output, "")
    XCTAssertEqual(try run("lint missing.py").status, 2)
    XCTAssertEqual(try run("lint --select KD999").status, 2)
    XCTAssertEqual(try run("lint --exit-zero").status, 0)
  }

  func testConciseListsEachOnALine() throws {
    let lines = try run("lint --output-format concise").output.split(separator: "\n").map(String.init)
    XCTAssertEqual(
      lines,
      [
        "locustfile.py:1:8: KD102 [*] 'os' is imported but not used",
        "locustfile.py:6:25: KD303 [*] the bounds of between() are swapped",
        "locustfile.py:10:39: KD307 [*] 'UserAgent' is no header that servers know",
        "locustfile.py:11:9: KD101 [-] undefined name 'prnt'",
      ])
  }

  func testFixAndDiff() throws {
    let diff = try run("lint --diff")
    XCTAssertEqual(diff.status, 1)
    XCTAssertTrue(diff.output.contains("-import os\n"), diff.output)
    XCTAssertTrue(diff.output.contains("+    wait_time = between(1, 5)\n"), diff.output)
    XCTAssertFalse(diff.output.contains("+        print"), diff.output)
    let all = try run("lint --diff --unsafe-fixes")
    XCTAssertTrue(all.output.contains("+        print(\"x\")\n"), all.output)
    // What remains is told after the mended text was written: the same command then finds nothing more to mend.
    let both = try run("lint --fix --unsafe-fixes --output-format concise")
    XCTAssertEqual(both.output, "locustfile.py:10:9: KD311 the task prints each time it is run\n")
  }

  func testConfiguration() throws {
    let toml =
      "[lint]\nignore = [\"KD1\"]\nknown-tags = [\"a\"]\n\n[lint.per-file-ignores]\n\"locust*.py\" = [\"KD303\"]\n"
    let found = try run("lint --output-format concise", ["locustfile.py": CommandTests.spec, "katydid.toml": toml])
    XCTAssertEqual(found.output, "locustfile.py:10:39: KD307 [*] 'UserAgent' is no header that servers know\n")
    let project = "[tool.katydid.lint]\nselect = [\"KD303\"]\noutput-format = \"concise\"\n"
    let selected = try run("lint", ["locustfile.py": CommandTests.spec, "pyproject.toml": project])
    XCTAssertEqual(selected.output, "locustfile.py:6:25: KD303 [*] the bounds of between() are swapped\n")
    let wrong = try run("lint", ["locustfile.py": CommandTests.spec, "katydid.toml": "[lint]\nselct = []\n"])
    XCTAssertEqual(wrong.status, 2)
    XCTAssertTrue(wrong.errors.contains("unknown key 'selct'; did you mean 'select'?"), wrong.errors)
  }

  func testGitIgnoreAndNoqa() throws {
    let files = [
      "a.py": "x = y  # noqa: KD101\nx = z  # noqa\nx = u  # noqa: KD3\nx = \"# noqa\" + w\n", "b.py": "x = y\n",
      "c_old.py": "x = y\n", ".gitignore": "b.py\n*_old.py\n",
    ]
    let found = try run("lint --output-format concise", files)
    XCTAssertEqual(
      found.output, "a.py:3:5: KD101 undefined name 'u'\na.py:4:16: KD101 undefined name 'w'\n")
    let all = try run("lint --output-format concise --no-respect-gitignore --exclude c_*", files)
    XCTAssertTrue(all.output.contains("b.py:1:5") && !all.output.contains("c_old"), all.output)
  }

  /// Files are looked at again when one changes, comes or goes, until Ctrl-C.
  func testWatch() throws {
    let run = try ProcessRun(
      "katydid", ["lint", "--watch", "--output-format", "concise"],
      files: ["a.py": "x = y\n", ".gitignore": "ignored.py\n"])
    func rounds(_ count: Int) -> Bool {
      run.wait { $0.errors.components(separatedBy: "watching; Ctrl-C ends it").count > count }
    }
    XCTAssertTrue(rounds(1), run.errors)
    try run.replace("a.py", with: "x = zz\n")
    XCTAssertTrue(rounds(2), run.errors)
    try run.replace("b.py", with: "import os\n")
    XCTAssertTrue(rounds(3), run.errors)
    try run.replace("ignored.py", with: "import os\n")
    try run.overwrite("b.py", with: "import os\n\nprint(os.sep)\n")
    XCTAssertTrue(rounds(4), run.errors)
    run.signalGroup(SIGINT)
    let result = run.finish()
    XCTAssertEqual(result.status, 0)
    XCTAssertEqual(
      result.output.split(separator: "\n").map(String.init),
      [
        "a.py:1:5: KD101 undefined name 'y'", "a.py:1:5: KD101 undefined name 'zz'",
        "a.py:1:5: KD101 undefined name 'zz'", "b.py:1:8: KD102 [*] 'os' is imported but not used",
        "a.py:1:5: KD101 undefined name 'zz'",
      ])
  }

  func testStandardInput() throws {
    let katydid = ProcessRun.products.appendingPathComponent("katydid").path
    func run(_ options: String) throws -> ProcessRun.Result {
      try ProcessRun(
        "/usr/bin/env", ["sh", "-c", "'\(katydid)' lint \(options) - < spec.py"],
        files: ["spec.py": CommandTests.spec]
      ).finish()
    }
    let named = try run("--stdin-filename tests/spec.py --output-format concise --select KD303")
    XCTAssertEqual(named.output, "tests/spec.py:6:25: KD303 [*] the bounds of between() are swapped\n")
    let mended = try run("--fix --select KD303")
    XCTAssertTrue(mended.output.contains("wait_time = between(1, 5)\n"), mended.output)
    XCTAssertEqual(mended.status, 0)
  }

  func testStatistics() throws {
    let found = try run("lint --statistics")
    XCTAssertEqual(found.status, 1)
    XCTAssertTrue(found.output.contains("KD303") && !found.output.contains("locustfile.py:"), found.output)
  }

  /// What lint has nothing against can be loaded.
  func testRealisticFilesAreLoaded() throws {
    for file in try LintTestCase.pythonFiles(in: "Tests/LintTests/Corpus") where file.lastPathComponent != "settings.py"
    {
      let run = try ProcessRun("katydid", ["check", "-f", file.path], environment: ["TARGET_HOST": "http://127.0.0.1"])
      let result = run.finish()
      XCTAssertEqual(result.status, 0, "\(file.lastPathComponent): \(result.output)\(result.errors)")
    }
  }

  /// A folder with a pipe, a link to itself, a link to nothing and a folder that is called as a file.
  func testOddThingsInAFolder() throws {
    let katydid = ProcessRun.products.appendingPathComponent("katydid").path
    let script =
      "mkfifo pipe.py && ln -s . loop && ln -s none gone.py && mkdir folder.py && cp a.py folder.py/b.py && "
      + "'\(katydid)' lint --output-format concise"
    let found = try ProcessRun("/usr/bin/env", ["sh", "-c", script], files: ["a.py": "x = y\n"]).finish(within: 10)
    XCTAssertEqual(
      found.output, "a.py:1:5: KD101 undefined name 'y'\nfolder.py/b.py:1:5: KD101 undefined name 'y'\n", found.errors)
  }

  func testExplain() throws {
    let page = try run("lint --explain varying-url")
    XCTAssertTrue(page.output.hasPrefix("# KD305 varying-url\n"), page.output)
    XCTAssertEqual(try run("lint --explain KD999").status, 2)
  }

  /// Whoever reads these formats is a program: another program reads them here.
  func testMachineReadableFormats() throws {
    let check = """
      import json, sys, xml.etree.ElementTree as tree
      json_text, lines, gitlab, sarif, junit = (open(name).read() for name in sys.argv[1:])
      found = json.loads(json_text)
      assert [f["code"] for f in found] == ["KD102", "KD303", "KD307", "KD101"], found
      assert found[1]["location"] == {"row": 6, "column": 25}, found
      assert found[3]["fix"]["applicability"] == "unsafe", found
      assert [json.loads(line)["code"] for line in lines.splitlines()] == [f["code"] for f in found]
      assert len({issue["fingerprint"] for issue in json.loads(gitlab)}) == 4
      run = json.loads(sarif)["runs"][0]
      assert run["results"][0]["ruleId"] == run["tool"]["driver"]["rules"][run["results"][0]["ruleIndex"]]["id"]
      assert json.loads(sarif)["$schema"] and json.loads(sarif)["version"] == "2.1.0"
      suite = tree.fromstring(junit).find("testsuite")
      assert suite.get("failures") == "4" and len(suite.findall("testcase/failure")) == 4
      """
    var files: [String: String] = [:]
    for format in ["json", "json-lines", "gitlab", "sarif", "junit"] {
      files[format] = try run("lint --output-format \(format)").output
    }
    let python = try ProcessRun(
      "/usr/bin/env", ["python3", "-c", check, "json", "json-lines", "gitlab", "sarif", "junit"], files: files)
    let result = python.finish(within: 20)
    XCTAssertEqual(result.status, 0, result.errors)
    let github = try run("lint --output-format github").output
    XCTAssertTrue(
      github.contains(
        "::error file=locustfile.py,line=11,col=9,endLine=11,endColumn=13,title=katydid (KD101 undefined-name)"),
      github)
  }

  func testCheckListsWhatWouldRun() throws {
    let spec = """
      from locust import HttpUser, TaskSet, constant, task

      class Gallery(TaskSet):
          @task(3)
          def picture(self):
              self.client.get("/p")

          @task
          def leave(self):
              self.interrupt()

      class Visitor(HttpUser):
          wait_time = constant(1)
          weight = 3
          tasks = [Gallery]

          @task
          def page(self):
              self.client.get("/")

      class Admin(HttpUser):
          wait_time = constant(1)

          @task
          def page(self):
              self.client.get("/")
      """
    let found = try run("check", ["locustfile.py": spec])
    XCTAssertEqual(found.status, 0, found.output + found.errors)
    XCTAssertEqual(
      found.output,
      """
      locustfile.py: nothing found, loaded

      Visitor  (weight 3, 75.0 %)
       50.0 %  Gallery
       37.5 %    picture  (weight 3)
       12.5 %    leave
       50.0 %  page

      Admin  (weight 1, 25.0 %)
      100.0 %  page

      """)
    let broken = try run("check", ["locustfile.py": CommandTests.spec])
    XCTAssertEqual(broken.status, 1)
    XCTAssertTrue(broken.output.contains("undefined name 'prnt'"), broken.output)
    let sending = "import requests\nfrom locust import User\nrequests.get(\"http://127.0.0.1:9/\")\n"
    let refused = try run("check", ["locustfile.py": sending])
    XCTAssertEqual(refused.status, 1)
    XCTAssertTrue(refused.errors.contains("nothing is sent while a locustfile is checked"), refused.errors)
    let failing = try run("check", ["locustfile.py": "from locust import User\nraise ValueError(\"x\")\n"])
    XCTAssertEqual(failing.status, 1)
    XCTAssertTrue(failing.errors.contains("ValueError: x"), failing.errors)
  }
}
