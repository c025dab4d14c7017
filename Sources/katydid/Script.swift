import Foundation
import Lang
import Runtime

/// Running a plain script.
enum Script {
  /// Runs a source and gives the exit status; modules are looked for in `directory`.
  static func run(_ source: SourceText, directory: String) -> Int32 {
    Interpreter.start()
    let faults = Program.check(source)
    guard faults.isEmpty else {
      for fault in faults { write(fault.rendered(in: source)) }
      return 1
    }
    Host.connect()
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
    signal(SIGINT) { _ in Interpreter.interrupt() }
    do throws(Raised) {
      try Program.run(source, in: Namespace(name: "__main__"), importer: importer)
      finish()
      return 0
    } catch {
      Program.flushOutput()
      let status = Program.exitStatus(error)
      if status == nil { write(Program.traceback(error)) }
      finish()
      return status ?? 1
    }
  }

  private static func finish() {
    Library.runExitFunctions()
    Program.flushOutput()
  }

  private static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
