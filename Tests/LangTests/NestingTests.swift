import Coroutine
import Lang
import XCTest

/// How deeply Python code can call itself on a user's stack.
final class NestingTests: XCTestCase {
  /// The bodies by which specs call themselves: the call stands inside ever more constructs.
  private static let bodies: [(name: String, text: String)] = [
    ("plain", "def f(n):\n    return 0 if n == 0 else 1 + f(n - 1)\n"),
    (
      "method in for in try in with",
      """
      class C:
          def __enter__(self): return self
          def __exit__(self, *a): return False
          def go(self, n):
              if n == 0: return 0
              for i in range(1):
                  try:
                      with C() as c:
                          return 1 + self.go(n - 1)
                  finally:
                      pass
      def f(n): return C().go(n)

      """
    ),
    ("comprehension", "def f(n):\n    return 0 if n == 0 else 1 + [f(n - 1) for i in range(1)][0]\n"),
    ("keywords", "def f(n, *a, k=None, **kw):\n    return 0 if n == 0 else 1 + f(n - 1, 1, 2, k=3, z=4)\n"),
    ("generator", "def g(n):\n    yield 0 if n == 0 else 1 + f(n - 1)\ndef f(n): return next(g(n))\n"),
    (
      "constructor",
      "class C:\n    def __init__(self, n): self.n = 0 if n == 0 else 1 + C(n - 1).n\ndef f(n): return C(n).n\n"
    ),
    (
      "property",
      "class C:\n    n = 0\n    @property\n    def p(self):\n        if self.n == 0: return 0\n        self.n -= 1\n        return 1 + self.p\ndef f(n):\n    c = C(); c.n = n\n    return c.p\n"
    ),
    (
      "getitem",
      "class C:\n    def __getitem__(self, n): return 0 if n == 0 else 1 + self[n - 1]\ndef f(n): return C()[n]\n"
    ),
    ("key function", "def f(n):\n    return 0 if n == 0 else 1 + max([n - 1], key=f)\n"),
    ("map", "def f(n):\n    return 0 if n == 0 else 1 + list(map(f, [n - 1]))[0]\n"),
    ("f-string", "def f(n):\n    return 0 if n == 0 else 1 + int(f'{f(n - 1)}')\n"),
    (
      "decorated",
      "def d(g):\n    def w(*a, **k): return g(*a, **k)\n    return w\n@d\ndef f(n):\n    return 0 if n == 0 else 1 + f(n - 1)\n"
    ),
    (
      "except",
      "def f(n):\n    if n == 0: return 0\n    try: raise ValueError\n    except ValueError as e:\n        return 1 + f(n - 1)\n"
    ),
    (
      "many locals",
      "def f(n):\n    a = b = c = d = e = g = h = i = j = k = l = m = o = p = q = r = s = t = n\n    return 0 if a == 0 else 1 + f(a - 1)\n"
    ),
  ]

  /// Runs a program on a stack as users have it; what it prints.
  private func run(_ text: String) -> String {
    let printed = Printed()
    defer { printed.end() }
    let caller = Coroutine.current
    let coroutine = Coroutine {
      do throws(Raised) {
        try Program.run(SourceText(name: "nesting.py", text), in: Namespace(name: "__main__"), importer: Importer())
      } catch { printed.text += Program.traceback(error) }
      return caller
    }
    coroutine.switchTo()
    return printed.text
  }

  func testCallsNestAsDeeplyAsCPythonsLimitAllows() {
    for (name, body) in NestingTests.bodies {
      // CPython counts a comprehension's or wrapper's call too.
      let depth = ["comprehension", "generator", "decorated", "map", "key function"].contains(name) ? 480 : 960
      XCTAssertEqual(run(body + "print(f(\(depth)))\n"), "\(depth)\n", name)
    }
  }

  func testDeeperCallsRaiseRecursionError() {
    for (name, body) in NestingTests.bodies {
      let program = body + "try: f(100000)\nexcept RecursionError as e: print('RecursionError')\n"
      XCTAssertEqual(run(program), "RecursionError\n", name)
    }
  }

  /// Prints how much stack a call of each body takes, for `docs/architecture.md`.
  func testStackPerCallIsKnown() {
    let limit = Interpreter.recursionLimit
    Interpreter.recursionLimit = .max
    defer { Interpreter.recursionLimit = limit }
    for (name, body) in NestingTests.bodies {
      let program =
        "deepest = 0\n" + body.replacingOccurrences(of: "n == 0", with: "note(n) == 0")
        + "def note(n):\n    global deepest\n    deepest = START - n\n    return n\nSTART = 100000\n"
        + "try: f(START)\nexcept RecursionError: print(deepest)\n"
      guard let depth = Int(run(program).filter(\.isNumber)), depth > 0, depth < 100_000 else { continue }
      let usable = StackPool.shared.stackSize - Coroutine.reserve
      print("stack per call, \(name): \(usable / depth) bytes (\(depth) calls)")
    }
  }
}
