import Foundation

/// What the commands say when they can't go on.
enum Terminal {
  /// Writes a text to standard error.
  static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

  /// Writes a text and a newline to standard error.
  static func complain(_ text: String) { write(text + "\n") }
}
