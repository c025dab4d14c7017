import Foundation
import Lang
import XCTest

/// The parts of the program that are written in Python, whose functions are read only when they are called.
final class OwnTextTests: XCTestCase {
  private let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources")

  func testEveryFunctionOfEveryModuleCanBeRead() throws {
    var count = 0
    for folder in ["Lang/Library/Python", "Runtime/LocustModule/Python", "Runtime/ThirdParty/Python"] {
      let files = FileManager.default.enumerator(
        at: sources.appendingPathComponent(folder), includingPropertiesForKeys: nil)
      for case let file as URL in files ?? FileManager.DirectoryEnumerator() where file.pathExtension == "py" {
        count += 1
        let faults = Program.check(SourceText(name: file.lastPathComponent, bytes: Array(try Data(contentsOf: file))))
        XCTAssertEqual(faults.map(\.message), [], file.path)
        let text = try String(contentsOf: file, encoding: .utf8)
        let (whole, _) = Parser.parse(SourceText(name: "text", text))
        let (quick, _) = Parser.parse(SourceText(ownModule: "text", text))
        XCTAssertEqual(functions(in: quick.body), functions(in: whole.body), file.path)
      }
    }
    XCTAssertGreaterThan(count, 100)
  }

  /// Where the names of the functions stand that are not within others.
  private func functions(in body: [Stmt]) -> [Span] {
    body.flatMap { statement -> [Span] in
      switch statement.kind {
      case .functionDef(let function): [function.nameSpan]
      case .classDef(let cls): [cls.nameSpan] + functions(in: cls.body)
      case .if(_, let body, let orElse): functions(in: body) + functions(in: orElse)
      default: []
      }
    }
  }

  func testAFunctionThatHasNotBeenCalledLooksLikeAnyOther() throws {
    let script = """
      import inspect, statistics, textwrap
      print(textwrap.dedent.__name__, textwrap.dedent.__qualname__, textwrap.dedent.__module__)
      print(textwrap.dedent.__code__.co_varnames[0], inspect.signature(textwrap.dedent))
      print(inspect.isgeneratorfunction(textwrap.dedent), textwrap.TextWrapper.wrap.__qualname__)
      same = textwrap.dedent
      print(repr(textwrap.dedent("  a\\n  b")), same is textwrap.dedent, same("  c"))
      try:
          statistics.mean([])
      except statistics.StatisticsError as error:
          print(error)
      """
    let printed = try runProgram(builtProgram(), ["exec", "-c", script])
    XCTAssertEqual(printed.output, try runPython(script, input: ""))
  }
}
