import Foundation
import ProcessRun
import XCTest

/// The modules and files beside a spec: which of them a run finds, on this machine and on others.
final class ImportTests: SwarmTestCase {
  private static let modules = [
    "lib/flows.py": "from . import names\n\ndef flow(user):\n    user.client.get('/json', name=names.NAME)\n",
    "lib/names.py": "NAME = 'by a package without a file'\n", "bare/readme.txt": "",
    "src/paths.py": "NAME = 'by a folder of sys.path'\n", "src/lazy.py": "NAME = 'by a function'\n",
    "src/inner/deep.py": "import paths\nNAME = paths.NAME\n",
  ]

  private static let importing = """
    import os, sys
    from pathlib import Path
    from locust import HttpUser, constant, task
    from locust.env import Environment, RunnerType
    import bare
    from lib import flows
    sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "src"))
    sys.path.append(str(Path(__file__).parent / "missing"))
    from inner import deep

    class Visitor(HttpUser):
        wait_time = constant(0.05)
        tasks = [flows.flow]

        @task
        def path(self):
            self.client.get("/json", name=deep.NAME)

        @task
        def function(self):
            import lazy
            self.client.get("/json", name=lazy.NAME)

    print("bound", RunnerType.__bound__.__name__, bare.__file__)
    """

  private static let names = ["by a package without a file", "by a folder of sys.path", "by a function"]

  func testModulesOfThisMachine() throws {
    let report = finish(
      try start(ImportTests.importing, "-u 1 -t 2 --only-summary", files: ImportTests.modules))
    XCTAssertEqual(report.status, 0, report.log)
    XCTAssertTrue(report.result.output.contains("bound Runner None"), report.result.output)
    for name in ImportTests.names { XCTAssertGreaterThan(report.requests(name), 0, report.log) }
  }

  /// A worker that has none of the files on its disk gets all that the spec imports, what is imported within functions
  /// included, and what has changed.
  func testModulesOfAWorkerElsewhere() throws {
    let master = try startMaster(
      ImportTests.importing, "-u 1 -r 1 --expect-workers 1 --stop-timeout 5", files: ImportTests.modules)
    let worker = try startWorker(of: master.port)
    waits(master.run, for: "All users spawned")
    usleep(1_000_000)
    try master.run.replace("src/paths.py", with: "NAME = 'by a changed file'\n")
    waits(master.run, for: "Version 2 of the spec")
    usleep(1_000_000)
    master.run.signalGroup(SIGINT)
    let report = finish(master.run)
    XCTAssertEqual(report.status, 0, report.log)
    for name in ImportTests.names + ["by a changed file"] {
      XCTAssertGreaterThan(report.requests(name), 0, "\(name)\n\(report.log)\(worker.errors)")
    }
    XCTAssertEqual(finish(worker).status, 0)
  }

  /// What lies outside of the folders is not searched, and the message says so; a module that is nowhere is one.
  func testFoldersOutsideAreNotSearched() throws {
    for (more, text) in [
      ("sys.path.append('/usr/lib/python3')", ": '/usr/lib/python3' in sys.path is not searched;"),
      ("sys.path += ['..', '/x']", ": '..', '/x' in sys.path are not searched;"),
      ("sys.path.append('inside')", "\n"),
    ] {
      let report = try run("import sys\nfrom locust import User\n\(more)\nimport outside\n", "-t 1")
      XCTAssertEqual(report.status, 1, report.log)
      XCTAssertTrue(report.log.contains("No module named 'outside'" + text), report.log)
    }
  }

  /// Packages that are known but not here, and a folder of that name beside the spec.
  func testAFolderOfARefusedPackagesName() throws {
    let users = "from locust import User, task\nclass A(User):\n    @task\n    def t(self): pass\n"
    let spec = "import pandas\n" + users
    let refused = finish(try start(spec, "-t 1 -u 1", files: ["pandas/frames.csv": "a\n"]))
    XCTAssertTrue(refused.log.contains("No module named 'pandas': read tables with csv"), refused.log)
    let found = finish(try start(spec, "-t 1 -u 1", files: ["pandas/frames.py": ""]))
    XCTAssertEqual(found.status, 0, found.log)
    let real = finish(try start("from faker import Faker\n" + users, "-t 1 -u 1", files: ["faker/x.py": ""]))
    XCTAssertEqual(real.status, 0, real.log)
  }

  /// What doesn't exist isn't found, wherever in the spec's folder it would lie; what lies outside is refused the same way
  /// whether it exists or not.
  func testFilesThatDoNotExist() throws {
    let spec = """
      import os
      from locust import User, task

      def tell(act, path):
          try:
              act(path)
              print(path, "is there")
          except OSError as error:
              print(path, type(error).__name__, error.errno)

      for path in ("missing", "no/such/folder/file", "no/../../x", "here/../missing/x", ""):
          tell(open, path)
          tell(lambda path: open(path, "w") if "/" in path else open(path), path)
          tell(os.listdir, path or "gone")
      for path in ("/etc/passwd", "/no/such/file", "../x", "here/../../x/y", "out/passwd", "out/missing/x"):
          tell(open, path)
          tell(os.listdir, path)
      tell(lambda path: open(path, "w"), "open")
      tell(open, "here/file")

      class A(User):
          @task
          def t(self):
              pass
      """
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("katydid-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("here"), withIntermediateDirectories: true)
    for (name, text) in ["locustfile.py": spec, "here/file": "x"] {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    let outside = folder.deletingLastPathComponent().appendingPathComponent("katydid-\(UUID().uuidString)").path
    for (name, target) in [("out", "/etc"), ("open", outside)] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.appendingPathComponent(name).path, withDestinationPath: target)
    }
    let here = finish(
      try ProcessRun("/bin/sh", ["-c", "cd '\(folder.path)' && exec \"$0\" --headless -t 1 -u 1", binary]))
    let lines = here.result.output.split(separator: "\n").map(String.init)
    XCTAssertEqual(
      lines.prefix(15).map { String($0) },
      [
        "missing FileNotFoundError 2", "missing FileNotFoundError 2", "missing FileNotFoundError 2",
        "no/such/folder/file FileNotFoundError 2", "no/such/folder/file FileNotFoundError 2",
        "no/such/folder/file FileNotFoundError 2", "no/../../x FileNotFoundError 2", "no/../../x FileNotFoundError 2",
        "no/../../x FileNotFoundError 2", "here/../missing/x FileNotFoundError 2",
        "here/../missing/x FileNotFoundError 2", "here/../missing/x FileNotFoundError 2", " FileNotFoundError 2",
        " FileNotFoundError 2", "gone FileNotFoundError 2",
      ], here.log)
    XCTAssertEqual(lines.dropFirst(15).filter { !$0.hasSuffix("PermissionError 13") }, ["here/file is there"], here.log)
    XCTAssertFalse(FileManager.default.fileExists(atPath: outside), "a file was made outside")
  }

  private var binary: String { ProcessRun.products.appendingPathComponent("katydid").path }
}
