import Foundation
import Lang
import Lint
import Runtime
import XCTest

/// Tests that lint texts in this process.
class LintTestCase: XCTestCase {
  /// Loading modules is what takes time, so all tests share what is known.
  nonisolated(unsafe) private static let knowledge = Knowledge(load: SpecModules.load)

  /// The package's root.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A linter that applies the rules whose codes begin so; the default ones without any.
  func linter(_ codes: String...) -> Linter {
    var options = LintOptions()
    if !codes.isEmpty { options.select = codes }
    return Linter(knowledge: LintTestCase.knowledge, options: options)
  }

  /// What is found in a text, as `line:column CODE`.
  func findings(_ text: String, _ codes: String..., name: String = "spec.py") -> [String] {
    var options = LintOptions()
    if !codes.isEmpty { options.select = codes }
    let source = SourceText(name: name, text)
    return Linter(knowledge: LintTestCase.knowledge, options: options).lint(source).map { finding in
      let start = source.position(at: Int(finding.span.start))
      return "\(start.line):\(start.column) \(finding.code)"
    }
  }

  /// The files of a folder of the package that end in `.py`, by path.
  static func pythonFiles(in folder: String) throws -> [URL] {
    let path = root.appendingPathComponent(folder)
    return try FileManager.default.contentsOfDirectory(at: path, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "py" }.sorted { $0.path < $1.path }
  }
}
