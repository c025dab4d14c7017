import Foundation
import Lang
import Runtime
if CommandLine.arguments.count >= 3, CommandLine.arguments[1] == "try" {
  var options = LoadOptions()
  options.host = CommandLine.arguments.count > 3 ? CommandLine.arguments[3] : "http://127.0.0.1:8080"
  let n = CommandLine.arguments.count > 4 ? Int(CommandLine.arguments[4])! : 2
  let secs = CommandLine.arguments.count > 5 ? Double(CommandLine.arguments[5])! : 2
  do {
    let test = try LoadTest(path: CommandLine.arguments[2], options: options)
    EventLoop.shared.spawn {
      test.begin(.worker(index: 0))
      test.start()
      let name = test.userClasses[0].name
      test.setUserCounts([name: n])
      _ = EventLoop.shared.sleep(UInt64(secs * 1e9))
      test.stop(timeout: 0)
      test.quit()
      for e in test.statistics.entries { print(e.key, e.requests, e.failures, e.averageResponseTime, e.percentile(0.5), e.percentile(0.99)) }
      for f in test.statistics.failures { print(f.key, f.error, f.occurrences) }
      for f in test.statistics.exceptions { print(f.message, f.count, f.traceback) }
      fflush(nil)
      exit(0)
    }
    EventLoop.shared.run()
  } catch { print((error as! SpecFault).text); exit(1) }
}

// The command line so far: `katydid exec FILE` runs a plain script.
let arguments = CommandLine.arguments
guard arguments.count >= 3, arguments[1] == "exec" else {
  FileHandle.standardError.write(Data("usage: katydid exec FILE | katydid exec -c CODE\n".utf8))
  exit(2)
}
let source: SourceText
if arguments[2] == "-c", arguments.count >= 4 {
  source = SourceText(name: "<string>", arguments[3])
} else if let data = FileManager.default.contents(atPath: arguments[2]) {
  source = SourceText(name: arguments[2], bytes: Array(data))
} else {
  FileHandle.standardError.write(
    Data("katydid: can't open file '\(arguments[2])': no such file or not readable\n".utf8))
  exit(2)
}
exit(Script.run(source, directory: URL(fileURLWithPath: arguments[2]).deletingLastPathComponent().path))
