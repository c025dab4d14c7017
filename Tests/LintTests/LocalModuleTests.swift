import Foundation
import Lang
import Lint
import ProcessRun
import XCTest

/// What lint says of the modules beside a spec: where they are found, and what is in them.
final class LocalModuleTests: LintTestCase {
  /// What `katydid lint` says of files in the current folder, a line each.
  private func lint(_ files: [String: String], _ arguments: [String] = ["locustfile.py"]) throws -> [String] {
    let run = try ProcessRun("katydid", ["lint", "--output-format", "concise"] + arguments, files: files)
    return run.finish().output.split(separator: "\n").map(String.init)
  }

  func testPackagesWithoutAFile() throws {
    let files = [
      "pkg/b.py": "Y = 2\n", "deep/er/m.py": "Q = 1\n", "faker/x.py": "", "redis/data.csv": "", "pandas/own.py": "",
    ]
    let spec = """
      import pkg.b
      from pkg import b
      from deep.er import m
      from faker import Faker
      from pandas import own
      print(pkg, b, m, Faker, own)
      """
    XCTAssertEqual(try lint(files.merging(["locustfile.py": spec]) { $1 }), [])
    let wrong = "from pkg import c\nimport pkg.c\nimport redis\nimport faker.x\nprint(c, pkg, redis, faker)\n"
    XCTAssertEqual(
      try lint(files.merging(["locustfile.py": wrong]) { $1 }),
      [
        "locustfile.py:1:17: KD107 module 'pkg' has no name 'c'", "locustfile.py:2:8: KD004 no module named 'pkg.c'",
        "locustfile.py:3:8: KD003 module 'redis' is not supported",
        "locustfile.py:4:8: KD004 no module named 'faker.x'",
      ])
  }

  /// Folders that the spec adds to `sys.path`, in the forms that people write.
  func testFoldersOfTheSearchPath() throws {
    let forms = [
      "sys.path.append('src')", "sys.path.insert(0, './src/')", "sys.path.extend(['x', 'src'])",
      "sys.path += ['src']", "sys.path[0:0] = ['src']", "sys.path = ['src'] + sys.path",
      "sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'src'))",
      "sys.path.append(os.path.join(os.path.dirname(__file__), 'x', '..', 'src'))",
      "sys.path.append(os.getcwd() + '/src')", "sys.path.append(f'{os.getcwd()}/src')",
      "sys.path.insert(0, str(Path(__file__).parent / 'src'))",
      "sys.path.insert(0, str(Path(__file__).resolve().parents[0] / 'src'))",
      "sys.path.insert(0, Path(__file__).parent.joinpath('src').as_posix())",
      "ROOT = Path(__file__).resolve().parent\nSRC = str(ROOT / 'src')\nif SRC not in sys.path:\n    sys.path.append(SRC)",
      "sys.path.append(os.environ['SRC'])", "for folder in ('src', 'x'):\n    sys.path.append(folder)",
    ]
    for form in forms {
      let spec = "import os, sys\nfrom pathlib import Path\n\(form)\nimport mine\nprint(mine, os, Path)\n"
      XCTAssertEqual(try lint(["src/mine.py": "", "locustfile.py": spec]), [], form)
    }
    let nested = """
      import os, sys
      sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
      import mine
      print(mine)
      """
    XCTAssertEqual(try lint(["mine.py": "", "tests/locustfile.py": nested], ["tests/locustfile.py"]), [])
    let byModule = [
      "setup_path.py": "import sys\nsys.path.append('src')\n", "src/mine.py": "",
      "locustfile.py": "import setup_path\nimport mine\nprint(mine, setup_path)\n",
    ]
    XCTAssertEqual(try lint(byModule), [])
  }

  /// What is outside isn't searched, which is the reason then.
  func testFoldersOutside() throws {
    let spec = "import sys\nsys.path.append('/usr/share')\nimport mine\nprint(mine)\n"
    let run = try ProcessRun("katydid", ["lint", "locustfile.py"], files: ["locustfile.py": spec])
    let text = run.finish().output
    XCTAssertTrue(text.contains("3:8: error: no module named 'mine'"), text)
    XCTAssertTrue(text.contains("'/usr/share' in sys.path is not searched"), text)
  }

  /// A module may be part of a package whose root is further up; a spec is looked for beside itself.
  func testModulesOfAPackage() throws {
    let files = [
      "load/common/a.py": "from common import b\nprint(b)\n", "load/common/b.py": "",
      "load/users/spec.py":
        "from locust import User, task\nfrom common import b\n\n\nclass A(User):\n    @task\n    def t(self):\n        b()\n",
    ]
    XCTAssertEqual(
      try lint(files, ["--select", "KD0", "."]), ["load/users/spec.py:2:6: KD004 no module named 'common'"])
  }

  /// What the run would refuse in a module is told at the spec's import, with the place.
  func testWhatIsInModulesIsFollowed() throws {
    let files = [
      "locustfile.py": """
      import helpers
      from pkg import good, deep
      try:
          import guarded
      except ImportError:
          guarded = None
      import broken
      import helpers as again
      print(helpers, good, deep, guarded, broken, again)
      """,
      "helpers.py": "import os\nimport subprocess\nfrom pkg.more import thing, nothing\nprint(os, thing, nothing)\n",
      "pkg/good.py": "import json\n", "pkg/deep.py": "from . import awaiting\nfrom .gone import x\nprint(x)\n",
      "pkg/awaiting.py": "import select\nasync def f(): pass\nasync def g(): pass\n",
      "pkg/more.py": "thing = 1\nimport jsno\nimport socket  # noqa\n",
      "guarded.py": "import subprocess\n", "broken.py": "def f(:\n",
    ]
    XCTAssertEqual(
      try lint(files, ["--select", "KD0,KD107", "locustfile.py"]),
      [
        "locustfile.py:1:8: KD003 helpers.py:2: module 'subprocess' is not supported",
        "locustfile.py:1:8: KD004 pkg/more.py:2: no module named 'jsno'",
        "locustfile.py:1:8: KD107 helpers.py:3: module 'pkg.more' has no name 'nothing'",
        "locustfile.py:2:1: KD002 pkg/awaiting.py:2: 'async def' is not supported (and 1 more there)",
        "locustfile.py:2:1: KD003 pkg/awaiting.py:1: module 'select' is not supported",
        "locustfile.py:2:1: KD004 pkg/deep.py:2: no module named '.gone'",
        "locustfile.py:7:8: KD001 broken.py:1: invalid syntax",
      ])
    // Where the modules are looked at themselves, that is enough.
    let all = try lint(files, ["--select", "KD003", "."])
    XCTAssertEqual(
      all,
      [
        "guarded.py:1:8: KD003 module 'subprocess' is not supported",
        "helpers.py:2:8: KD003 module 'subprocess' is not supported",
        "pkg/awaiting.py:1:8: KD003 module 'select' is not supported",
      ])
    // Rules that are off are off for modules, too; and modules may import each other.
    XCTAssertEqual(try lint(files, ["--select", "KD1", "--ignore", "KD107", "locustfile.py"]), [])
    let circle = ["a.py": "import b\nimport subprocess\n", "b.py": "import a\n", "locustfile.py": "import a\n"]
    XCTAssertEqual(
      try lint(circle, ["--select", "KD003", "locustfile.py"]),
      ["locustfile.py:1:8: KD003 a.py:2: module 'subprocess' is not supported"])
  }

  /// A method without `self` that is called through its class, too, would break by getting one.
  func testFunctionsThatAreCalledThroughTheirClass() {
    func fixes(_ calls: String) -> [Bool] {
      let text = """
        from locust import HttpUser, task


        class Visitor(HttpUser):
            def make():
                return {}

            @task
            def index(self):
                self.client.post("/", json=\(calls))
        """
      return linter("KD205").lint(SourceText(name: "spec.py", text)).map { $0.fix != nil }
    }
    XCTAssertEqual(fixes("{}"), [true])
    XCTAssertEqual(fixes("self.make()"), [true])
    XCTAssertEqual(fixes("Visitor.make()"), [])
    XCTAssertEqual(fixes("type(self).make()"), [])
    XCTAssertEqual(fixes("self.make() or Visitor.make()"), [false])
  }
}
