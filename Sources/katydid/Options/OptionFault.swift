/// Options that can't be followed.
struct OptionFault: Error {
  /// What is wrong, and what to write instead.
  let text: String
  /// The status with which the program is to end; 2, like argparse's, unless Locust ends with another one.
  let status: Int32

  /// Creates a fault.
  init(_ text: String, status: Int32 = 2) {
    self.text = text
    self.status = status
  }
}
