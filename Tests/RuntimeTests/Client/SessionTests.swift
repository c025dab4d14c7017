import DemoTarget
import Foundation
import Runtime
import XCTest

/// The session of an `HttpUser` against the demo target; what is expected is what requests gives.
final class SessionTests: XCTestCase {
  nonisolated(unsafe) private static var target: DemoTarget?

  override class func setUp() {
    guard let target = try? DemoTarget(DemoTargetOptions()) else { return XCTFail("the demo target doesn't start") }
    self.target = target
    Thread { target.run() }.start()
  }

  override class func tearDown() {
    target?.stop()
    target = nil
  }

  private func run(_ code: String, file: StaticString = #filePath, line: UInt = #line) -> [String] {
    let host = "http://127.0.0.1:\(Self.target?.port ?? 0)"
    return runSpec("host = '\(host)'\nc = HttpSession(host, None, None)\n" + code, file: file, line: line)
  }

  func testBodies() {
    XCTAssertEqual(
      run(
        """
        import io
        def show(r):
            answer = r.json()
            headers = {name.lower(): value for name, value in answer["headers"].items()}
            note(answer["method"], answer["body"], headers.get("content-type"), headers.get("content-length"))
        show(c.post("/echo", data={"a": "1", "b": ["x", "ü y"]}))
        show(c.post("/echo", data="text"))
        show(c.put("/echo", data=b"bytes"))
        show(c.patch("/echo", json={"a": [1, None]}))
        show(c.delete("/echo"))
        show(c.post("/echo", data=io.StringIO("a file")))
        def pieces():
            yield b"one"
            yield "two"
        show(c.post("/echo", data=pieces()))
        big = c.post("/upload", data=io.BytesIO(b"x" * 300000))
        note(big.json()["size"])
        def broken():
            yield b"one"
            raise KeyError("in the body")
        trying(lambda: c.post("/echo", data=broken()))
        """),
      [
        "'POST' 'a=1&b=x&b=%C3%BC+y' 'application/x-www-form-urlencoded' '18'", "'POST' 'text' None '4'",
        "'PUT' 'bytes' None '5'", "'PATCH' '{\"a\": [1, null]}' 'application/json' '16'", "'DELETE' '' None '0'",
        "'POST' 'a file' None '6'", "'POST' 'onetwo' None None", "300000", "'KeyError' \"'in the body'\"",
      ])
  }

  func testHooks() {
    XCTAssertEqual(
      run(
        """
        def see(r, **kwargs):
            note(r.status_code, sorted(kwargs))
            r.mark = 7
        r = c.get("/redirect/1", hooks={"response": see})
        note(r.mark, r.history[0].mark if hasattr(r.history[0], "mark") else None)
        def other(r, **kwargs):
            return c.get("/json")
        note(c.get("/status/404", hooks={"response": [other]}).status_code)
        c.hooks = {"response": [lambda r, **kwargs: note("session")]}
        c.get("/")
        c.hooks = {}
        trying(lambda: c.get("/", hooks={"request": see}))
        def fail(r, **kwargs):
            raise ValueError("no")
        trying(lambda: c.get("/", hooks={"response": fail}))
        """),
      [
        "302 ['cert', 'proxies', 'stream', 'timeout', 'verify']",
        "200 ['cert', 'proxies', 'stream', 'timeout', 'verify']",
        "7 None", "200", "'session'", "'ValueError' 'Unsupported event specified, with event name \"request\"'",
        "'ValueError' 'no'",
      ])
  }

  func testStreams() {
    XCTAssertEqual(
      run(
        """
        r = c.get("/stream/3", stream=True)
        note(len(list(r.iter_lines())))
        trying(lambda: r.content)
        trying(lambda: next(r.iter_content(5)))
        r = c.get("/bytes/100000", stream=True)
        note([len(piece) for piece in r.iter_content(40000)])
        r = c.get("/bytes/100000", stream=True)
        note(len(r.content), len(b"".join(r.iter_content(7))))
        r = c.get("/gzip", stream=True)
        note(r.raw.status, b"".join(r.iter_content(10)) == c.get("/gzip").content)
        with c.get("/drip?duration=0.3&numbytes=3", stream=True, catch_response=True) as r:
            note(next(r.iter_content(1)))
        r.close()
        r = c.get("/truncate", stream=True)
        trying(lambda: r.content)
        """),
      [
        "3", "'RuntimeError' 'The content for this response was already consumed'", "'StreamConsumedError' ''",
        "[40000, 40000, 20000]", "100000 100000", "200 True", "b'*'",
        "'ChunkedEncodingError' \"('Connection broken: IncompleteRead(100 bytes read, 900 more expected)', "
          + "IncompleteRead(100 bytes read, 900 more expected))\"",
      ])
  }
}
