/// What broken servers do.
enum Faults {
  static let routes: [Route] = [
    Route("/drop", []) { _, _ throws(Refusal) in .drop },
    Route("/reset", []) { _, _ throws(Refusal) in .reset },
    Route("/never", []) { _, _ throws(Refusal) in .never },
    Route("/garbage", []) { _, _ throws(Refusal) in .raw(Array("~this is no HTTP at all~\u{0}\u{1}\r\n\r\n".utf8)) },
    Route("/truncate", []) { _, _ throws(Refusal) in
      var response = Response.text(String(repeating: "cut short ", count: 10))
      response.claimedLength = 1000
      response.closes = true
      return .now(response)
    },
  ]
}
