import Foundation
import PackagePlugin

/// Makes the Python files under a target's folders `Python` part of the program, so that it needs no files at run time.
///
/// SwiftPM's `.embedInCode` would write array literals, which take the compiler a minute per 300 KB.
@main
struct EmbedPython: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    // The folders lie beside the Swift files that use them.
    let folders = ["Library/Python", "LocustModule/Python", "ThirdParty/Python"]
      .map { target.directoryURL.appending(path: $0) }
      .filter { FileManager.default.fileExists(atPath: $0.path) }
    guard !folders.isEmpty else { return [] }
    let files = folders.flatMap { folder in
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
        .compactMap { $0 as? URL }.filter { $0.pathExtension == "py" }.sorted { $0.path < $1.path } ?? []
    }
    let output = context.pluginWorkDirectoryURL.appending(path: "PythonTexts.swift")
    return [
      .buildCommand(
        displayName: "Embedding the library's Python files",
        executable: try context.tool(named: "embed-python").url,
        arguments: [output.path] + folders.map(\.path),
        inputFiles: files,
        outputFiles: [output])
    ]
  }
}
