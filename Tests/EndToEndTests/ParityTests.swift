import Foundation
import ProcessRun
import XCTest

/// The specs of `Tests/Parity` under Locust 2.47 and under Katydid, each with one user (unless it says otherwise) and a
/// fixed number of tasks: both must have the same requests, failures, exceptions, printed lines, columns and status.
///
/// `# options:` in a spec gives further options, `# no-host`, `# no-csv` and `# own-users` leave those out, `# unordered`
/// compares what is printed in any order, `# conf:` is a line of `locust.conf`, `# env:` a variable, `# script` runs the
/// spec as a program of its own;
/// `# differs: PART: REASON` names a part that differs, and why.
final class ParityTests: KatydidTestCase {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let version = "2.47.0"
  /// How many runs go on at once. Nearly all the time they wait.
  private static let parallel = 8

  /// The parts of a run that are compared.
  private enum Part: String, CaseIterable, Sendable {
    case status, output, requests, failures, exceptions, columns
  }

  /// What one program has made of a spec.
  private struct Outcome: Sendable {
    var parts: [Part: String] = [:]
    var log = ""
  }

  /// A spec and what it says about itself.
  private struct Spec: Sendable {
    let name: String
    let text: String
    var options: [String] { directives("options").flatMap { $0.split(separator: " ").map(String.init) } }
    var configuration: [String] { directives("conf") }
    var environment: [String: String] {
      Dictionary(
        directives("env").map { line in
          let parts = line.split(separator: "=", maxSplits: 1)
          return (String(parts[0]), String(parts.last ?? ""))
        }, uniquingKeysWith: { $1 })
    }
    var hasUsers: Bool { text.contains("# own-users") }
    var hasHost: Bool { !text.contains("# no-host") }
    var isScript: Bool { text.contains("# script") }
    var isUnordered: Bool { text.contains("# unordered") }
    var hasCSV: Bool { !text.contains("# no-csv") }

    /// The parts that differ, with their reasons.
    var differences: [String: String] {
      var found: [String: String] = [:]
      for line in text.split(separator: "\n") where line.hasPrefix("# differs: ") {
        let words = line.dropFirst(11).split(separator: ":", maxSplits: 1)
        found[String(words[0])] = words.count > 1 ? String(words[1]) : ""
      }
      return found
    }

    private func directives(_ name: String) -> [String] {
      text.split(separator: "\n").filter { $0.hasPrefix("# \(name): ") }.map { String($0.dropFirst(name.count + 4)) }
    }
  }

  /// The locust command of a virtual environment that is made when it is missing.
  private static func locust() throws -> String {
    if let given = ProcessInfo.processInfo.environment["KATYDID_LOCUST"] { return given }
    let folder = root.appendingPathComponent(".build-locust").path
    let command = folder + "/bin/locust"
    if !FileManager.default.isExecutableFile(atPath: command) {
      for words in [["python3", "-m", "venv", folder], [folder + "/bin/pip", "install", "-q", "locust==\(version)"]] {
        let result = try ProcessRun("/usr/bin/env", words).finish(within: 180)
        guard result.status == 0 else { throw XCTSkip("Locust can't be installed: \(result.errors)") }
      }
    }
    return command
  }

  func testEverySpecDoesTheSame() throws {
    let folder = ParityTests.root.appendingPathComponent("Tests/Parity")
    let shared = try String(contentsOf: folder.appendingPathComponent("parity.py"), encoding: .utf8)
    let specs = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".py") && $0 != "parity.py" }
      .map { Spec(name: $0, text: try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)) }
    XCTAssertGreaterThanOrEqual(specs.count, 120)
    let programs = [try ParityTests.locust(), "katydid"]
    let host = host
    let outcomes = Shared(Array(repeating: Outcome(), count: specs.count * 2))
    let next = Shared(0)
    let group = DispatchGroup()
    for _ in 0..<ParityTests.parallel {
      group.enter()
      Thread {
        while true {
          let index = next.update { value in
            value += 1
            return value - 1
          }
          guard index < specs.count * 2 else { break }
          let outcome = ParityTests.run(specs[index / 2], programs[index % 2], host, shared)
          outcomes.update { $0[index] = outcome }
        }
        group.leave()
      }.start()
    }
    group.wait()
    let all = outcomes.update { $0 }
    for (index, spec) in specs.enumerated() {
      let (theirs, ours) = (all[index * 2], all[index * 2 + 1])
      for part in Part.allCases {
        if spec.differences[part.rawValue] != nil {
          XCTAssertNotEqual(theirs.parts[part], ours.parts[part], "\(spec.name): \(part) no longer differs")
        } else {
          XCTAssertEqual(
            ours.parts[part] ?? "", theirs.parts[part] ?? "", "\(spec.name): \(part)\n\(ours.log.suffix(2000))")
        }
      }
    }
  }

  private static func run(_ spec: Spec, _ program: String, _ host: String, _ shared: String) -> Outcome {
    if spec.isScript { return runAlone(spec, program, host) }
    var words = ["--headless"] + (spec.hasUsers ? [] : ["-u", "1"]) + (spec.hasCSV ? ["--csv", "out"] : [])
    if spec.hasHost { words += ["--host", host] }
    guard
      let run = try? ProcessRun(
        program, words + spec.options, environment: spec.environment.merging(["HOME": "."]) { $1 },
        files: [
          "locustfile.py": spec.text, "parity.py": shared,
          "locust.conf": spec.configuration.map { $0 + "\n" }.joined(),
        ])
    else { return Outcome() }
    let result = run.finish(within: 40)
    var outcome = Outcome()
    outcome.log = result.errors
    outcome.parts[.status] = result.isLate ? "late" : result.status.map { "\($0)" } ?? "signal"
    outcome.parts[.output] =
      spec.isUnordered ? result.output.split(separator: "\n").sorted().joined(separator: "\n") : result.output
    let files = ["stats", "failures", "exceptions", "stats_history"].map { CSVTable(run.file("out_\($0).csv")) }
    outcome.parts[.requests] = files[0].lines(of: ["Type", "Name", "Request Count", "Failure Count"])
    outcome.parts[.failures] = files[1].lines(of: ["Method", "Name", "Error", "Occurrences"])
    outcome.parts[.exceptions] = files[2].lines(of: ["Count", "Message"])
    outcome.parts[.columns] = files.map { $0.head.joined(separator: ",") }.joined(separator: "\n")
    return outcome
  }

  /// Runs a spec as a program, which Locust's users do with `python` and ours with `katydid exec`.
  ///
  /// Of the lines that `run_single_user` prints, the response times are left out.
  private static func runAlone(_ spec: Spec, _ program: String, _ host: String) -> Outcome {
    let isOurs = program == "katydid"
    let python = URL(fileURLWithPath: program).deletingLastPathComponent().appendingPathComponent("python3").path
    guard
      let run = try? ProcessRun(
        isOurs ? program : python, (isOurs ? ["exec"] : []) + ["locustfile.py"],
        environment: spec.environment.merging(["HOME": ".", "TARGET": host]) { $1 },
        files: ["locustfile.py": spec.text])
    else { return Outcome() }
    let result = run.finish(within: 40)
    var outcome = Outcome()
    outcome.log = result.errors
    outcome.parts[.status] = result.status.map { "\($0)" } ?? "signal"
    outcome.parts[.output] = result.output.replacing(/\t\d+ +\t/, with: "\tN\t").replacing(
      /\t\d+\.\d+ +\t/, with: "\tN\t")
    return outcome
  }
}

/// A value that threads share.
private final class Shared<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value

  init(_ value: Value) { self.value = value }

  func update<Result>(_ body: (inout Value) -> Result) -> Result { lock.withLock { body(&value) } }
}
