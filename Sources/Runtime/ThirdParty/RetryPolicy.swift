import Glibc
import Lang

/// When a request is sent again, as `urllib3.util.Retry` says it; redirects are not its business here.
struct RetryPolicy {
  /// How many times in all, and after failures to connect, broken exchanges, and statuses; nil for no limit of its own.
  private(set) var total: Int?
  private var connect: Int?
  private var read: Int?
  private var status: Int?
  private var other: Int?
  /// False for `read=False`: broken exchanges are never repeated.
  private var repeatsBroken = true
  private let statuses: Set<Int>
  /// The methods that may be repeated; nil for any.
  private let methods: Set<String>?
  private let backoffFactor: Double
  private let backoffMax: Double
  private let backoffJitter: Double
  private let raisesOnStatus: Bool
  private let respectsRetryAfter: Bool
  private var errors = 0
  /// Whether the last failure would have been repeated, had it been an earlier one.
  private var isExhausted = false

  /// Reads a `Retry` object.
  init(_ retry: Value) throws(Raised) {
    func count(_ name: String) throws(Raised) -> Int? {
      let value = try Attributes.get(retry, name)
      if value.isNone { return nil }
      return value.isBool ? (value.isTrue ? nil : 0) : try Operations.index(value)
    }
    func seconds(_ name: String) throws(Raised) -> Double {
      let value = try Attributes.get(retry, name)
      return value.isFloat ? value.double : Double(try Operations.index(value))
    }
    func isSet(_ name: String) throws(Raised) -> Bool { try Operations.truth(Attributes.get(retry, name)) }
    total = try count("total")
    connect = try count("connect")
    read = try count("read")
    status = try count("status")
    other = try count("other")
    let reading = try Attributes.get(retry, "read")
    repeatsBroken = !(reading.isBool && !reading.isTrue)
    var codes: Set<Int> = []
    let list = try Attributes.get(retry, "status_forcelist")
    if !list.isNone {
      try Iteration.forEach(list) { (code) throws(Raised) in codes.insert(try Operations.index(code)) }
    }
    statuses = codes
    let allowed = try Attributes.get(retry, "allowed_methods")
    if allowed.isBool || allowed.isNone {
      methods = nil
    } else {
      var names: Set<String> = []
      try Iteration.forEach(allowed) { (name) throws(Raised) in
        names.insert(Str.swift(try Text.str(name)).uppercased())
      }
      methods = names
    }
    backoffFactor = try seconds("backoff_factor")
    backoffMax = try seconds("backoff_max")
    backoffJitter = try seconds("backoff_jitter")
    raisesOnStatus = try isSet("raise_on_status")
    respectsRetryAfter = try isSet("respect_retry_after_header")
  }

  private static let retryAfterStatuses: Set<Int> = [413, 429, 503]

  private func allows(_ method: HTTPMethod) -> Bool { methods?.contains(method.text) ?? true }

  private func wants(_ response: HTTPResponse, _ method: HTTPMethod) -> Bool {
    guard allows(method) else { return false }
    if statuses.contains(response.status) { return true }
    return total != 0 && respectsRetryAfter && response.header("retry-after") != nil
      && RetryPolicy.retryAfterStatuses.contains(response.status)
  }

  private static func spend(_ count: inout Int?) -> Bool {
    guard let left = count else { return true }
    count = left - 1
    return left > 0
  }

  /// Counts a failure; says whether the request is to be sent again.
  private mutating func mayRepeat(after failure: HTTPFailure, _ method: HTTPMethod) -> Bool {
    errors += 1
    let hasTotal = RetryPolicy.spend(&total)
    switch failure.reason {
    case .abandoned, .bodyUnavailable, .interrupted, .missingScheme, .invalidScheme, .invalidURL, .tooManyRedirects:
      return false
    case .nameResolution, .connect, .connectTimeout, .proxy: return hasTotal && RetryPolicy.spend(&connect)
    case .tls, .badEncoding, .bodyTooLarge, .badHeader: return hasTotal && RetryPolicy.spend(&other)
    default:
      guard repeatsBroken, allows(method) else { return false }
      let hasRead = RetryPolicy.spend(&read)
      isExhausted = !hasTotal || !hasRead
      return !isExhausted
    }
  }

  private mutating func mayRepeatAfterStatus() -> Bool {
    errors += 1
    let hasTotal = RetryPolicy.spend(&total)
    let hasStatus = RetryPolicy.spend(&status)
    return hasTotal && hasStatus
  }

  /// How long to wait before the next try, in seconds.
  private func pause(after response: HTTPResponse?) -> Double {
    if respectsRetryAfter, let text = response?.header("retry-after") {
      if let seconds = Double(text) { return max(0, seconds) }
      if let date = CookieDate.parse(text) { return max(0, Double(date) - Double(WallClock.now) / 1e9) }
    }
    guard errors > 1 else { return 0 }
    let wait = backoffFactor * pow(2, Double(errors - 1)) + (backoffJitter > 0 ? .random(in: 0...backoffJitter) : 0)
    return max(0, min(wait, backoffMax))
  }

  /// What sending with a policy came to.
  enum Outcome {
    case response(HTTPResponse)
    /// The last failure; exhausted when it would have been repeated, but for the number of times.
    case failed(HTTPFailure, isExhausted: Bool)
    /// The statuses that are to be repeated never ended.
    case tooMany(status: Int)
  }

  /// Sends a request, and again as long as the policy says so.
  ///
  /// - Parameter handler: called with every response, as `HTTPSession.send` does.
  mutating func send(
    _ request: HTTPRequest, _ session: HTTPSession, handler: HTTPSession.HopHandler? = nil
  ) throws(Raised) -> Outcome {
    var outcome: Outcome?
    while outcome == nil {
      var answered: HTTPResponse?
      do throws(HTTPFailure) {
        let response = try session.send(request, handler: handler)
        guard wants(response, request.method) else { return .response(response) }
        if !mayRepeatAfterStatus() {
          outcome = raisesOnStatus ? .tooMany(status: response.status) : .response(response)
        }
        answered = response
        if outcome == nil { response.stream?.close() }
      } catch {
        let canRepeat = mayRepeat(after: error, request.method) && (request.extras?.source?.rewind() ?? true)
        if !canRepeat { outcome = .failed(error, isExhausted: isExhausted) }
      }
      if outcome == nil {
        let wait = pause(after: answered)
        if wait > 0 { try Host.sleep(wait) }
      }
    }
    return outcome ?? .failed(HTTPFailure(.interrupted), isExhausted: false)
  }
}

/// The policies of a session's adapters, by the beginnings of URLs that they are mounted for.
struct RetryPolicies {
  private var mounted: [(prefix: String, policy: RetryPolicy)] = []

  /// Whether no adapter has been mounted.
  var isEmpty: Bool { mounted.isEmpty }

  /// Mounts a policy.
  mutating func mount(_ prefix: String, _ policy: RetryPolicy) {
    mounted.removeAll { $0.prefix == prefix.lowercased() }
    mounted.append((prefix.lowercased(), policy))
    mounted.sort { $0.prefix.utf8.count > $1.prefix.utf8.count }
  }

  /// The policy for a URL: that of the longest prefix.
  func policy(for url: String) -> RetryPolicy? {
    let url = url.lowercased()
    return mounted.first { url.hasPrefix($0.prefix) }?.policy
  }
}
