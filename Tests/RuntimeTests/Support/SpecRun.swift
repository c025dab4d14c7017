import Foundation
import Lang
import Runtime
import XCTest

/// Runs Python code that uses the clients, on a fiber of this process, and gives what it noted.
///
/// The code calls `note(…)`; each call becomes one text, its values as `repr` shows them. What it raises is noted last.
func runSpec(
  _ code: String, limit: Double = 30, file: StaticString = #filePath, line: UInt = #line
) -> [String] {
  let prelude = """
    from locust.clients import HttpSession
    from locust.contrib.fasthttp import FastHttpSession
    noted = []

    def note(*values):
        noted.append(" ".join(repr(value) for value in values))

    def trying(action):
        try:
            note(action())
        except Exception as error:
            note(type(error).__name__, str(error))


    """
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("katydid-\(UUID().uuidString).py").path
  defer { try? FileManager.default.removeItem(atPath: path) }
  try? (prelude + code).write(toFile: path, atomically: true, encoding: .utf8)
  Interpreter.start()
  Host.connect()
  var result: [String] = []
  onFiber(limit: limit, file: file, line: line) {
    let loader = SpecLoader(paths: [path])
    do throws(SpecFault) {
      let module = try loader.load(path)
      guard let noted = module["noted"] else { return }
      result = List.items(noted).map { Str.swift($0) }
    } catch {
      XCTFail(error.text, file: file, line: line)
    }
  }
  return result
}
