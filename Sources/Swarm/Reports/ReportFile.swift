import Glibc

/// A file that a report goes to.
struct ReportFile {
  private let descriptor: Int32

  /// A report that can't be written.
  struct Fault: Error {
    /// What is wrong, for people.
    let text: String
  }

  /// Opens a file for writing, and makes the folders above it. What was in the file is lost.
  ///
  /// - Throws: `Fault` when it can't be written.
  init(_ path: String) throws(Fault) {
    for index in path.indices where path[index] == "/" && index != path.startIndex {
      mkdir(String(path[..<index]), 0o755)
    }
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw Fault(text: "can't write '\(path)': \(String(cString: strerror(errno)))")
    }
  }

  /// Adds text at the end.
  func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var sent = 0
      while sent < bytes.count {
        let count = write(descriptor, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
        if count > 0 { sent += count } else if errno != EINTR { return }
      }
    }
  }

  /// Replaces everything.
  func replace(_ text: String) {
    lseek(descriptor, 0, SEEK_SET)
    append(text)
    ftruncate(descriptor, lseek(descriptor, 0, SEEK_CUR))
  }

  /// Closes the file.
  func close() { Glibc.close(descriptor) }
}
