import Web

/// The spec, for the page.
extension SwarmRoom {
  func texts(of version: Int?) async -> SpecTexts? { await thread.perform { [self] in run.texts(of: version) } }

  func lint(_ text: String, path: String) async throws -> [Finding] { try await linter.lint(text, path: path) }

  func swap(_ wish: SwapWish, by cause: String) async -> SwapAnswer {
    await thread.perform { [self] in
      let answer = run.swap(wish, by: cause)
      publish()
      return answer
    }
  }

  func writeSpec() async -> String? { await thread.perform { [self] in run.writeSpec() } }
}

extension PageRun {
  /// The texts of a version of the spec; nil when it isn't kept.
  func texts(of version: Int?) -> SpecTexts? {
    guard let swapper = master.swapper, let bundle = swapper.history.bundles[version ?? swapper.version],
      let files = swapper.history.texts(of: version ?? swapper.version)
    else { return nil }
    return SpecTexts(version: version ?? swapper.version, locustfiles: bundle.locustfiles, files: files)
  }

  /// Changes the spec and waits until it is in use, or refused. To be called on a fiber.
  func swap(_ wish: SwapWish, by cause: String) -> SwapAnswer {
    guard let swapper = master.swapper else { return .refused(reason: "This run has no spec to change") }
    let source: SwapSource =
      switch wish {
      case .texts(let texts): .texts(texts)
      case .version(let number): .version(number)
      case .disk: .disk
      }
    var outcome: Result<Int, SwapFault>?
    let answered = Notice()
    swapper.request(by: cause, source) {
      outcome = $0
      answered.post()
    }
    while outcome == nil { answered.wait() }
    return switch outcome {
    case .success(let version): .inUse(version)
    case .failure(let fault): .refused(reason: fault.text)
    case nil: .refused(reason: "")
    }
  }

  /// Writes the present version's texts to disk; what is wrong, for people.
  func writeSpec() -> String? {
    do throws(SwapFault) { try master.swapper?.writeTexts() } catch { return error.text }
    return nil
  }
}
