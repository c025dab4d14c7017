import Lang

/// The module-level generator of `random` in forked workers.
enum RandomSeed {
  /// Seeds it anew, as CPython does in a forked child: workers that drew the same numbers would make the same requests.
  static func renew() {
    do throws(Raised) {
      guard let random = try Library.load("random"), let seed = random["seed"] else { return }
      _ = try Call.call(seed)
    } catch { _ = Interpreter.raised }
  }
}
