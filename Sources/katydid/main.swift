import Foundation
import Lang

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
