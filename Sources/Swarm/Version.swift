/// The version of Katydid, which nodes tell each other.
public let version = "0.1.0"
