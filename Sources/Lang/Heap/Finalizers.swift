/// `__del__`: called once for an object that the collector finds to be garbage, and for those left when a script ends.
enum Finalizers {
  /// The objects whose class has `__del__`, in the order in which they were made. Not roots.
  private nonisolated(unsafe) static var waiting: [Value] = []
  /// Those that were found to be garbage, and how many of them have been seen to.
  private nonisolated(unsafe) static var due: [Value] = []
  private nonisolated(unsafe) static var seenTo = 0

  /// Whether the last collection found objects with `__del__`.
  private(set) nonisolated(unsafe) static var haveRun = false

  /// Notes a new object whose class has `__del__`.
  static func register(_ object: Value) { waiting.append(object) }

  /// During a collection, once everything reachable is marked: revives the objects that are garbage, so that their
  /// `__del__` can run.
  static func keepDue() {
    guard !waiting.isEmpty || !due.isEmpty else { return }
    var kept: [Value] = []
    for object in waiting {
      if object.object.pointee.mark == Heap.color { kept.append(object) } else { due.append(object) }
    }
    waiting = kept
    for object in due { Heap.mark(object) }
  }

  /// Calls `__del__` of the objects that the last collection found to be garbage.
  static func runDue() {
    haveRun = !due.isEmpty
    // A `__del__` can lead here again, which then sees to the rest.
    while seenTo < due.count {
      let object = due[seenTo]
      seenTo += 1
      finalize(object)
      Function.keepAlive(object)
    }
    (due, seenTo) = ([], 0)
  }

  /// Calls `__del__` of all objects that are left: at the end of a script.
  static func runAll() {
    var rounds = 0
    while !waiting.isEmpty, rounds < 10 {
      due += waiting
      waiting = []
      runDue()
      rounds += 1
    }
  }

  private static func finalize(_ object: Value) {
    guard let method = Types.cls(object).lookup(.__del__) else { return }
    do throws(Raised) { run(try Attributes.bind(method, object), with: nil, shown: method) } catch {}
  }

  /// Calls a function of which nobody takes the result. What it raises is told on standard error, as in CPython.
  static func run(_ function: Value, with argument: Value?, shown: Value? = nil) {
    let pending = Interpreter.Pending()
    defer { _ = pending.resume() }
    do throws(Raised) {
      _ = try Call.call(function, argument.map { [$0] } ?? [])
    } catch {
      let exception = Interpreter.raised
      do throws(Raised) {
        let text = Str.swift(try Text.repr(shown ?? function))
        let told = Str.make("Exception ignored in: \(text)\n" + Traceback.format(exception))
        guard let stream = try Library.load("sys")?["stderr"], !stream.isNone else { return }
        _ = try Call.call(try Attributes.get(stream, "write"), told)
      } catch {}
    }
  }
}
