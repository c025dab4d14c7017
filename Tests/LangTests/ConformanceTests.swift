import Foundation
import XCTest

/// Runs every program under `Tests/Conformance` under CPython and under `katydid exec`: what they write to either
/// output, and the status they end with, must be the same byte for byte.
final class ConformanceTests: XCTestCase {
  private struct Outcome {
    let output: [String]
    let errors: [String]
    let status: Int32
  }

  /// What the runs gave, gathered from several threads.
  private final class Results: @unchecked Sendable {
    private let lock = NSLock()
    private var pairs: [Int: (Result<Outcome, any Error>, Result<Outcome, any Error>)] = [:]

    func add(_ index: Int, _ ours: Result<Outcome, any Error>, _ theirs: Result<Outcome, any Error>) {
      lock.withLock { pairs[index] = (ours, theirs) }
    }

    func pair(_ index: Int) -> (Result<Outcome, any Error>, Result<Outcome, any Error>)? {
      lock.withLock { pairs[index] }
    }
  }

  private static func outcome(_ program: String, _ arguments: [String]) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    // The errors go to a file, so that neither output can fill up while the other is read.
    let errors = FileManager.default.temporaryDirectory.appendingPathComponent("errors-\(UUID().uuidString)")
    FileManager.default.createFile(atPath: errors.path, contents: nil)
    defer { try? FileManager.default.removeItem(at: errors) }
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    func lines(_ data: Data) -> [String] {
      String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    return Outcome(output: lines(data), errors: lines(try Data(contentsOf: errors)), status: process.terminationStatus)
  }

  private func compare(_ ours: [String], _ theirs: [String], _ file: String, _ what: String) {
    var shown = 0
    for (line, pair) in zip(ours, theirs).enumerated() where pair.0 != pair.1 && shown < 3 {
      shown += 1
      XCTFail("\(file), \(what), line \(line + 1): \(pair.0)\nCPython: \(pair.1)")
    }
    XCTAssertEqual(ours.count, theirs.count, "\(file): lines of \(what)")
  }

  /// The arguments that a program is run with: those of each run that its first line names (`# runs: a b | c`), or
  /// none.
  private func runs(of path: String) throws -> [[String]] {
    let first = try String(contentsOfFile: path, encoding: .utf8).prefix { $0 != "\n" }
    guard first.hasPrefix("# runs:") else { return [[]] }
    return first.dropFirst(7).split(separator: "|").map { $0.split(separator: " ").map(String.init) }
  }

  func testProgramsDoWhatTheyDoUnderCPython() throws {
    let folder = Self.folder
    let files = try Self.files()
    XCTAssertGreaterThan(files.count, 400)
    let all = try files.flatMap { file in try runs(of: folder + "/" + file).map { (file, $0) } }
    let program = builtProgram()
    let results = Results()
    DispatchQueue.concurrentPerform(iterations: all.count) { index in
      let (file, arguments) = all[index]
      let theirs = Result {
        try Self.outcome("/usr/bin/env", ["python3", "-B", folder + "/" + file] + arguments)
      }
      let ours = Result { try Self.outcome(program, ["exec", folder + "/" + file] + arguments) }
      results.add(index, ours, theirs)
    }
    var facts = 0
    for (index, (file, arguments)) in all.enumerated() {
      guard let (ours, theirs) = results.pair(index) else { continue }
      let (mine, other) = (try ours.get(), try theirs.get())
      let run = ([file] + arguments).joined(separator: " ")
      XCTAssertEqual(mine.status, other.status, "\(run): exit status")
      compare(mine.output, other.output, run, "output")
      compare(mine.errors, other.errors, run, "errors")
      facts += other.output.count
    }
    XCTAssertGreaterThan(facts, 10_000, "printed facts")
  }

  /// Collections in between change nothing of what a program does: a value that they don't find would be lost.
  func testCollectionsChangeNothing() throws {
    let folder = Self.folder
    let files = try Self.files().filter { file in
      // Those show when objects die, nest so deeply that each collection takes long, or look at each character there is.
      let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
      return !["gc", "weakref", "__del__", "RecursionError", "0x110000"].contains { text.contains($0) }
    }
    let program = builtProgram()
    let results = Results()
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      let run = [program, "exec", folder + "/" + files[index]]
      let often = Result { try Self.outcome("/usr/bin/env", ["KATYDID_GC_STRESS=\(Self.interval)"] + run) }
      results.add(index, often, Result { try Self.outcome("/usr/bin/env", run) })
    }
    for (index, file) in files.enumerated() {
      guard let (often, usual) = results.pair(index) else { continue }
      let (left, right) = (try often.get(), try usual.get())
      XCTAssertEqual(left.status, right.status, "\(file): exit status")
      compare(left.output, right.output, file, "output")
      compare(left.errors, right.errors, file, "errors")
    }
  }

  /// At each so many-th safe point there is a collection.
  private static let interval = 100

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Conformance").path

  private static func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".py") }.sorted()
  }
}
