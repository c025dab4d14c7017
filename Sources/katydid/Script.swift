import Foundation
import Lang

/// Running a plain script, as `python3 FILE` does.
enum Script {
  /// Runs a source and gives the exit status; modules are looked for in `directory`.
  static func run(_ source: SourceText, directory: String) -> Int32 {
    Interpreter.start()
    let faults = Program.check(source)
    guard faults.isEmpty else {
      for fault in faults { write(fault.rendered(in: source)) }
      return 1
    }
    connectClock()
    let importer = Importer()
    importer.readSource = { name in
      let path = directory + "/" + name.split(separator: ".").joined(separator: "/")
      for candidate in [path + ".py", path + "/__init__.py"] {
        if let data = FileManager.default.contents(atPath: candidate) {
          return SourceText(name: candidate, bytes: Array(data))
        }
      }
      return nil
    }
    do throws(Raised) {
      try Program.run(source, in: Namespace(name: "__main__"), importer: importer)
      Program.flushOutput()
      return 0
    } catch {
      Program.flushOutput()
      if let status = Program.exitStatus(error) { return status }
      write(Program.traceback(error))
      return 1
    }
  }

  /// Gives the library the machine's clocks, in ns, and its standard streams.
  private static func connectClock() {
    Library.clock = Library.Clock(
      wall: { Script.nanoseconds(CLOCK_REALTIME) }, monotonic: { Script.nanoseconds(CLOCK_MONOTONIC) })
    Library.sleep = { seconds in usleep(UInt32(max(0, min(seconds, 4000)) * 1_000_000)) }
    Library.write = { text, toError in
      if toError {
        write(text)
      } else {
        var text = text
        text.withUTF8 { Builtins.output($0) }
      }
    }
    Library.files = ScriptFiles.access
    Library.arguments = Array(CommandLine.arguments.dropFirst(2))
  }

  private static func nanoseconds(_ clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }

  private static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
