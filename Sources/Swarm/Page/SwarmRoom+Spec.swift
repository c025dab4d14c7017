import Web

/// The spec, for the page.
extension SwarmRoom {
  func texts(of version: Int?) async -> SpecTexts? { await thread.perform { [self] in run.texts(of: version) } }

  func lint(_ text: String, path: String) async throws -> [Finding] { try await linter.lint(text, path: path) }

  func swap(_ wish: SwapWish, by cause: String) async -> SwapAnswer {
    .refused(reason: "The page can't change the spec yet")
  }

  func writeSpec() async -> String? { "The page can't change the spec yet" }
}

extension PageRun {
  /// The texts of a version of the spec; nil when it isn't kept.
  func texts(of version: Int?) -> SpecTexts? {
    guard let swapper = master.swapper, version == nil || version == swapper.version else { return nil }
    var files: [String: String] = [:]
    for file in swapper.bundle.files {
      files[file.path] = swapper.bundle.contents[file.digest].flatMap { String(validating: $0, as: UTF8.self) }
    }
    return SpecTexts(version: swapper.version, locustfiles: swapper.bundle.locustfiles, files: files)
  }
}
