import Glibc

/// The system's texts for its error codes.
enum SystemError {
  /// `os.strerror(code)`
  static func text(_ code: Int32) -> String { String(cString: strerror(code)) }
}
