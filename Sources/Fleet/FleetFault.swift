/// Why a command on a fleet can't go on.
public struct FleetFault: Error, Equatable, Sendable {
  /// What kind of answer of AWS it was.
  public enum Kind: Equatable, Sendable {
    /// Too many calls: later ones are welcome.
    case throttled
    /// Not known whether the call has done anything: it is to be repeated as it was.
    case unanswered
    /// There are no such machines now: other types or zones may have some.
    case noCapacity
    /// The account may have no more machines.
    case quota
    /// A call with the same token had other parameters.
    case tokenUsed
    /// What is asked for is there already.
    case exists
    /// What the call names isn't there, or not yet.
    case missing
    /// It is still in use.
    case inUse
    /// Anything else: the call is wrong, or not allowed.
    case refused
  }

  /// What kind of answer it was.
  public let kind: Kind
  /// What is wrong and what to do, for people.
  public let text: String

  /// Creates a fault.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  /// The kinds of EC2's error codes
  /// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html).
  static func kind(ofCode code: String) -> Kind {
    switch code {
    case "RequestLimitExceeded", "Throttling", "ThrottlingException", "RequestThrottled", "EC2ThrottledException",
      "BandwidthLimitExceeded":
      .throttled
    case "InternalError", "InternalFailure", "ServiceUnavailable", "Unavailable", "RequestExpired", "503", "500", "502",
      "504":
      .unanswered
    case "InsufficientInstanceCapacity", "InsufficientHostCapacity", "InsufficientCapacity", "Unsupported",
      "SpotMaxPriceTooLow", "InsufficientCapacityOnOutpost":
      .noCapacity
    case "VcpuLimitExceeded", "InstanceLimitExceeded", "MaxSpotInstanceCountExceeded", "MaxIOPSLimitExceeded":
      .quota
    case "IdempotentParameterMismatch", "IdempotentInstanceTerminated": .tokenUsed
    case "InvalidGroup.Duplicate", "InvalidPermission.Duplicate": .exists
    case "InvalidGroup.NotFound", "InvalidInstanceID.NotFound", "InvalidGroupId.NotFound": .missing
    case "DependencyViolation", "InvalidGroup.InUse", "ResourceInUse": .inUse
    default: .refused
    }
  }
}
