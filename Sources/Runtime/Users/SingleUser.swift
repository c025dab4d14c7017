import Lang

/// `run_single_user`: one user in this process, its requests printed.
enum SingleUser {
  static func run(_ userClass: Value) throws(Raised) {
    throw raise(
      .notImplementedError,
      "run_single_user is not supported yet; run the spec with: katydid --headless -u 1 --processes 1")
  }
}
