/// What a fleet is to be.
public struct FleetOptions: Sendable {
  /// Its name, by which it is found again.
  public var name = "default"
  /// How many workers it is to have.
  public var count = 1
  /// The types of its machines, the favourite first; the others are taken where that one is short.
  public var instanceTypes = ["c7i.large", "c6i.large", "c7a.large", "m7i.large"]
  /// The machine image; nil for Debian 12.
  public var image: String?
  /// The key pair for SSH; nil for none.
  public var keyName: String?
  /// The subnets, and by them the zones; none for the default ones.
  public var subnets: [String] = []
  /// Whether machines are taken from what others leave, for less money, and may be lost at any time.
  public var isSpot = false
  /// What the fleet's own master is told; nil for a fleet that works for another one.
  public var master: MasterSetup?
  /// What the workers are told. A fleet's own master gives them its address.
  public var workers = WorkerSetup()
  /// Addresses that may use SSH; none opens no port at all.
  public var sshSources: [String] = []
  /// How many machines one call asks for at most.
  public var batchSize = 50
  /// How long machines may take to be there, in s; 0 to wait for none.
  public var patience = 300.0

  /// Creates options of one worker.
  public init() {}
}
