import CLinux
import Foundation
import Lang
import Lint
import Runtime

/// One run of `katydid lint`: the configuration and options put together, and the files gone through.
final class LintSession {
  private let paths: [String]
  private let fixes: LintFixOptions
  private let output: LintOutputOptions
  private var configuration = LintConfiguration()
  private let knowledge = Knowledge(load: SpecModules.load)
  private var linters: [[String]: Linter] = [:]
  private let isUnsafe: Bool
  private var hasLargePages = false
  /// The files of the present run.
  private var covered: Set<String> = []

  init(
    _ paths: [String], _ rules: LintRuleOptions, _ fixes: LintFixOptions, _ output: LintOutputOptions
  ) throws(LintConfiguration.Fault) {
    self.paths = paths.isEmpty ? ["."] : paths
    self.fixes = fixes
    self.output = output
    if let config = rules.config {
      guard let read = try LintConfiguration.read(config) else {
        throw LintConfiguration.Fault(text: "\(config): it says nothing of lint")
      }
      configuration = read
    } else if !rules.isolated {
      configuration = try LintConfiguration.find(from: ".")
    }
    if let select = rules.select { configuration.options.select = try LintSession.codes(select) }
    if let more = rules.extendSelect { configuration.options.extendSelect += try LintSession.codes(more) }
    if let ignore = rules.ignore { configuration.options.ignore += try LintSession.codes(ignore) }
    if let tags = rules.knownTags { configuration.options.knownTags = Set(LintSession.words(tags)) }
    if let exclude = output.exclude { configuration.exclude += LintSession.words(exclude) }
    if let respects = output.respectGitignore { configuration.respectsGitIgnore = respects }
    isUnsafe = fixes.unsafeFixes || configuration.unsafeFixes
  }

  private static func words(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  private static func codes(_ text: String) throws(LintConfiguration.Fault) -> [String] {
    let codes = words(text)
    for code in codes where !LintOptions.isKnown(code) {
      throw LintConfiguration.Fault(text: "no rule is called '\(code)'; docs/rules/README.md lists them")
    }
    return codes
  }

  /// The linter for a file: those with the same rules share one.
  private func linter(for path: String) -> Linter {
    let ignores = configuration.ignores(for: path)
    if let known = linters[ignores] {
      known.covered = covered
      return known
    }
    var options = configuration.options
    options.ignore += ignores
    let linter = Linter(knowledge: knowledge, options: options)
    linter.covered = covered
    linters[ignores] = linter
    return linter
  }

  // MARK: A run

  /// Goes through the files once; gives the exit status.
  func run() -> Int32 {
    var results: [LintResult] = []
    var fixed = 0
    var differences = ""
    if paths == ["-"] {
      let bytes = Array(FileHandle.standardInput.readDataToEndOfFile())
      let source = SourceText(name: output.stdinFilename, bytes: bytes)
      if fixes.fix || fixes.diff {
        let outcome = Fixer.fix(source, with: linter(for: source.name), isUnsafe: isUnsafe)
        let text =
          fixes.diff ? difference(source, outcome.source) : String(decoding: outcome.source.bytes, as: UTF8.self)
        print(text, terminator: "")
        if fixes.diff { return text.isEmpty || output.exitZero ? 0 : 1 }
        // Standard output holds the mended text, so that an editor can take it.
        Terminal.write(OutputFormat.concise.render([LintResult(source: outcome.source, findings: outcome.remaining)]))
        return outcome.remaining.isEmpty || output.exitZero ? 0 : 1
      }
      results = [LintResult(source: source, findings: linter(for: source.name).lint(source))]
    } else {
      let (files, missing) = find()
      for path in missing { Terminal.complain("katydid: no such file or folder: \(path)") }
      guard missing.isEmpty else { return 2 }
      covered = Set(files)
      for path in files {
        guard let source = SourceFiles.read(path) else {
          Terminal.complain("katydid: can't read \(path)")
          return 2
        }
        prepare(for: source)
        guard fixes.fix || fixes.diff else {
          results.append(LintResult(source: source, findings: linter(for: path).lint(source)))
          continue
        }
        let outcome = Fixer.fix(source, with: linter(for: path), isUnsafe: isUnsafe)
        if fixes.diff {
          differences += difference(source, outcome.source)
        } else {
          if outcome.count > 0, !write(outcome.source, over: source, to: path) { return 2 }
          fixed += outcome.count
          results.append(LintResult(source: outcome.source, findings: outcome.remaining))
        }
      }
    }
    if fixes.diff {
      print(differences, terminator: "")
      return differences.isEmpty || output.exitZero ? 0 : 1
    }
    show(results, fixed: fixed)
    return results.allSatisfy(\.findings.isEmpty) || output.exitZero ? 0 : 1
  }

  /// From what length on a file is worth another way of the heap, in bytes.
  private static let longFile = 100_000

  private func prepare(for source: SourceText) {
    guard source.bytes.count > LintSession.longFile, !hasLargePages else { return }
    hasLargePages = true
    katydid_use_large_pages(64 << 20)
  }

  private func find() -> (files: [String], missing: [String]) {
    FileFinder.files(paths, exclude: configuration.exclude, respectsGitIgnore: configuration.respectsGitIgnore)
  }

  private func difference(_ old: SourceText, _ new: SourceText) -> String {
    UnifiedDiff.text(from: old.bytes, to: new.bytes, name: old.name)
  }

  /// Writes a mended text; false, with a complaint, when that can't be done.
  private func write(_ mended: SourceText, over old: SourceText, to path: String) -> Bool {
    do throws(Library.FileFault) {
      let bytes = try HostFiles.all.read(path)
      let mark: [UInt8] = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? [0xEF, 0xBB, 0xBF] : []
      // The text was decoded from another encoding, which it can't be given back.
      guard mark + old.bytes == bytes else {
        Terminal.complain("katydid: \(path) is not in UTF-8, it can't be mended")
        return false
      }
      try HostFiles.all.write(path, mark + mended.bytes, false)
      return true
    } catch {
      Terminal.complain("katydid: can't write \(path)")
      return false
    }
  }

  private func show(_ results: [LintResult], fixed: Int) {
    let count = results.reduce(0) { $0 + $1.findings.count }
    let format = output.outputFormat ?? configuration.outputFormat ?? .full
    if output.statistics {
      print(LintStatistics.text(results), terminator: "")
    } else {
      let colours = isatty(1) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
      print(format.render(results, colours: colours), terminator: "")
    }
    fflush(nil)
    guard format == .full || format == .concise || output.statistics else { return }
    let files = results.count == 1 ? "1 file" : "\(results.count) files"
    let mended = fixed == 0 ? "" : "\(fixed) mended, "
    let mendable = results.flatMap(\.findings).compactMap(\.fix)
    let safe = mendable.count(where: \.isSafe)
    var summary = "\(files) checked, \(mended)\(count == 0 ? "nothing found" : "\(count) found")"
    if safe > 0 { summary += "; --fix mends \(safe)" }
    if mendable.count > safe, !isUnsafe {
      summary += "\(safe > 0 ? "," : "; --fix") --unsafe-fixes \(mendable.count - safe) more"
    }
    Terminal.complain(summary)
  }

  // MARK: Watching

  /// How often the files' times are looked at, in µs.
  private static let interval: UInt32 = 300_000

  /// Goes through the files again whenever one changes, appears or goes; ends with Ctrl-C.
  func watch() -> Int32 {
    signal(SIGINT) { _ in _exit(0) }
    var last: [String: Int]?
    while true {
      let now = times()
      if now != last {
        last = now
        if isatty(1) == 1 { print("\u{1B}[2J\u{1B}[H", terminator: "") }
        _ = run()
        Terminal.complain("watching; Ctrl-C ends it")
      }
      usleep(LintSession.interval)
      if getppid() == 1 { return 0 }
    }
  }

  /// When each file changed last.
  private func times() -> [String: Int] {
    Dictionary(
      find().files.map { path in (path, (try? HostFiles.all.measure(path).changed) ?? 0) },
      uniquingKeysWith: { first, _ in first })
  }
}
