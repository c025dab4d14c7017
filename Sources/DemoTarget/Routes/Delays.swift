/// Answers that take their time.
enum Delays {
  static let routes: [Route] = [
    Route("/delay/SECONDS", []) { request, _ throws(Refusal) in
      let time = try Request.nanoseconds(request.segments[1], "the delay")
      return .after(time, .json(.object([("delay", .number(Double(time) / 1e9))])))
    },
    Route("/drip") { request, _ throws(Refusal) in
      let duration = try Request.nanoseconds(request.parameter("duration") ?? "2", "duration")
      let count = try request.integer("numbytes", 1...(1 << 20), default: 10)
      return .drip(
        .content("application/octet-stream", [UInt8](repeating: UInt8(ascii: "*"), count: count)), over: duration)
    },
  ]
}
