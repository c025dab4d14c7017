import Foundation
import XCTest

/// Manual pages and completions, as the tools that read them see them.
final class CommandDescriptionTests: XCTestCase {
  func testManualPagesAreWellFormedAndNameEveryOption() throws {
    let folder = try Deploy.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Deploy.require("$1 man $2", [Deploy.katydid, folder.path])
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    XCTAssertTrue(pages.contains("katydid.1"))
    XCTAssertTrue(pages.contains("katydid-lint.1"))
    XCTAssertFalse(pages.contains { $0.contains("check-spec") }, "a page of a hidden command")
    for page in pages {
      let warnings = try Deploy.require(
        "MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z $1 2>&1 >/dev/null",
        [folder.appendingPathComponent(page).path])
      XCTAssertEqual(warnings, "", page)
    }
    let text = try Deploy.require(
      "MANWIDTH=200 man -l $1 | col -b", [folder.appendingPathComponent("katydid.1").path])
    let help = try Deploy.require("$1 --help", [Deploy.katydid])
    for option in help.matches(of: /--[a-z][a-z-]+/).map({ String($0.output) }) {
      XCTAssertTrue(text.contains(option), "\(option) is missing")
    }
  }

  /// Completes the last word as bash does.
  private func completions(_ words: String...) throws -> [Substring] {
    try Deploy.require(
      """
      exec bash -c 'source <("$0" completion bash); compopt() { :; }
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _katydid; printf "%s\\n" "${COMPREPLY[@]}"' "$@"
      """, [Deploy.katydid] + words
    ).split(separator: "\n")
  }

  func testBashCompletesCommandsOptionsAndValues() throws {
    XCTAssertEqual(try completions("katydid", "li"), ["lint"])
    XCTAssertEqual(try completions("katydid", "--master-h"), ["--master-host"])
    XCTAssertEqual(try completions("katydid", "lint", "--output-format", "js"), ["json", "json-lines"])
    XCTAssertEqual(try completions("katydid", "--swap", ""), ["keep", "restart"])
  }

  func testZshAndFishTakeTheirScripts() throws {
    try Deploy.require("$1 completion zsh > script; zsh -n script", [Deploy.katydid])
    try Deploy.require("$1 completion fish > script; fish -n script", [Deploy.katydid])
    let lines = try Deploy.require(
      "$1 completion fish > script; fish -c 'source script; complete -C\"katydid lint --output-format j\"'",
      [Deploy.katydid])
    XCTAssertEqual(
      lines.split(separator: "\n").map { $0.prefix { $0 != "\t" } }.sorted(), ["json", "json-lines", "junit"])
  }
}
