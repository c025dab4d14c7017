import Runtime
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

  func writeSpec() async -> String? {
    await thread.perform { [self] in
      let fault = run.writeSpec()
      publish()
      return fault
    }
  }
}

extension PageRun {
  /// The texts of a version of the spec; nil when it isn't kept.
  func texts(of version: Int?) -> SpecTexts? {
    guard let swapper = master.swapper, let files = swapper.history.texts(of: version ?? swapper.version) else {
      return nil
    }
    return SpecTexts(version: version ?? swapper.version, locustfiles: swapper.locustfiles, files: files)
  }

  /// Changes the spec. To be called on a fiber; returns when the workers have been told, or it is clear why not.
  func swap(_ wish: SwapWish, by cause: String) -> SwapAnswer {
    guard let swapper = master.swapper else { return .refused(reason: "This spec can't be changed while it runs") }
    let source: SwapSource =
      switch wish {
      case .texts(let texts): .texts(texts)
      case .version(let number): .version(number)
      case .disk: .disk
      }
    var outcome: Result<Int, SwapFault>?
    let known = Notice()
    swapper.request(by: cause, source) {
      outcome = $0
      known.post()
    }
    while outcome == nil, !master.isQuitting { known.wait(until: EventLoop.now + 1_000_000_000) }
    switch outcome {
    case .success(let version): return .inUse(version)
    case .failure(let fault): return .refused(reason: fault.text)
    case nil: return .refused(reason: "The run ends")
    }
  }

  /// Writes the texts of the version in use to disk; what went wrong, if anything.
  func writeSpec() -> String? {
    guard let swapper = master.swapper else { return "There is no spec to write" }
    do throws(SwapFault) { try swapper.writeTexts() } catch { return error.text }
    return nil
  }
}
