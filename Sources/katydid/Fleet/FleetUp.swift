import ArgumentParser
import Fleet
import Foundation
import Swarm

/// What new machines are like.
struct FleetMachines: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Types of machines, parted by commas, the favourite first; the next is taken where one is short.",
      valueName: "types"))
  var instanceType = FleetOptions().instanceTypes.joined(separator: ",")

  @Option(help: "The machine image; without it, the newest Debian 12.")
  var imageID: String?

  @Option(help: "The key pair for SSH.")
  var keyName: String?

  @Option(help: ArgumentHelp("Subnets, and by them zones, parted by commas.", valueName: "subnets"))
  var subnetID: String?

  @Flag(help: "Take spot machines: cheaper, and may be lost at any time.")
  var spot = false

  @Option(
    help: ArgumentHelp(
      "Addresses that may use SSH, as in 203.0.113.7/32, parted by commas; without any, the port stays shut.",
      valueName: "ranges"))
  var sshFrom: String?

  @Option(
    help: "The master's name or address, as the workers reach it; without it, the fleet gets a master of its own.")
  var masterHost: String?

  @Option(help: ArgumentHelp("For a master of the fleet's own: the locustfile.", valueName: "file"))
  var spec: String?

  @Option(
    help: ArgumentHelp(
      "For a master of the fleet's own: names and password hashes for its page, as 'htpasswd -B' makes them.",
      valueName: "file"))
  var htpasswd: String?

  @Option(
    help: ArgumentHelp(
      "For a master of the fleet's own: addresses that may use its page, as in 203.0.113.7/32, parted by commas.",
      valueName: "ranges"))
  var webFrom: String?

  @Option(help: "For a master of the fleet's own: the target of the run.")
  var host: String?

  @Option(help: "The port that the master listens on.")
  var masterPort = 5557

  @Option(help: ArgumentHelp("The file with the swarm's secret.", valueName: "file"))
  var secretFile: String?

  @Option(
    name: .customLong("package-url"), help: ArgumentHelp("Where the tarball of 'make dist' is.", valueName: "url"))
  var packageURL: String

  @Option(
    name: .customLong("package-sha256"),
    help: ArgumentHelp("The tarball's SHA-256, as in SHA256SUMS.", valueName: "digest"))
  var packageDigest: String

  @Option(
    help: ArgumentHelp(
      "The public key of the tarball's server, as curl's --pinnedpubkey; without it, its certificate is checked.",
      valueName: "sha256//key"))
  var packageServerKey: String?

  @Option(help: ArgumentHelp("How long machines may take to run, in s.", valueName: "seconds"))
  var wait = FleetOptions().patience

  func validate() throws {
    guard packageDigest.wholeMatch(of: /[0-9a-f]{64}/) != nil else {
      throw ValidationError("--package-sha256 is to have 64 hexadecimal digits; 'sha256sum FILE' prints them.")
    }
    guard !FleetMachines.parts(instanceType).isEmpty else { throw ValidationError("--instance-type is empty.") }
    guard (1...65535).contains(masterPort) else { throw ValidationError("--master-port is to be from 1 to 65535.") }
    // They become lines of a file.
    for (option, name) in [("--master-host", masterHost), ("--host", host)] {
      guard let name, name.wholeMatch(of: /[A-Za-z0-9.:_\/\[\]-]+/) == nil else { continue }
      throw ValidationError("\(option) is no name or address: \(name)")
    }
    let own = [("--spec", spec), ("--htpasswd", htpasswd), ("--web-from", webFrom)]
    if masterHost == nil, own.contains(where: { $0.1 != nil }) {
      for (option, value) in own where value == nil {
        throw ValidationError("A master of the fleet's own needs \(option), too.")
      }
    } else if let given = own.first(where: { $0.1 != nil }) {
      throw ValidationError("\(given.0) is for a master of the fleet's own: leave out --master-host.")
    }
  }

  private static func text(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8) else {
      throw ValidationError("Can't read '\(path)' as text.")
    }
    return text
  }

  private static func parts(_ list: String?) -> [String] { (list ?? "").split(separator: ",").map(String.init) }

  func fill(_ options: inout FleetOptions) throws {
    options.instanceTypes = FleetMachines.parts(instanceType)
    options.image = imageID
    options.keyName = keyName
    options.subnets = FleetMachines.parts(subnetID)
    options.isSpot = spot
    options.sshSources = FleetMachines.parts(sshFrom)
    options.patience = wait
    options.workers.masterHost = masterHost ?? ""
    options.workers.masterPort = masterPort
    options.workers.package.url = packageURL
    options.workers.package.digest = packageDigest
    options.workers.package.serverKey = packageServerKey
    if let spec, let htpasswd {
      var master = MasterSetup()
      master.spec = try FleetMachines.text(spec)
      master.passwords = try FleetMachines.text(htpasswd)
      master.host = host
      master.webSources = FleetMachines.parts(webFrom)
      options.master = master
    }
    guard let secretFile else { return }
    do throws(OptionFault) {
      let text = try SecretFile.read(secretFile)
      do { options.workers.secret = try SwarmSecret(text: text).text } catch {
        throw OptionFault("The secret file '\(secretFile)' is of no use: \(error.text).")
      }
    } catch { throw ValidationError(error.text) }
  }
}

/// Makes machines.
struct FleetUp: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "up", abstract: "Bring a fleet to a number of machines.",
    discussion: "A command that was cut, and one that could not get all, is run again: it asks for what is missing.")

  @OptionGroup var identity: FleetIdentity
  @OptionGroup var machines: FleetMachines

  @Option(help: "How many machines there are to be.")
  var count: Int

  @Flag(help: "Print what would be done and what it costs, and do nothing.")
  var dryRun = false

  func validate() throws {
    guard (1...10_000).contains(count) else { throw ValidationError("--count is to be from 1 to 10,000.") }
  }

  func run() throws {
    let fleet = try identity.fleet { options in
      options.count = count
      try machines.fill(&options)
    }
    if dryRun { return print(plan(fleet.options)) }
    try identity.perform {
      let begin = Date()
      let nodes = try fleet.up()
      if let master = try fleet.master() {
        Terminal.complain("The master's page is at https://\(master.address ?? "?")/ (machine \(master.id))")
      }
      Terminal.complain(
        "\(nodes.count) workers run after \(Int(Date().timeIntervalSince(begin))) s; end them with: "
          + "katydid fleet down --name \(identity.name)")
    }
  }

  private func plan(_ options: FleetOptions) -> String {
    let type = options.instanceTypes[0]
    let price = Prices.hour(of: type).map {
      "\(Prices.text($0 * Double(count + (options.master == nil ? 0 : 1)))) an hour at us-east-1's on-demand price"
        + (options.isSpot ? "; spot machines cost less" : "")
    }
    return """
      Fleet \(options.name) in \(identity.region ?? "your profile's region"):
        machines        \(count) \(options.isSpot ? "spot " : "")\(type), or \(options.instanceTypes.dropFirst().joined(separator: ", "))
        image           \(options.image ?? "the newest Debian 12")
        security group  katydid-\(options.name): \(openings(options))
        calls           \((count + options.batchSize - 1) / options.batchSize) for up to \(options.batchSize) machines each
        master          \(options.master == nil ? options.workers.masterHost : "a further \(type)"):\(options.workers.masterPort), \(options.workers.secret == nil ? "without a secret" : "with a secret")
        program         \(options.workers.package.url)
        price           \(price ?? "not known for \(type)")
      """
  }
}

extension FleetUp {
  /// What the security group opens, for people.
  private func openings(_ options: FleetOptions) -> String {
    var openings = options.sshSources.isEmpty ? [] : ["SSH from \(options.sshSources.joined(separator: ", "))"]
    if let master = options.master {
      openings.append("\(master.webPort) from \(master.webSources.joined(separator: ", "))")
      openings.append("\(options.workers.masterPort) from the fleet itself")
    }
    return openings.isEmpty ? "nothing open" : openings.joined(separator: "; ")
  }
}

/// Prints what new machines run, for other clouds and images of one's own.
struct FleetScript: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "script",
    abstract: "Print the script that makes a new machine a worker, or with --spec the master; it has the secret in it.")

  @OptionGroup var machines: FleetMachines

  func run() throws {
    var options = FleetOptions()
    try machines.fill(&options)
    guard options.master != nil || machines.masterHost != nil else {
      throw ValidationError("Give --master-host for a worker's script, or --spec, --htpasswd and --web-from.")
    }
    guard let master = options.master else { return print(options.workers.script, terminator: "") }
    do throws(FleetFault) { print(try master.script(with: options.workers), terminator: "") } catch {
      throw ValidationError(error.text)
    }
  }
}

/// Brings a fleet to another number of machines.
struct FleetScale: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scale", abstract: "Bring a fleet to another number of machines; fewer ends the newest.")

  @OptionGroup var identity: FleetIdentity
  @OptionGroup var machines: FleetMachines

  @Argument(help: "How many machines there are to be.")
  var count: Int

  func validate() throws {
    guard (0...10_000).contains(count) else { throw ValidationError("The count is to be from 0 to 10,000.") }
  }

  func run() throws {
    let fleet = try identity.fleet { options in
      options.count = count
      try machines.fill(&options)
    }
    try identity.perform {
      try fleet.shrink()
      if count > 0 { _ = try fleet.up() }
    }
  }
}
