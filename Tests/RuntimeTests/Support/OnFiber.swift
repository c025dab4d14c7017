import Foundation
import Runtime
import XCTest

/// Runs `body` on a fiber, and the loop until it has ended; fails instead of hanging.
func onFiber(
  limit seconds: Double = 30, file: StaticString = #filePath, line: UInt = #line, _ body: @escaping () throws -> Void
) {
  let loop = EventLoop.shared
  let before = loop.fiberCount
  let fiber = loop.spawn {
    do { try body() } catch { XCTFail("\(error)", file: file, line: line) }
  }
  let watchdog = loop.spawn {
    if loop.sleep(UInt64(seconds * 1e9)) == .timedOut {
      XCTFail("took more than \(seconds) s", file: file, line: line)
      loop.stop()
    }
  }
  loop.run(until: { fiber.isFinished })
  loop.interrupt(watchdog)
  loop.run(until: { watchdog.isFinished })
  XCTAssertLessThanOrEqual(loop.fiberCount, before, "fibers are left", file: file, line: line)
}

/// Runs several bodies on fibers of their own, and the loop until all have ended.
func onFibers(_ bodies: [() -> Void], file: StaticString = #filePath, line: UInt = #line) {
  onFiber(file: file, line: line) {
    let fibers = bodies.map { EventLoop.shared.spawn($0) }
    while fibers.contains(where: { !$0.isFinished }) { _ = EventLoop.shared.sleep(1_000_000) }
  }
}

/// The failure of a request that must fail.
func failure(
  of request: HTTPRequest, _ session: HTTPSession = HTTPSession(), file: StaticString = #filePath, line: UInt = #line
) -> HTTPFailure? {
  do throws(HTTPFailure) {
    let response = try session.send(request)
    XCTFail("no failure but status \(response.status)", file: file, line: line)
    return nil
  } catch {
    return error
  }
}

/// A GET request.
func get(_ url: String) throws -> HTTPRequest { HTTPRequest(method: .get, address: try HTTPAddress(url)) }

/// A failure's case, without what it carries.
func kind(_ reason: HTTPFailure.Reason) -> String { String("\(reason)".prefix { $0 != "(" }) }

/// A response's body as text.
func text(_ response: HTTPResponse) -> String { String(decoding: response.body, as: UTF8.self) }

/// How many descriptors this process has open.
func openDescriptors() -> Int {
  (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? -1
}
