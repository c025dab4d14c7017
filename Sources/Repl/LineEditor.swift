import CEdit
import Foundation

/// A line edited on a terminal by libedit: Emacs or vi keys as the user's `.editrc` says, history, completion.
final class LineEditor {
  /// What reading a line came to.
  enum Line {
    case text(String)
    /// Ctrl-C.
    case interrupted
    /// Ctrl-D on an empty line.
    case end
  }

  private let editor: OpaquePointer
  private let history: OpaquePointer
  private let historyPath: String?
  /// The prompt being shown; libedit asks for it again and again.
  nonisolated(unsafe) private static var prompt = UnsafeMutablePointer<CChar>(mutating: strdup(""))
  /// What completes: gets the line up to the cursor, gives the beginning to replace and the candidates.
  nonisolated(unsafe) static var complete: (String) -> (start: String, candidates: [String]) = { _ in ("", []) }

  /// How many lines are kept.
  private static let historySize: Int32 = 2000

  /// Starts editing on the process's terminal; nil when it can't be.
  init?(historyPath: String?) {
    // Only what letters are: numbers must not be written the local way.
    setlocale(LC_CTYPE, "")
    guard let editor = katydid_edit_start("katydid"), let history = history_init() else { return nil }
    self.editor = editor
    self.history = history
    self.historyPath = historyPath
    _ = katydid_edit_set_prompt(editor) { _ in LineEditor.prompt }
    _ = katydid_edit_set_editor(editor, "emacs")
    _ = katydid_edit_handle_signals(editor, 1)
    _ = katydid_history_set_size(history, LineEditor.historySize)
    _ = katydid_history_set_unique(history, 1)
    _ = katydid_edit_use_history(editor, history)
    _ = katydid_edit_add_function(editor, "katydid-complete", "Complete the word") { editor, _ in
      editor.map(LineEditor.completed) ?? UInt8(CC_ERROR)
    }
    _ = katydid_edit_add_function(editor, "katydid-backspace", "Delete a character, or a level of indentation") {
      editor, _ in editor.map(LineEditor.shortened) ?? UInt8(CC_ERROR)
    }
    bindKeys()
    // The user's own keys come last, so that they win.
    _ = el_source(editor, nil)
    // Except that the change to vi's keys, `bind -v`, forgets all others.
    if let mode = katydid_edit_editor(editor), String(cString: mode) == "vi" { bindKeys() }
    if let historyPath { _ = katydid_history_load(history, historyPath) }
  }

  private func bindKeys() {
    let keys = [
      ("^I", "katydid-complete"), ("^R", "em-inc-search-prev"), ("^?", "katydid-backspace"),
      ("^H", "katydid-backspace"),
    ]
    for (key, function) in keys { _ = katydid_edit_bind(editor, key, function) }
  }

  deinit {
    history_end(history)
    el_end(editor)
  }

  /// Reads a line.
  ///
  /// - Parameter start: what it begins with, which can be edited.
  func read(_ prompt: String, start: String = "") -> Line {
    free(LineEditor.prompt)
    LineEditor.prompt = strdup(prompt)
    // A Ctrl-D typed as soon as the prompt is there would be the end of a line to a terminal in its usual mode.
    _ = katydid_edit_prepare_terminal(editor)
    // What is pasted is there already, and is indented as it is meant.
    var waiting: Int32 = 0
    if !start.isEmpty, ioctl(0, UInt(FIONREAD), &waiting) == 0, waiting == 0 { el_push(editor, start) }
    var count: Int32 = 0
    errno = 0
    guard let text = el_gets(editor, &count), count > 0 else {
      let isCut = errno == EINTR
      let isInterrupt = Interruption.take() || isCut
      print("")
      fflush(nil)
      return isInterrupt ? .interrupted : .end
    }
    let line = String(cString: text)
    return .text(line.hasSuffix("\n") ? String(line.dropLast()) : line)
  }

  /// Remembers an input for the next time.
  func remember(_ input: String) {
    guard !input.isEmpty else { return }
    _ = katydid_history_enter(history, input)
    if let historyPath { _ = katydid_history_save(history, historyPath) }
  }

  /// How many blanks a level of indentation has.
  static let indentation = 4

  private static func shortened(_ editor: OpaquePointer) -> UInt8 {
    guard let info = el_line(editor)?.pointee, let buffer = info.buffer, let cursor = info.cursor, cursor > buffer
    else {
      return UInt8(CC_ERROR)
    }
    let before = UnsafeRawBufferPointer(start: buffer, count: cursor - buffer)
    let isBlank = before.allSatisfy { $0 == UInt8(ascii: " ") } && before.count % indentation == 0
    // A character may be several bytes; libedit counts characters.
    el_deletestr(editor, isBlank ? Int32(indentation) : 1)
    return UInt8(CC_REFRESH)
  }

  private static func completed(_ editor: OpaquePointer) -> UInt8 {
    guard let info = el_line(editor)?.pointee, let buffer = info.buffer, let cursor = info.cursor else {
      return UInt8(CC_ERROR)
    }
    let bytes = UnsafeRawBufferPointer(start: buffer, count: cursor - buffer)
    let line = String(decoding: bytes, as: UTF8.self)
    // At the beginning of a line a tab indents.
    if line.allSatisfy({ $0 == " " }) {
      return el_insertstr(editor, "    ") == 0 ? UInt8(CC_REFRESH) : UInt8(CC_ERROR)
    }
    let (start, candidates) = complete(line)
    guard let first = candidates.first else { return UInt8(CC_REFRESH_BEEP) }
    let common = candidates.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    if common.count > start.count {
      return el_insertstr(editor, String(common.dropFirst(start.count))) == 0 ? UInt8(CC_REFRESH) : UInt8(CC_ERROR)
    }
    if candidates.count == 1 { return UInt8(CC_REFRESH) }
    print("\n" + candidates.prefix(200).joined(separator: "  "))
    fflush(nil)
    return UInt8(CC_REDISPLAY)
  }
}
