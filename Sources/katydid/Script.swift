import Foundation
import Lang
import Runtime

/// Running a plain script.
enum Script {
  /// Runs a source and gives the exit status; modules are looked for in `directory`.
  static func run(_ source: SourceText, directory: String) -> Int32 {
    Interpreter.start()
    Host.connect()
    Library.files = HostFiles.all
    let importer = Importer()
    importer.readSource = SourceFiles.finder(in: [directory])
    let (compiled, faults) = Program.prepare(source, in: Namespace(name: "__main__"), importer: importer)
    guard let compiled else {
      for fault in faults { Terminal.write(fault.rendered(in: source)) }
      return 1
    }
    signal(SIGINT) { _ in Interpreter.interrupt() }
    do throws(Raised) {
      try Program.run(compiled)
      Program.flushOutput()
      return 0
    } catch {
      Program.flushOutput()
      if let status = Program.exitStatus(error) { return status }
      Terminal.write(Program.traceback(error))
      if Program.isInterrupt(error) {
        // The shell is to see that the script was interrupted.
        signal(SIGINT, SIG_DFL)
        kill(getpid(), SIGINT)
      }
      return 1
    }
  }
}
