import ArgumentParser
import Glibc
import Swarm

/// Running on many machines.
struct SwarmOptions: ParsableArguments {
  @Flag(
    name: [.long],
    help: "Lead a swarm: workers connect to this process and run the users. LOCUST_MODE_MASTER")
  var master = false

  @Flag(
    name: [.long, .customLong("slave")],
    help: "Run users for a master, which says how many. LOCUST_MODE_WORKER")
  var worker = false

  @Option(help: ArgumentHelp("The machine of the master. LOCUST_MASTER_NODE_HOST", valueName: "host"))
  var masterHost: String?

  @Option(help: ArgumentHelp("The port of the master; 5557 without it. LOCUST_MASTER_NODE_PORT", valueName: "port"))
  var masterPort: UInt16?

  @Option(
    help: ArgumentHelp(
      "The address that the master listens at; all without it. LOCUST_MASTER_BIND_HOST", valueName: "host"))
  var masterBindHost: String?

  @Option(
    help: ArgumentHelp(
      "The port that the master listens at; 5557 without it, 0 for a free one. LOCUST_MASTER_BIND_PORT",
      valueName: "port"))
  var masterBindPort: UInt16?

  @Option(
    help: ArgumentHelp(
      "How many workers a headless test waits for; 1 without it. LOCUST_EXPECT_WORKERS", valueName: "count"))
  var expectWorkers: Int?

  @Option(
    help: ArgumentHelp(
      "How long it waits for them; without it, as long as it takes. LOCUST_EXPECT_WORKERS_MAX_WAIT", valueName: "time"))
  var expectWorkersMaxWait: TimeSpan?

  @Flag(help: "Spread users anew when workers come or go. That is always done; the option is there for Locust's.")
  var enableRebalancing = false

  @Option(
    help: ArgumentHelp(
      """
      A file with the swarm's secret, which 'katydid keygen' makes: messages are encrypted, and only nodes that have it \
      can join or lead. The secret itself may be in KATYDID_SECRET.
      """, valueName: "file"))
  var secretFile: String?

  @Option(
    name: .customLong("include"),
    help: ArgumentHelp(
      "A further file that workers need: one that tasks open, say. May be given several times.", valueName: "file"))
  var includes: [String] = []

  @Flag(name: .customLong("no-watch"), help: "Leave the running users alone when the locustfile changes.")
  var leavesChanges = false

  @Option(
    help: ArgumentHelp(
      """
      What a change of the locustfile does to users: 'keep' has them change over between two tasks, 'restart' starts       fresh ones in their place.
      """, valueName: "mode"))
  var swap: SwapMode = .keep

  @Flag(help: "With a secret, let workers without it in, such as Locust's, at the port above the master's.")
  var allowLocustPeers = false

  mutating func validate() throws {
    master = try master || Variables.flag("LOCUST_MODE_MASTER")
    worker = try worker || Variables.flag("LOCUST_MODE_WORKER")
    masterHost = masterHost ?? Variables.text("LOCUST_MASTER_NODE_HOST")
    masterPort = try masterPort ?? Variables.value("LOCUST_MASTER_NODE_PORT")
    masterBindHost = masterBindHost ?? Variables.text("LOCUST_MASTER_BIND_HOST")
    masterBindPort = try masterBindPort ?? Variables.value("LOCUST_MASTER_BIND_PORT")
    expectWorkers = try expectWorkers ?? Variables.value("LOCUST_EXPECT_WORKERS")
    expectWorkersMaxWait = try expectWorkersMaxWait ?? Variables.value("LOCUST_EXPECT_WORKERS_MAX_WAIT")
    if master && worker { throw ValidationError("The --master argument cannot be combined with --worker.") }
    if let expectWorkers, expectWorkers < 1 { throw ValidationError("--expect-workers must be at least 1.") }
  }

  /// The settings that they make.
  ///
  /// - Parameter processes: how many workers a worker machine runs.
  /// - Throws: an error for people when the secret can't be read.
  func settings(processes: Int?) throws -> SwarmSettings {
    var settings = SwarmSettings()
    settings.masterHost = masterHost ?? settings.masterHost
    settings.masterPort = masterPort.map { Int($0) } ?? settings.masterPort
    settings.bindHost = masterBindHost ?? settings.bindHost
    settings.bindPort = masterBindPort.map { Int($0) } ?? settings.bindPort
    settings.expectedWorkers = expectWorkers ?? settings.expectedWorkers
    settings.expectedWorkersMaxWait = expectWorkersMaxWait?.seconds ?? 0
    settings.processes = processes == -1 ? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) : processes ?? 1
    settings.secret = try secret()
    settings.allowsLocustPeers = allowLocustPeers
    return settings
  }

  /// What is watched and how a change is taken over.
  func spec(_ path: String) -> SpecSettings {
    var settings = SpecSettings()
    settings.path = path
    settings.includes = includes
    settings.watches = !leavesChanges
    settings.mode = swap
    settings.checkCommand = ["/proc/self/exe", "check-spec"]
    return settings
  }

  private func secret() throws -> SwarmSecret? {
    let source = secretFile.map { "secret file '\($0)'" } ?? "KATYDID_SECRET"
    guard let text = try secretFile.map(SecretFile.read) ?? Variables.text("KATYDID_SECRET") else { return nil }
    do { return try SwarmSecret(text: text) } catch {
      throw ValidationError("The \(source) is of no use: \(error.text).")
    }
  }
}

/// The file that the nodes of a swarm share.
enum SecretFile {
  /// The text of a file.
  static func read(_ path: String) throws -> String {
    guard let file = fopen(path, "r") else {
      throw ValidationError("Can't read the secret file '\(path)': \(String(cString: strerror(errno))).")
    }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = fread(&buffer, 1, buffer.count, file)
    return String(decoding: buffer[..<count], as: UTF8.self)
  }

  /// Makes a file that only its owner can read; an existing one is left alone.
  static func create(_ path: String, _ text: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw ValidationError("Can't make the secret file '\(path)': \(String(cString: strerror(errno))).")
    }
    defer { close(file) }
    let bytes = Array("\(text)\n".utf8)
    guard write(file, bytes, bytes.count) == bytes.count else {
      throw ValidationError("Can't write the secret file '\(path)': \(String(cString: strerror(errno))).")
    }
  }
}

extension SwapMode: ExpressibleByArgument {}
