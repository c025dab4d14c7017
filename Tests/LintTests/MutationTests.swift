import Foundation
import Lang
import Lint
import XCTest

/// Breaks every example in every place by every fault of a list, one at a time: the fault has to be found on its line.
final class MutationTests: LintTestCase {
  /// A fault: what is replaced in a line, by what.
  private struct Fault {
    let pattern: String
    let replacement: String
    /// Whether it only counts where lint can know the receiver.
    init(_ pattern: String, _ replacement: String) {
      self.pattern = pattern
      self.replacement = replacement
    }
  }

  private static let faults = [
    // Syntax.
    Fault(#"^(\s*(?:def|class|if|elif|else|with|for)\b.*):$"#, "$1"),
    Fault(#"^(\s+self\.client\..*)\)$"#, "$1"),
    Fault(#"^(\s*\S.*\(.*)\)\)$"#, "$1)))"),
    Fault(#"^(\s+self\.client\.\w+\("[^"]*)"(.*)$"#, "$1$2"),
    Fault(#"^(\s*)def "#, "$1df "),
    Fault(#"\},\s*name=(.*)\)$"#, ", name=$1})"),
    // Names.
    Fault(#"^from locust import HttpUser"#, "from locust import HttpUsr"),
    Fault(#"^import random$"#, "import randm"),
    Fault(#"^import (logging|string|json|time)$"#, "import $1x"),
    Fault(#"^(\s*)@task\b"#, "$1@taks"),
    Fault(#"= between\("#, "= betwen("),
    Fault(#"\bself\.client\."#, "slef.client."),
    Fault(#"\brandom\.random\("#, "random.randon("),
    Fault(#"\brandom\.choice"#, "random.chioce"),
    Fault(#"\blogging\.error\("#, "loging.error("),
    Fault(#"\bevents\.(\w+)\.add_listener"#, "events.$1x.add_listener"),
    Fault(#"\.add_listener\b"#, ".add_listner"),
    Fault(#"^(class \w+)\(HttpUser\)"#, "$1(HtpUser)"),
    // Calls and attributes.
    Fault(#"\bself\.client\.(get|post)\("#, "self.client.$1t("),
    Fault(#"\bself\.client\b"#, "self.clent"),
    Fault(#", name="#, ", nam="),
    Fault(#"\bheaders="#, "header="),
    Fault(#"\bparams="#, "parms="),
    Fault(#"\bcatch_response=True"#, "catch_respons=True"),
    Fault(#"\bresponse\.status_code\b"#, "response.status"),
    Fault(#"\bresponse\.text\b"#, "response.txt"),
    Fault(#"\bresponse\.failure\("#, "response.fail("),
    Fault(#"\bself\.interrupt\(\)"#, "self.interupt()"),
    Fault(#"between\(([\d.]+), [\d.]+\)"#, "between($1)"),
    Fault(#"constant\([\d.]+\)"#, "constant()"),
    Fault(#"def (\w+)\(self\):"#, "def $1():"),
    Fault(#"self\.client\.get\(("[^"]*")\)"#, "self.client.get($1, 1)"),
    Fault(#"\(environment, \*\*kwargs\)"#, "(env, **kwargs)"),
    // Load tests.
    Fault(#"between\(0\.5, 1\.5\)"#, "between(1.5, 0.5)"),
    Fault(#""User-Agent""#, "\"UserAgent\""),
    Fault(#"wait_time = constant\(([\d.]+)\)"#, "wait_time = $1"),
    Fault(#"@task\(\d+\)"#, "@task(0)"),
    Fault(#"self\.client\.get\("/(\w*)"\)"#, "self.client.get(\"https://localhost/$1\")"),
    Fault(#"self\.client\.get\(("/\w*")\)"#, "self.client.get($1 + str(id(self)))"),
    Fault(#"with (self\.client\.\w+\(.*\)) as response:"#, "with $1 as respons:"),
  ]

  func testEveryFaultIsFoundOnItsLine() throws {
    var count = 0
    var missed: [String] = []
    for file in try LintTestCase.pythonFiles(in: "examples") {
      let text = try String(contentsOf: file, encoding: .utf8)
      let before = Set(messages(text, file.lastPathComponent))
      var lines = text.components(separatedBy: "\n")
      for fault in MutationTests.faults {
        let expression = try NSRegularExpression(pattern: fault.pattern)
        for index in lines.indices {
          let line = lines[index]
          let range = NSRange(line.startIndex..., in: line)
          let broken = expression.stringByReplacingMatches(in: line, range: range, withTemplate: fault.replacement)
          guard broken != line, !line.trimmingCharacters(in: .whitespaces).hasPrefix("#") else { continue }
          lines[index] = broken
          let found = messages(lines.joined(separator: "\n"), file.lastPathComponent).filter { !before.contains($0) }
          lines[index] = line
          count += 1
          // What a name stands for may only be missed where it is used, further down.
          let isThere = found.contains { $0.hasPrefix("\(index + 1): ") }
          let isOfUse = broken.contains(" as respons:") && !found.isEmpty
          if !isThere, !isOfUse { missed.append("\(file.lastPathComponent):\(index + 1): \(broken) gives \(found)") }
        }
      }
    }
    XCTAssertGreaterThan(count, 60)
    XCTAssertEqual(missed, [], "\(missed.count) of \(count)")
  }

  /// What is found, as `line: CODE message`.
  private func messages(_ text: String, _ name: String) -> [String] {
    let source = SourceText(name: "examples/" + name, text)
    return linter().lint(source).map { finding in
      "\(source.position(at: Int(finding.span.start)).line): \(finding.code) \(finding.message)"
    }
  }
}
