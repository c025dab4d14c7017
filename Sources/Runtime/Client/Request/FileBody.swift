import Lang

/// A request's body that Python code gives piece by piece: a file, or an iterator.
final class PythonBody: HTTPBodySource {
  /// The iterator or file. The caller keeps it alive while the request is sent: nothing here does.
  private var value: Value
  private let read: Value?
  private let start: Int
  let length: Int?
  private let isFile: Bool

  /// How much of a file is read at a time.
  private static let piece = 64 * 1024

  /// A file, or what reads like one.
  ///
  /// - Parameters:
  ///   - read: its bound method `read`.
  ///   - start: where it stands.
  ///   - length: how many bytes are left in it.
  init(file: Value, read: Value, start: Int, length: Int) {
    value = file
    self.read = read
    self.start = start
    self.length = length
    isFile = true
  }

  /// An iterator, whose length isn't known.
  init(iterator: Value) {
    value = iterator
    read = nil
    start = 0
    length = nil
    isFile = false
  }

  func next() throws(HTTPFailure.Reason) -> [UInt8]? {
    // The exception stays where the interpreter keeps it, for `ClientRequest` to take.
    do throws(Raised) {
      let part: Value
      if let read {
        part = try Call.call(read, with: Integer.make(PythonBody.piece))
      } else {
        guard let next = try Iteration.next(value) else { return nil }
        part = next
      }
      let bytes = try RequestBody.content(part)
      return bytes.isEmpty && isFile ? nil : bytes
    } catch {
      throw .abandoned
    }
  }

  func rewind() -> Bool {
    guard isFile else { return false }
    do throws(Raised) {
      _ = try Call.call(try Attributes.get(value, "seek"), with: Integer.make(start))
      return true
    } catch {
      _ = Interpreter.raised
      return false
    }
  }

  /// Forgets the Python object, which nothing keeps alive any longer.
  func release() { value = .none }
}
