import CLinux
import Glibc
import Logging
import Runtime

/// A run on this machine alone: the process becomes the master and forks its workers.
public enum LocalSwarm {
  /// Runs a test.
  ///
  /// To be called on the process's own stack before any thread starts; the spec is loaded already and the workers have
  /// it by the fork. It returns in each of the processes, whose work is then done.
  ///
  /// - Returns: the exit status of the process, whichever it is.
  /// - Throws: `SystemFault` when the workers can't be started.
  public static func run(_ users: any Users, _ options: RunOptions) throws(SystemFault) -> Int32 {
    // Each user's connection is an open file.
    katydid_raise_open_files()
    var links: [(master: LocalLink, worker: LocalLink)] = []
    for _ in 0..<options.processes { links.append(try LocalLink.pair()) }
    // Signals for the master that come meanwhile wait until it listens.
    StopSignals.block()
    Glibc.signal(SIGPIPE, SIG_IGN)
    let master = getpid()
    var children: [String: pid_t] = [:]
    for index in links.indices {
      let node = "\(Log.host)_\(index)"
      let child = katydid_fork()
      if child == 0 {
        for (other, link) in links.enumerated() {
          link.master.close()
          if other != index { link.worker.close() }
        }
        return work(users, options, node: node, index: index, link: links[index].worker, master: master)
      }
      guard child > 0 else {
        let fault = SystemFault("can't start a worker process")
        for child in children.values { kill(child, SIGKILL) }
        throw fault
      }
      children[node] = child
    }
    for link in links { link.worker.close() }
    let masterLinks = links.indices.map { (node: "\(Log.host)_\($0)", link: links[$0].master) }
    return lead(users, options, links: masterLinks, children: children)
  }

  /// What the child does.
  private static func work(
    _ users: any Users, _ options: RunOptions, node: String, index: Int, link: LocalLink, master: pid_t
  ) -> Int32 {
    // A worker that hangs in its spec must not outlive its master.
    _ = katydid_die_with_parent(SIGKILL)
    guard getppid() == master else { return 1 }
    StopSignals.ignore()
    EventLoop.shared.resetAfterFork()
    var status: Int32 = 1
    EventLoop.shared.spawn {
      users.begin(.worker(index: index))
      let worker = Worker(
        users: users, transport: LocalTransport(master: link),
        settings: Worker.Settings(
          node: node, resetsStatistics: options.resetsStatistics, stopTimeout: options.stopTimeout))
      status = worker.run()
      EventLoop.shared.stop()
    }
    EventLoop.shared.run()
    return status
  }

  /// What the parent does.
  private static func lead(
    _ users: any Users, _ options: RunOptions, links: [(node: String, link: LocalLink)], children: [String: pid_t]
  ) -> Int32 {
    var status: Int32 = 1
    EventLoop.shared.spawn {
      let master = Master(users: users, options: options, transport: LocalTransport(workers: links))
      master.givenIndex = { node in links.firstIndex { $0.node == node } }
      master.describeEnd = { node in children[node].flatMap(howItEnded) }
      let run = HeadlessRun(master: master) {
        for node in master.workers.keys { if let child = children[node] { kill(child, SIGKILL) } }
      }
      EventLoop.shared.spawn { StopSignals.listen { run.receive($0) } }
      status = run.run()
      EventLoop.shared.stop()
    }
    EventLoop.shared.run()
    for child in children.values { waitpid(child, nil, 0) }
    return status
  }

  /// How a child ended whose link is closed, for people.
  private static func howItEnded(_ child: pid_t) -> String? {
    var status: Int32 = 0
    guard waitpid(child, &status, 0) == child else { return nil }
    let signal = status & 0x7f
    if signal == 0 { return "it exited with status \(status >> 8 & 0xff)" }
    return "it was ended by signal \(signal) (\(String(cString: strsignal(signal))))"
  }
}
