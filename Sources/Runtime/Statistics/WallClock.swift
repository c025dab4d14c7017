import Glibc

/// The wall clock, and how far it is ahead of the monotonic one.
///
/// The hot path only has the monotonic time at which a request ended; seconds and timestamps are derived from it.
package enum WallClock {
  /// Now, in ns since 1970.
  package static var now: UInt64 { read(CLOCK_REALTIME) }

  /// The wall clock minus the monotonic one, in ns.
  static var lead: UInt64 { read(CLOCK_REALTIME) &- read(CLOCK_MONOTONIC) }

  private static func read(_ clock: clockid_t) -> UInt64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
