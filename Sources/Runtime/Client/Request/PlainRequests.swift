import Lang

/// Requests of calls that say nothing but the address, kept to be sent again.
///
/// Most tasks send the same few requests over and over: a constant path, with what the session says of all of its
/// requests. Such a request is made once, with the bytes that go over the wire; without that, address, headers and
/// request took a sixth of the user time of a request.
enum PlainRequests {
  private struct Slot {
    /// The key of the call that came last: only one that comes twice in a row is worth a request.
    var lastKey: UInt = 0
    /// What the call gave, kept alive: the same object is the same text.
    var url = Value.none
    var verb = Value.none
    var redirects = false
    var kind = ClientKind.requests
    var base = 0
    var request: HTTPRequest?
  }

  private static let size = 512
  private nonisolated(unsafe) static let slots: UnsafeMutablePointer<Slot> = {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: size)
    slots.initialize(repeating: Slot(), count: size)
    Heap.addRootProvider {
      for index in 0..<size where slots[index].request != nil {
        Heap.mark(slots[index].url)
        Heap.mark(slots[index].verb)
      }
    }
    return slots
  }()

  /// The request that the same call has made before, if it and its session are plain and nothing has changed since.
  @inline(__always)
  static func find(
    _ state: SessionState, _ verb: Value, _ url: Value, _ options: RequestOptions, redirects: Bool
  ) -> HTTPRequest? {
    guard let headers = plainHeaders(state, options) else { return nil }
    let slot = slots + index(of: key(verb, url, headers))
    guard slot.pointee.url.bits == url.bits, slot.pointee.verb.bits == verb.bits, slot.pointee.redirects == redirects,
      slot.pointee.kind == state.kind, let request = slot.pointee.request, headers.isWire(request.headers),
      request.extras === state.extras, request.connectTimeout == state.connectTimeout,
      request.readTimeout == state.readTimeout, slot.pointee.base == state.baseNumber,
      !request.origin.isSecure || request.tls === state.plainTLS
    else { return nil }
    return request
  }

  /// Keeps a request that a plain call has made, once the call has come twice in a row.
  static func note(
    _ request: HTTPRequest, _ state: SessionState, _ verb: Value, _ url: Value, _ options: RequestOptions,
    redirects: Bool
  ) {
    guard let headers = plainHeaders(state, options), state.baseNumber > 0, url.isKind(.str),
      headers.isWire(request.headers)
    else { return }
    let key = key(verb, url, headers)
    let slot = slots + index(of: key)
    guard slot.pointee.lastKey == key else {
      slot.pointee.lastKey = key
      return
    }
    RequestWriter.prepare(request)
    slot.pointee = Slot(
      lastKey: key, url: url, verb: verb, redirects: redirects, kind: state.kind, base: state.baseNumber,
      request: request)
  }

  /// The headers that the session gives to a request; nil where the call or the session says anything besides.
  @inline(__always)
  private static func plainHeaders(_ state: SessionState, _ options: RequestOptions) -> HeaderMap? {
    options.isPlain && state.isPlain ? Native.payload(state.headers, as: HeaderMap.self) : nil
  }

  @inline(__always)
  private static func key(_ verb: Value, _ url: Value, _ headers: HeaderMap) -> UInt {
    (UInt(url.bits) >> 4 ^ UInt(verb.bits) >> 2 ^ headers.wireAddress >> 4) &* 0x9E37_79B9_7F4A_7C15
  }

  /// A key's nine highest bits, which all others have had a part in.
  @inline(__always)
  private static func index(of key: UInt) -> Int { Int(key >> 55) }
}

extension RequestOptions {
  /// Whether the call says nothing of what is sent and how.
  @inline(__always)
  fileprivate var isPlain: Bool {
    let none = Value.none.bits
    let body = (data.bits ^ none) | (json.bits ^ none) | (params.bits ^ none) | (files.bits ^ none)
    let head = (headers.bits ^ none) | (cookies.bits ^ none) | (auth.bits ^ none) | (hooks.bits ^ none)
    let way = (timeout.bits ^ none) | (proxies.bits ^ none) | (stream.bits ^ none)
    let tls = (verify.bits ^ none) | (cert.bits ^ none)
    return body | head | way | tls == 0 && allowRedirects.isUnbound
  }
}

extension SessionState {
  /// Whether the session adds nothing to its requests but an address, headers, timeouts and whether it verifies.
  @inline(__always)
  fileprivate var isPlain: Bool {
    auth.isNone && params.isNone && !hooks.isKind(.dict) && !proxies.isKind(.dict) && streams.bits == Value.no.bits
      && trustsEnvironment.bits == Value.no.bits && certificate.isNone && contextFactory.isNone
      && (verify.bits == Value.yes.bits || verify.bits == Value.no.bits)
  }

  /// How a plain session's connections are set up.
  fileprivate var plainTLS: TLSOptions { verify.bits == Value.yes.bits ? .standard : .unverified }
}
