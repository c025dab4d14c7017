import Logging
import Runtime

/// A run whose number of users a load shape decides, second by second.
final class ShapeRun {
  /// How often the shape is asked, in ns.
  private static let interval: UInt64 = 1_000_000_000

  private let master: Master
  private let shape: LoadShape
  private let log = Logger(label: "katydid.runners")
  private var last: LoadShape.Tick?

  init(_ shape: LoadShape, of master: Master) {
    self.shape = shape
    self.master = master
  }

  /// Follows the shape until it ends the run or `isOver` holds, which is asked about once a second. To be called on a
  /// fiber.
  func run(until isOver: () -> Bool) {
    log.info("Shape test starting.")
    shape.reset()
    while !isOver() {
      let begin = EventLoop.now
      // A new version of the spec may have brought another one.
      guard let tick = (master.users.shape ?? shape).tick() else {
        log.info("Shape test stopping")
        return
      }
      if tick != last { follow(tick) }
      let next = begin &+ ShapeRun.interval
      while EventLoop.now < next, !isOver() { master.changed.wait(until: next) }
    }
  }

  private func follow(_ tick: LoadShape.Tick) {
    if tick.users != last?.users || tick.rate != last?.rate || tick.classes != last?.classes {
      log.info("Shape test updating to \(tick.users) users at \(Field.fixed(tick.rate)) spawn rate")
    }
    if let arrivals = tick.arrivals, arrivals != last?.arrivals {
      log.info(
        """
        Starting \(Field.fixed(arrivals.rate)) iterations per second, with up to \(arrivals.mostUsers) users
        """)
    }
    last = tick
    master.start(tick.users, rate: tick.rate, classes: tick.classes, arrivals: tick.arrivals)
  }
}
