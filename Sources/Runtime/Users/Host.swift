import Foundation
import Lang
import Logging

/// What the language gets from this process: clocks, sleep, streams, the log.
public enum Host {
  private nonisolated(unsafe) static var isConnected = false
  private nonisolated(unsafe) static var isLogConnected = false

  /// Connects the library of the language with this process; further calls do nothing.
  public static func connect() {
    guard !isConnected else { return }
    isConnected = true
    Library.clock = Library.Clock(
      wall: { Int(WallClock.now) }, monotonic: { Int(EventLoop.now) })
    Library.sleep = { (seconds) throws(Raised) in try sleep(seconds) }
    Library.write = { text, toError in
      if toError {
        FileHandle.standardError.write(Data(text.utf8))
      } else {
        var text = text
        text.withUTF8 { Builtins.output($0) }
      }
    }
    Heap.addRootProvider { Fiber.forEachSuspended { Heap.scan($0) } }
    FiberThreads.connect()
  }

  /// Sends the records of `logging` to the process's log, where they get its format; further calls do nothing.
  ///
  /// As in Locust that begins when a spec is loaded: what its module level logs goes where Python or the spec itself
  /// sends it, and without the log's set-up that stays so.
  static func connectLog() throws(Raised) {
    guard !isLogConnected, Log.isSetUp else { return }
    isLogConnected = true
    var loggers: [String: Logger] = [:]
    // A spec's `logging.info` is shown, as Locust shows it; a plain script's is not.
    try Library.connectLog(level: Log.levelNumber) { level, name, message in
      let logger = loggers[name] ?? Logger(label: name)
      loggers[name] = logger
      logger.log(level: logLevel(level), "\(message)")
    }
  }

  private static func logLevel(_ level: Int) -> Logger.Level {
    switch level {
    case ..<20: .debug
    case ..<30: .info
    case ..<40: .warning
    case ..<50: .error
    default: .critical
    }
  }

  /// Waits without holding up other users; raises `GreenletExit` in a user that is stopped meanwhile.
  ///
  /// - Parameter seconds: 0 lets the others run.
  static func sleep(_ seconds: Double) throws(Raised) {
    guard Fiber.current != nil else {
      if EventLoop.shared.fiberCount > 0 {
        // Others can go on meanwhile.
        _ = try FiberThreads.onFiber { () throws(Raised) -> Value in
          try sleep(seconds)
          return .none
        }
      } else {
        usleep(UInt32(max(0, min(seconds, 4000)) * 1_000_000))
        try Interpreter.takeInterrupt()
      }
      return
    }
    let nanoseconds = seconds > 0 ? UInt64(min(seconds * 1e9, 9e18)) : 0
    if EventLoop.shared.sleep(nanoseconds) == .interrupted {
      // By Ctrl-C, or by somebody who wants the user to end.
      try Interpreter.takeInterrupt()
      throw interrupted()
    }
  }

  /// What is raised in a fiber whose wait was interrupted: what somebody wants raised there, else `GreenletExit`.
  static func interrupted() -> Raised { raise(interruption()) }

  /// The exception of `interrupted`.
  static func interruption() -> Value {
    if let thrown = FiberThreads.takeThrown() { return thrown }
    // A plain script that has not imported gevent knows no greenlets; only Ctrl-C can interrupt its waits.
    let exceptions: SpecExceptions? = SpecExceptions.shared
    return Exceptions.make(exceptions?.greenletExit ?? ExceptionKind.keyboardInterrupt.cls, Tuple.make([]))
  }
}
