import Foundation
import Lang
import Lint
import XCTest

/// Each rule finds what its fixture marks, and nothing else; its page says what it does.
final class RuleTests: LintTestCase {
  /// A line that ends in `# bad` or `# bad: COLUMN` is where the rule has to find something, in the column, and only
  /// there.
  func testFixtures() throws {
    let files = try LintTestCase.pythonFiles(in: "Tests/LintTests/Fixtures")
    var seen: Set<String> = []
    for file in files {
      let code = String(file.lastPathComponent.prefix(5))
      seen.insert(code)
      let source = SourceText(name: file.path, bytes: Array(try Data(contentsOf: file)))
      var wanted: [String] = []
      for line in 1...source.lineCount {
        let text = source.text(ofLine: line)
        guard let mark = text.range(of: "# bad") else { continue }
        let columns = text[mark.upperBound...].split(whereSeparator: { " :,".contains($0) })
        wanted += columns.isEmpty ? ["\(line)"] : columns.map { "\(line):\($0)" }
      }
      XCTAssertFalse(wanted.isEmpty, "\(file.lastPathComponent) marks nothing")
      let found = linter(code).lint(source)
      let got = found.map { source.position(at: Int($0.span.start)) }
      let exact = zip(got, wanted.count == got.count ? wanted : []).map { place, mark in
        mark.contains(":") ? "\(place.line):\(place.column)" : "\(place.line)"
      }
      XCTAssertEqual(
        exact, wanted, "\(file.lastPathComponent): \(got.map { "\($0.line):\($0.column)" }) instead of \(wanted)")
    }
    XCTAssertEqual(Set(RuleCatalog.all.map(\.code)).subtracting(seen), [], "rules without a fixture")
  }

  /// Every page's bad example is found fault with by its rule, the good one by none of the same group.
  func testExamplesOfThePages() {
    for rule in RuleCatalog.all {
      let bad = linter(rule.code).lint(SourceText(name: "bad.py", RuleTests.complete(rule.bad)))
      XCTAssertFalse(bad.isEmpty, "\(rule.code) \(rule.name): nothing is found in its bad example")
      let good = linter(rule.code, "KD0").lint(SourceText(name: "good.py", RuleTests.complete(rule.good)))
      XCTAssertEqual(good.map { "\($0.code) \($0.message)" }, [], "\(rule.code) \(rule.name): its good example")
    }
  }

  /// An excerpt within what it needs around it.
  private static func complete(_ excerpt: String) -> String {
    let head = "import random, time, os, requests, logging\nfrom locust import *\n\n\n"
    if excerpt.contains("import ") { return excerpt + "\n" }
    func indented(_ by: Int) -> String {
      excerpt.split(separator: "\n", omittingEmptySubsequences: false)
        .map { String(repeating: " ", count: by) + $0 }.joined(separator: "\n") + "\n"
    }
    if excerpt.hasPrefix("class ") || excerpt.hasPrefix("def ") { return head + excerpt + "\n" }
    let cls = "class Visitor(HttpUser):\n"
    if excerpt.hasPrefix("@task") || excerpt.hasPrefix("wait_time") || excerpt.hasPrefix("def ") {
      return head + cls + indented(4)
    }
    return head + cls + "    @task\n    def index(self, item_id=1):\n" + indented(8)
  }

  /// `docs/rules` is made of the rules' data: `katydid lint --write-docs docs/rules` brings it up to date.
  func testPagesAreUpToDate() throws {
    let folder = LintTestCase.root.appendingPathComponent("docs/rules")
    for rule in RuleCatalog.all {
      let page = try? String(contentsOf: folder.appendingPathComponent("\(rule.code).md"), encoding: .utf8)
      XCTAssertEqual(page, rule.page, "docs/rules/\(rule.code).md")
    }
    let index = try? String(contentsOf: folder.appendingPathComponent("README.md"), encoding: .utf8)
    XCTAssertEqual(index, RuleInfo.index(RuleCatalog.all))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    XCTAssertEqual(names.count, RuleCatalog.all.count + 1)
  }

  func testCodesAndNamesAreUnique() {
    XCTAssertEqual(Set(RuleCatalog.all.map(\.code)).count, RuleCatalog.all.count)
    XCTAssertEqual(Set(RuleCatalog.all.map(\.name)).count, RuleCatalog.all.count)
  }

  /// Files as people write them, each about something else: nothing is found in them.
  func testNothingIsFoundInRealisticFiles() throws {
    let files = try LintTestCase.pythonFiles(in: "Tests/LintTests/Corpus")
    XCTAssertGreaterThanOrEqual(files.count, 30)
    for file in files {
      let source = SourceText(name: file.path, bytes: Array(try Data(contentsOf: file)))
      let found = linter().lint(source).map { finding in
        "\(file.lastPathComponent):\(source.line(at: Int(finding.span.start))): \(finding.code) \(finding.message)"
      }
      XCTAssertEqual(found, [])
    }
  }

  func testTheExamplesAreClean() throws {
    for file in try LintTestCase.pythonFiles(in: "examples") {
      let source = SourceText(name: file.path, bytes: Array(try Data(contentsOf: file)))
      let errors = linter().lint(source).filter { $0.severity == .error }
      XCTAssertEqual(errors.map { "\($0.code) \($0.message)" }, [], file.lastPathComponent)
    }
  }
}
