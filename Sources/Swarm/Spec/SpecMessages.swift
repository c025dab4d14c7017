/// Messages about specs, between Katydid peers only.
extension MessageType {
  // From the master.
  /// A version is to be loaded beside the one that runs; the data is a bundle and its number. To a worker that has none
  /// yet, it is the one to begin with.
  static let specPrepare = "katydid_spec"
  /// The version that was loaded is to become the present one.
  static let specActivate = "katydid_activate"
  /// The version that was loaded is not to be used.
  static let specAbandon = "katydid_abandon"

  // From the worker.
  /// A version is loaded, or can't be: then the data has an error.
  static let specLoaded = "katydid_loaded"
  /// All users have changed over.
  static let specActive = "katydid_active"
}
