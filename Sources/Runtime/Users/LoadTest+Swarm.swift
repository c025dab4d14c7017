import Lang
import Logging

/// What the rest of the swarm tells a spec and hears from it.
extension LoadTest {
  // MARK: Events

  /// Fires the event of something that has happened in the swarm. To be called on a fiber.
  public func notify(_ event: SwarmEvent) {
    let events: SpecEvents = SpecEvents.shared
    func now() -> Value { Value(Double(WallClock.now) / 1e9) }
    switch event {
    case .workerConnected(let node): events.fire("worker_connect", [("client_id", Str.make(node))])
    case .heartbeatSent(let node):
      guard events.hasListeners("heartbeat_sent") else { return }
      events.fire("heartbeat_sent", [("client_id", Str.make(node)), ("timestamp", now())])
    case .heartbeatReceived(let node):
      guard events.hasListeners("heartbeat_received") else { return }
      events.fire("heartbeat_received", [("client_id", Str.make(node)), ("timestamp", now())])
    case .usage(let cpu, let memory):
      usage = (cpu, memory)
      if cpu > 90 { events.fire("cpu_warning", [("environment", environment), ("cpu_usage", Value(cpu))]) }
      events.fire(
        "usage_monitor",
        [("environment", environment), ("cpu_usage", Value(cpu)), ("memory_usage", Integer.make(memory))])
    case .statisticsReset: events.fire("reset_stats", [])
    }
    Program.flushOutput()
  }

  /// In a worker: what the listeners of `report_to_master` add to a report.
  ///
  /// - Parameter report: gives what is reported, for them to see; what they change of it changes nothing.
  public func additions(to report: () -> PlainData) -> [PlainData.Pair] {
    let events: SpecEvents = SpecEvents.shared
    guard events.hasListeners("report_to_master") else { return [] }
    do throws(Raised) {
      let shown = report()
      let data = try shown.value()
      events.fire("report_to_master", [("client_id", Str.make(hooks.node)), ("data", data)])
      guard case .map(let pairs) = try PlainData(data), case .map(let known) = shown else { return [] }
      let keys = known.map(\.key)
      return pairs.filter { !keys.contains($0.key) }
    } catch {
      Logger(label: "locust.runners").error("report_to_master: \(Lifecycle.text(Interpreter.raised))")
      return []
    }
  }

  /// In the master: tells the listeners of `worker_report`, if there are any, what a worker has reported.
  public func hearReport(from node: String, _ report: () -> PlainData) {
    guard SpecEvents.shared.hasListeners("worker_report") else { return }
    do throws(Raised) {
      SpecEvents.shared.fire(
        "worker_report", [("client_id", Str.make(node)), ("data", try report().value())])
    } catch {
      Logger(label: "locust.runners").error("worker_report: \(Lifecycle.text(Interpreter.raised))")
    }
    Program.flushOutput()
  }

  // MARK: Messages

  /// Gives a message to the listener that the spec has registered for its type. To be called on a fiber.
  ///
  /// - Returns: whether there is one.
  public func receive(_ type: String, _ data: PlainData, from node: String) -> Bool {
    do throws(Raised) {
      let runner = try Attributes.get(environment, "runner")
      guard !runner.isNone else { return false }
      let take = try Attributes.get(runner, "_receive")
      return try Operations.truth(
        Call.call(take, Str.make(type), try data.value(), Str.make(node)))
    } catch {
      Logger(label: "locust.runners").error("\(Program.traceback(of: Interpreter.raised).trimmingEnd())")
      return true
    }
  }

  // MARK: Options

  /// What of `environment.parsed_options` goes to workers with each spawn message: all that is plain data.
  public var sharedOptions: PlainData {
    do throws(Raised) {
      return try PlainData(try Call.call(try Attributes.get(environment, "_shared_options")))
    } catch { return .map([]) }
  }

  /// In a worker: takes over from the master what it has to know of the options before users start.
  ///
  /// - Parameter host: the target of the run; nil leaves it to the classes.
  public func take(options: PlainData, host: String?, stopTimeout seconds: Double) {
    do throws(Raised) {
      let take = try Attributes.get(environment, "_take_options")
      _ = try Call.call(
        take, try options.value(), host.map { Str.make($0) } ?? .none, Value(seconds))
    } catch { Logger(label: "locust.runners").error("\(Program.traceback(error).trimmingEnd())") }
    // Before a test starts, its listeners are to see the classes' own hosts.
    if state == .running || state == .spawning { giveHosts() }
  }

  /// The target and the time for stopping, as the spec's listeners have left them in `environment`.
  public var standing: RunStanding? {
    do throws(Raised) {
      let host = try Attributes.get(environment, "host")
      return RunStanding(
        host: host.isKind(.str) && !Str.bytes(host).isEmpty ? Str.swift(host) : nil,
        stopTimeout: stopTimeout ?? options.stopTimeout)
    } catch { return nil }
  }

  /// `environment.stop_timeout`, in s; nil when it is no number.
  var stopTimeout: Double? {
    do throws(Raised) {
      let seconds = try Attributes.get(environment, "stop_timeout")
      let number: Double? =
        seconds.isFloat ? seconds.double : seconds.isNone ? 0 : Integer.int(seconds).map { Double($0) }
      // For ever is three decades.
      return number.flatMap { $0.isNaN ? nil : max(0, min($0, 1e9)) }
    } catch { return nil }
  }

  /// What of `environment.parsed_options` still counts after `init`, as its listeners have left it.
  public var wishes: RunWishes? {
    do throws(Raised) {
      return RunWishes(try PlainData(try Call.call(try Attributes.get(environment, "_wishes"))))
    } catch {
      Logger(label: "locust.main").error("\(Program.traceback(error).trimmingEnd())")
      return nil
    }
  }

  /// In a worker: has users serve arrivals from now on; nil lets them wait their own time again.
  public func take(arrivals: LoadShape.Arrivals?) {
    guard let arrivals else {
      gate?.close()
      gate = nil
      return
    }
    if let gate { gate.plan = arrivals } else { gate = ArrivalGate(arrivals, of: self) }
  }
}
