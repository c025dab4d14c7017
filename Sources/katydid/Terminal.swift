import Glibc

/// What the commands say when they can't go on.
enum Terminal {
  /// Writes a text and a newline to standard error.
  static func complain(_ text: String) {
    var text = text + "\n"
    text.withUTF8 { bytes in
      _ = write(STDERR_FILENO, bytes.baseAddress, bytes.count)
    }
  }
}
