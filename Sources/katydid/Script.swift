import Foundation
import Lang
import Runtime

/// Running a plain script.
enum Script {
  /// Runs a source and gives the exit status.
  ///
  /// - Parameters:
  ///   - file: the source's file, for `__file__`; nil for code that lies in none.
  ///   - directory: where modules are looked for, as long as `sys.path` names it; empty for the current folder.
  static func run(_ source: SourceText, file: String?, directory: String) -> Int32 {
    Interpreter.start()
    Heap.suitScript()
    Host.connect()
    Library.files = HostFiles.all
    let importer = Importer()
    importer.files = ModuleFinder(script: directory)
    ThirdParty.offer(to: importer)
    Importer.program = importer
    let module = Namespace(name: "__main__")
    Library.keep(module)
    if let file { module["__file__"] = Str.make(file) }
    let (compiled, faults) = Program.prepare(source, in: module, importer: importer)
    guard let compiled else {
      for fault in faults { Terminal.write(fault.rendered(in: source)) }
      return 1
    }
    signal(SIGINT) { _ in Interpreter.interrupt() }
    do throws(Raised) {
      try Program.run(compiled)
      finish()
      return 0
    } catch {
      Program.flushOutput()
      let status = Program.exitStatus(error)
      if status == nil { Terminal.write(Program.traceback(error, isUncaught: true)) }
      let isInterrupt = Program.isInterrupt(error)
      finish()
      if let status { return status }
      if isInterrupt {
        // The shell is to see that the script was interrupted.
        signal(SIGINT, SIG_DFL)
        kill(getpid(), SIGINT)
      }
      return 1
    }
  }

  private static func finish() {
    Library.runExitFunctions()
    Program.flushOutput()
  }
}
