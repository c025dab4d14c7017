import CLinux
import Glibc
import Logging
import Runtime

/// A run on this machine alone: the process becomes the master and forks its workers, which it talks to as it would to
/// far ones, but over sockets that nobody else can reach.
public enum LocalSwarm {
  /// How often local workers report, in ns. Locust's report every 3 s; on one machine more often costs little.
  private static let reportInterval: UInt64 = 1_000_000_000

  /// Runs a test.
  ///
  /// To be called on the process's own stack before any thread starts; the spec is loaded already and the workers have
  /// it by the fork. It returns in each of the processes, whose work is then done.
  ///
  /// - Parameter spec: what to watch and swap; nil for nothing.
  /// - Returns: the exit status of the process, whichever it is.
  /// - Throws: `SystemFault` when the workers can't be started.
  public static func run(
    _ users: any Users, _ options: RunOptions, spec: SpecSettings? = nil
  ) throws(SystemFault) -> Int32 {
    // Each user's connection is an open file.
    katydid_raise_open_files()
    // Signals for the master that come meanwhile wait until it listens.
    StopSignals.block()
    HangupSignal.block()
    Glibc.signal(SIGPIPE, SIG_IGN)
    var children = ChildProcesses()
    var links: [String: FrameSocket] = [:]
    for index in 0..<options.processes {
      let node = "\(Log.host)_\(index)"
      let (ours, theirs) = try FrameSocket.pair()
      links[node] = ours
      if try children.fork(node) {
        guard ChildProcesses.endWithParent(SIGKILL) else { return 1 }
        for link in links.values { link.abandon() }
        StopSignals.ignore()
        EventLoop.shared.resetAfterFork()
        var settings = Worker.Settings(
          node: node, index: index, resetsStatistics: options.resetsStatistics, stopTimeout: options.stopTimeout,
          reportInterval: reportInterval)
        settings.bundle = spec.map { SpecBundle.loaded($0) }
        return work(users, theirs, settings)
      }
      theirs.abandon()
    }
    return lead(users, options, spec, links, children)
  }

  /// What the child does.
  private static func work(_ users: any Users, _ link: FrameSocket, _ settings: Worker.Settings) -> Int32 {
    var status: Int32 = 1
    EventLoop.shared.spawn {
      defer { EventLoop.shared.stop() }
      status = Worker(users: users, transport: LocalTransport(toMaster: link), settings: settings).run()
    }
    EventLoop.shared.run()
    return status
  }

  /// What the parent does.
  private static func lead(
    _ users: any Users, _ options: RunOptions, _ spec: SpecSettings?, _ links: [String: FrameSocket],
    _ children: ChildProcesses
  ) -> Int32 {
    var status: Int32 = 1
    EventLoop.shared.spawn {
      defer { EventLoop.shared.stop() }
      let transport = LocalTransport(toWorkers: links)
      let master = Master(users: users, options: options, transport: transport)
      master.swapper = spec.map { SpecSwapper(master: master, settings: $0) }
      master.describeEnd = { node in children.howItEnded(node) }
      var left = children.count
      children.watch { node in
        left -= 1
        transport.report(lost: node)
      }
      let expected = HeadlessRun.Expectation(workers: options.processes, maxWait: 0)
      let processes = HeadlessRun.WorkerProcesses(areLeft: { left > 0 }, kill: { children.kill(SIGKILL) })
      let run = HeadlessRun.make(master, expected, processes)
      EventLoop.shared.spawn { StopSignals.listen { run.receive($0) } }
      if let swapper = master.swapper { HangupSignal.listen { swapper.request(by: "SIGHUP", .disk) } }
      status = run.run()
    }
    EventLoop.shared.run()
    children.wait()
    return status
  }
}
