/// How far machines have come, as a line.
enum FleetProgress {
  private static let width = 30

  /// A bar, and about how long it will take.
  static func line(running: Int, of all: Int, seconds: Double) -> String {
    let share = all > 0 ? Double(running) / Double(all) : 1
    let filled = Int(share * Double(width))
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    let left = running > 0 && running < all ? ", about \(Int((seconds / share - seconds).rounded(.up))) s left" : ""
    return "[\(bar)] \(running) of \(all) run after \(Int(seconds)) s\(left)"
  }
}
