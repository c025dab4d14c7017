import CLinux
import Glibc
import Logging
import Runtime

/// The nodes of a swarm on many machines.
public enum DistributedSwarm {
  /// How often workers report, in ns, as Locust's do.
  private static let reportInterval: UInt64 = 3_000_000_000

  /// Leads a headless test. To be called on the process's own stack.
  ///
  /// - Returns: the exit status of the process.
  public static func lead(
    _ users: any Users, _ options: RunOptions, _ settings: SwarmSettings, spec: SpecSettings? = nil
  ) -> Int32 {
    var options = options
    options.looksLocal = false
    katydid_raise_open_files()
    StopSignals.block()
    HangupSignal.block()
    Glibc.signal(SIGPIPE, SIG_IGN)
    let log = Logger(label: "katydid.main")
    var status: Int32 = 1
    EventLoop.shared.spawn {
      defer { EventLoop.shared.stop() }
      let transport: ZMQTransport
      do throws(SystemFault) {
        transport = try ZMQTransport(
          listeningAt: settings.bindEndpoint, secret: settings.secret, openEndpoint: settings.openEndpoint)
      } catch { return log.error("\(error.text). Is another master running there?") }
      announce(settings, port: transport.port)
      let master = Master(users: users, options: options, transport: transport)
      master.saysWhoComes = true
      master.swapper = spec.map { SpecSwapper(master: master, settings: $0) }
      let expected = HeadlessRun.Expectation(
        workers: settings.expectedWorkers, maxWait: settings.expectedWorkersMaxWait)
      let run = HeadlessRun.make(master, expected, nil)
      ServiceManager.beginService { master.summary }
      EventLoop.shared.spawn { StopSignals.listen { run.receive($0) } }
      if let swapper = master.swapper { HangupSignal.listen { swapper.request(by: "SIGHUP", .disk) } }
      status = run.run()
      transport.close()
    }
    EventLoop.shared.run()
    return status
  }

  private static func announce(_ settings: SwarmSettings, port: Int) {
    let log = Logger(label: "katydid.main")
    log.info("The master listens at \(settings.bindHost):\(port)")
    if settings.secret == nil, !settings.isLoopback {
      log.warning(
        """
        The swarm has no secret: anybody who reaches \(settings.bindHost):\(port) can join it, read along and send it \
        messages. Give master and workers a --secret-file ('katydid keygen' makes one)
        """)
    }
  }

  /// Loads a spec; nil when that fails.
  public typealias Load = (_ paths: [String], _ files: SpecFiles?) -> (any Users)?

  /// Runs the workers of one machine: one in this process, or several that it forks. To be called on the process's own
  /// stack before any thread starts.
  ///
  /// - Parameters:
  ///   - spec: the spec that the workers have; nil to get the master's.
  ///   - load: loads a spec, from the files given or else from disk; it says itself what is wrong. Called in each
  ///     worker.
  /// - Returns: the exit status of the process, whichever it is.
  /// - Throws: `SystemFault` when the workers can't be started.
  public static func work(
    _ settings: SwarmSettings, _ options: RunOptions, spec: SpecSettings?, load: @escaping Load
  ) throws(SystemFault) -> Int32 {
    katydid_raise_open_files()
    StopSignals.block()
    HangupSignal.block()
    Glibc.signal(SIGPIPE, SIG_IGN)
    guard settings.processes > 1 else { return workHere(settings, options, spec, load) }
    var children = ChildProcesses()
    for index in 0..<settings.processes where try children.fork("\(index)") {
      guard ChildProcesses.endWithParent(SIGTERM) else { return 1 }
      EventLoop.shared.resetAfterFork()
      ServiceManager.leaveToParent()
      return workHere(settings, options, spec, load)
    }
    return attend(children)
  }

  /// Passes signals on to the workers and waits for their end; a second signal kills them.
  private static func attend(_ children: ChildProcesses) -> Int32 {
    var left = children.count
    EventLoop.shared.spawn {
      children.watch { _ in
        left -= 1
        if left == 0 { EventLoop.shared.stop() }
      }
    }
    EventLoop.shared.spawn { ServiceManager.beginService { "\(left) worker processes" } }
    EventLoop.shared.spawn {
      // Ctrl-C reaches the workers by itself, as they are in the same process group.
      StopSignals.listen { if $0 == SIGTERM { children.kill($0) } }
      StopSignals.block()
      HangupSignal.block()
      StopSignals.listen { _ in children.kill(SIGKILL) }
    }
    EventLoop.shared.run()
    return children.wait()
  }

  private static func workHere(
    _ settings: SwarmSettings, _ options: RunOptions, _ spec: SpecSettings?, _ load: @escaping Load
  ) -> Int32 {
    var status: Int32 = 1
    var own: (any Users)?
    if let spec {
      guard let users = load(spec.paths, nil) else { return status }
      own = users
    }
    EventLoop.shared.spawn {
      defer { EventLoop.shared.stop() }
      let node = "\(Log.host)_\(RandomName.hexadecimal())"
      let transport: ZMQTransport
      do throws(SystemFault) {
        transport = try ZMQTransport(connectingTo: settings.masterEndpoint, as: node, secret: settings.secret)
      } catch { return Logger(label: "katydid.worker").error("\(error.text)") }
      var worker: Worker?
      ServiceManager.beginService { worker?.summary ?? "looking for the master at \(settings.masterEndpoint)" }
      EventLoop.shared.spawn {
        StopSignals.listen {
          let text = $0 == SIGTERM ? "Got SIGTERM signal" : "Got SIGINT signal"
          if let worker { worker.interrupt(because: text) } else { transport.report(lost: "master") }
        }
      }
      var workerSettings = Worker.Settings(
        node: node, index: 0, resetsStatistics: options.resetsStatistics, stopTimeout: options.stopTimeout,
        reportInterval: reportInterval)
      var users = own
      if let spec {
        workerSettings.bundle = SpecBundle.loaded(spec)
      } else if let answer = SpecFetcher.fetch(transport, node: node) {
        workerSettings.bundle = answer.bundle
        workerSettings.version = answer.version
        users = load(answer.bundle.locustfiles, answer.bundle.specFiles)
      }
      guard let users else { return transport.close() }
      let mine = Worker(users: users, transport: transport, settings: workerSettings)
      worker = mine
      status = mine.run()
    }
    EventLoop.shared.run()
    return status
  }
}

/// Names that no two nodes share.
enum RandomName {
  /// 32 hexadecimal digits at random.
  static func hexadecimal() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let text = String(generator.next(), radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }.joined()
  }
}
