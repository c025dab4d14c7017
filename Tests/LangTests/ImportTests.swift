import Foundation
import XCTest

/// Where modules are found: folders of files are imported under CPython and under Katydid, and both must print the same.
final class ImportTests: XCTestCase {
  /// Runs a file of a folder under both.
  private func compare(
    _ files: [String: String], _ main: String = "main.py", file: StaticString = #filePath, line: UInt = #line
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("imports-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let path = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: path, atomically: true, encoding: .utf8)
    }
    let path = folder.appendingPathComponent(main).path
    let expected = try runProgram("/usr/bin/env", ["python3", "-B", path])
    let actual = try runProgram(builtProgram(), ["exec", path])
    XCTAssertEqual(actual.output, expected.output, file: file, line: line)
    XCTAssertEqual(actual.status, expected.status, file: file, line: line)
  }

  /// Folders without `__init__.py` are packages, too.
  func testNamespacePackages() throws {
    try compare([
      "pkg/b.py": "Y = 2\n", "pkg/sib.py": "W = 5\n", "pkg/rel.py": "from .sib import W\nfrom . import sib\nprint(W)\n",
      "pkg/inner/__init__.py": "from ..sib import W as V\n", "deep/er/m.py": "Q = 1\n", "empty/data.csv": "a\n",
      "main.py": """
      from pkg import b
      import pkg.b, pkg.rel, empty
      from deep.er import m
      import deep
      from pkg.inner import V
      print(b.Y, pkg.b is b, pkg.rel.sib.W, m.Q, deep.er.m is m, V)
      print(pkg.__name__, pkg.__file__, list(pkg.__path__), hasattr(empty, "data"), pkg.inner.__path__)
      for text in ("import pkg.nothing", "from pkg import nothing", "import pkg.b.c", "import empty.data", "import nowhere",
                   "import deep.nothing.m", "from . import pkg"):
          try:
              exec(text)
          except ImportError as error:
              print(type(error).__name__, error, isinstance(error, ModuleNotFoundError) and error.name)
      import deep.broken
      """,
      "deep/broken.py": "import deep.er\nprint(deep.er.m.Q)\n1 / 0\n",
    ])
  }

  /// In each folder of the path a package comes before a module of the same name; a folder alone comes after them all.
  func testWhichOfSeveralIsFound() throws {
    try compare([
      "a/x/__init__.py": "print('a package')\n", "a/x.py": "print('a module')\n", "a/y/inside.py": "A = 1\n",
      "b/y.py": "print('b module')\n", "a/z/one.py": "A = 1\n", "b/z/two.py": "B = 2\n", "c/z/three.py": "C = 3\n",
      "b/w/__init__.py": "", "a/w/inside.py": "",
      "main.py": """
      import sys, os
      here = os.path.dirname(os.path.abspath(__file__))
      sys.path[:0] = [os.path.join(here, "a"), os.path.join(here, "b")]
      import x, y, w
      from z import one, two
      print(one.A, two.B, hasattr(y, "inside"), w.__file__)
      for text in ("import z.three", "import w.inside"):
          try:
              exec(text)
          except ImportError as error:
              print(error)
      sys.path.append(os.path.join(here, "c"))
      import z.three
      print(z.three.C)
      """,
    ])
  }

  /// Folders that a program adds to `sys.path` are searched, in the path's order, and those that it takes out aren't.
  func testTheSearchPath() throws {
    try compare(
      [
        "app/main.py": """
        import os, sys
        from pathlib import Path
        print(sys.path[0])
        sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "src"))
        import first
        sys.path.append(str(Path(__file__).parent.parent / "shared"))
        import second, package.inside
        sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "before"))
        import third
        print(first.__file__, second.__file__, third.__file__, package.inside.__file__)
        sys.path.append(Path("/"))
        sys.path.remove(os.path.join(os.path.dirname(os.path.abspath(__file__)), "src"))
        try:
            import fourth
        except ModuleNotFoundError as error:
            print(error)
        sys.path = [entry for entry in sys.path if isinstance(entry, str) and "app" not in entry.split("/")]
        try:
            import beside
        except ModuleNotFoundError as error:
            print(error)
        import failing
        """,
        "app/beside.py": "", "app/src/first.py": "", "app/src/fourth.py": "", "app/third.py": "1 / 0\n",
        "shared/second.py": "", "shared/package/__init__.py": "", "shared/package/inside.py": "",
        "before/third.py": "", "before/failing.py": "def f():\n    raise ValueError('x')\nf()\n",
      ], "app/main.py")
  }

  /// An import of what doesn't compile raises what CPython raises, with the place in the imported file.
  func testImportsOfBrokenModules() throws {
    let modules = [
      "x = = 1\n", "def f():\n  pass\n bad\n", "x = 1\n  y = 2\n", "if 1:\nx\n", "if 1:\n\tx = 1\n        y\n",
      "print('ä', (1, 2)\n", "x = 1\nx is 1\n", "return 3\n",
    ]
    for module in modules {
      try compare([
        "broken.py": module,
        "main.py": """
        try:
            import broken
        except SyntaxError as error:
            print(type(error), error, error.args)
        import broken
        """,
      ])
    }
  }

  /// What isn't in a module is told with the module's file, and whether it has been read to its end.
  func testImportsOfMissingNames() throws {
    try compare([
      "plain.py": "x = 1\n", "first.py": "import second\nx = 1\n", "second.py": "from first import x\n",
      "third.py": "import fourth\nx = 1\n", "fourth.py": "import third\nprint(third.x)\n",
      "main.py": """
      def show(text):
          try:
              exec(text)
          except (ImportError, AttributeError) as error:
              print(type(error).__name__, error, error.name)

      for text in [
          "from plain import nothing", "import plain; plain.nothing", "import first", "from third import x",
          "from nowhere import x", "import plain.inner", "from plain.inner import x", "from sys import nothing",
      ]:
          show(text)
      from plain import nothing
      """,
    ])
  }
}
