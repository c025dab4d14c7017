import Glibc
import Lang

/// What a spec prints during a load test.
///
/// Whole lines go out, each batch in one `write`: so the lines of several workers, the log and the live line keep
/// apart, and nothing is lost with a worker that is killed.
public enum SpecOutput {
  nonisolated(unsafe) private static var unfinishedOutput: [UInt8] = []
  nonisolated(unsafe) private static var unfinishedErrors: [UInt8] = []
  /// A line without end is written in parts of this size.
  private static let longest = 1 << 16

  /// Has `print`, `sys.stdout` and `sys.stderr` write here. To be called before a spec is loaded.
  public static func connect() {
    Host.connect()
    Builtins.output = { bytes in add(bytes, to: &unfinishedOutput, toError: false) }
    Library.write = { text, toError in
      var text = text
      text.withUTF8 { bytes in
        if toError {
          add(bytes, to: &unfinishedErrors, toError: true)
        } else {
          add(bytes, to: &unfinishedOutput, toError: false)
        }
      }
    }
  }

  /// Writes lines that have no end yet: before a fork, which would double them, and before the process ends.
  public static func finish() {
    write(&unfinishedOutput, toError: false)
    write(&unfinishedErrors, toError: true)
  }

  private static func add(_ bytes: UnsafeBufferPointer<UInt8>, to unfinished: inout [UInt8], toError: Bool) {
    guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else {
      unfinished.append(contentsOf: bytes)
      if unfinished.count > longest { write(&unfinished, toError: toError) }
      return
    }
    unfinished.append(contentsOf: bytes[...end])
    write(&unfinished, toError: toError)
    unfinished.append(contentsOf: bytes[(end + 1)...])
  }

  private static func write(_ text: inout [UInt8], toError: Bool) {
    guard !text.isEmpty else { return }
    Console.write(text, to: toError ? STDERR_FILENO : STDOUT_FILENO)
    text.removeAll(keepingCapacity: text.capacity <= longest)
  }
}
