import CNghttp2

/// The client's side of HTTP/2 on one connection (RFC 9113), by nghttp2: bytes in, bytes out, and streams. It knows no
/// sockets.
package final class HTTP2Engine {
  private var session: OpaquePointer?
  /// The streams that are open, by number.
  private(set) var streams: [Int32: HTTP2Stream] = [:]
  /// The stream that was looked up last: what comes for one stream comes in a row.
  private var recent: HTTP2Stream?
  /// Whether the server wants no more requests on this connection.
  private(set) var isClosing = false
  /// The bytes that lie in the body of streams and in no window.
  private static let window: Int32 = 1 << 20
  private static let connectionWindow: Int32 = 1 << 24

  /// What a new session is told to do with what it reads; made once.
  nonisolated(unsafe) private static let callbacks: OpaquePointer? = {
    var callbacks: OpaquePointer?
    nghttp2_session_callbacks_new(&callbacks)
    nghttp2_session_callbacks_set_on_header_callback(callbacks) {
      _, frame, name, nameLength, value, valueLength, _, me in
      guard let engine = HTTP2Engine.of(me), let frame, let name, let value else { return 0 }
      return engine.header(
        frame.pointee.hd.stream_id, UnsafeBufferPointer(start: name, count: nameLength),
        UnsafeBufferPointer(start: value, count: valueLength))
    }
    nghttp2_session_callbacks_set_on_data_chunk_recv_callback(callbacks) { _, _, id, bytes, count, me in
      guard let engine = HTTP2Engine.of(me) else { return 0 }
      return engine.data(id, UnsafeBufferPointer(start: bytes, count: count))
    }
    nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks) { _, frame, me in
      guard let engine = HTTP2Engine.of(me), let frame else { return 0 }
      return engine.frame(frame)
    }
    nghttp2_session_callbacks_set_on_stream_close_callback(callbacks) { _, id, code, me in
      HTTP2Engine.of(me)?.closed(id, code)
      return 0
    }
    nghttp2_session_callbacks_set_on_invalid_frame_recv_callback(callbacks) { _, frame, code, me in
      guard let engine = HTTP2Engine.of(me), let frame else { return 0 }
      engine.streams[frame.pointee.hd.stream_id]?.fail(.http2(String(cString: nghttp2_strerror(code))))
      return 0
    }
    return callbacks
  }()

  private static func of(_ pointer: UnsafeMutableRawPointer?) -> HTTP2Engine? {
    pointer.map { Unmanaged<HTTP2Engine>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Begins a connection; its preface is the first output.
  package init() {
    var option: OpaquePointer?
    nghttp2_option_new(&option)
    nghttp2_option_set_no_auto_window_update(option, 1)
    nghttp2_option_set_peer_max_concurrent_streams(option, 100)
    nghttp2_session_client_new2(
      &session, HTTP2Engine.callbacks, Unmanaged.passUnretained(self).toOpaque(), option)
    nghttp2_option_del(option)
    let settings = [
      nghttp2_settings_entry(settings_id: Int32(NGHTTP2_SETTINGS_ENABLE_PUSH.rawValue), value: 0),
      nghttp2_settings_entry(
        settings_id: Int32(NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE.rawValue), value: UInt32(HTTP2Engine.window)),
      nghttp2_settings_entry(
        settings_id: Int32(NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE.rawValue), value: UInt32(ResponseHead.maxLength)),
    ]
    nghttp2_submit_settings(session, 0, settings, settings.count)
    nghttp2_session_set_local_window_size(session, 0, 0, HTTP2Engine.connectionWindow)
  }

  deinit { nghttp2_session_del(session) }

  // MARK: Out

  /// How many more streams may be opened at once.
  var room: Int {
    let most = Int(nghttp2_session_get_remote_settings(session, NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS))
    return isClosing || nghttp2_session_check_request_allowed(session) == 0 ? 0 : most - streams.count
  }

  /// Begins a request.
  ///
  /// - Parameters:
  ///   - fields: the header fields, pseudo-headers first, names in lower case.
  ///   - hasBody: whether `stream.upload` is sent.
  package func submit(_ stream: HTTP2Stream, _ fields: HTTP2Fields, hasBody: Bool) throws(HTTPFailure.Reason) {
    var provider = nghttp2_data_provider()
    provider.read_callback = { _, id, buffer, length, flags, _, me in
      guard let engine = HTTP2Engine.of(me), let buffer, let flags else {
        return Int(NGHTTP2_ERR_CALLBACK_FAILURE.rawValue)
      }
      return engine.upload(id, buffer, length, flags)
    }
    let id = fields.withPairs { pairs, count in
      withUnsafePointer(to: &provider) { provider in
        nghttp2_submit_request(session, nil, pairs, count, hasBody ? provider : nil, nil)
      }
    }
    guard id > 0 else { throw .http2(String(cString: nghttp2_strerror(id))) }
    stream.id = id
    streams[id] = stream
  }

  /// The open stream of a number.
  @inline(__always)
  private func openStream(_ id: Int32) -> HTTP2Stream? {
    if let recent, recent.id == id { return recent }
    recent = streams[id]
    return recent
  }

  private func removeStream(_ id: Int32) -> HTTP2Stream? {
    recent = nil
    return streams.removeValue(forKey: id)
  }

  private func upload(
    _ id: Int32, _ buffer: UnsafeMutablePointer<UInt8>, _ length: Int, _ flags: UnsafeMutablePointer<UInt32>
  ) -> Int {
    guard let stream = openStream(id) else { return Int(NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE.rawValue) }
    let count = min(length, stream.upload.count - stream.uploaded)
    if count == 0, stream.uploadGoesOn {
      stream.isUploadDeferred = true
      return Int(NGHTTP2_ERR_DEFERRED.rawValue)
    }
    if count > 0 {
      stream.upload.withUnsafeBufferPointer { from in
        if let base = from.baseAddress { buffer.update(from: base + stream.uploaded, count: count) }
      }
    }
    stream.uploaded += count
    if stream.uploaded == stream.upload.count, !stream.uploadGoesOn {
      flags.pointee |= UInt32(NGHTTP2_DATA_FLAG_EOF.rawValue)
    }
    return count
  }

  /// Says that a stream's upload has grown, or ended.
  func resumeUpload(_ stream: HTTP2Stream) {
    guard stream.isUploadDeferred else { return }
    stream.isUploadDeferred = false
    nghttp2_session_resume_data(session, stream.id)
  }

  /// Gives a stream up.
  func cancel(_ stream: HTTP2Stream) {
    guard removeStream(stream.id) != nil else { return }
    nghttp2_session_consume_connection(session, stream.body.count)
    nghttp2_submit_rst_stream(session, 0, stream.id, NGHTTP2_CANCEL.rawValue)
  }

  /// Says that the body bytes of a streamed response have been taken.
  func consume(_ stream: HTTP2Stream, _ count: Int) {
    if streams[stream.id] != nil {
      nghttp2_session_consume(session, stream.id, count)
    } else {
      nghttp2_session_consume_connection(session, count)
    }
  }

  /// The next bytes to be sent, good until the next call; nil for none now.
  package func nextOutput() -> UnsafeBufferPointer<UInt8>? {
    var bytes: UnsafePointer<UInt8>?
    let count = nghttp2_session_mem_send(session, &bytes)
    guard count > 0, let bytes else { return nil }
    return UnsafeBufferPointer(start: bytes, count: count)
  }

  /// Whether nothing is to be read or sent any more: after an error the server has been told of it by then.
  package var isOver: Bool { nghttp2_session_want_read(session) == 0 && nghttp2_session_want_write(session) == 0 }

  /// Takes no more requests.
  func refuseMore() { isClosing = true }

  // MARK: In

  /// Takes bytes of the connection.
  ///
  /// - Throws: when they break the rules so that the connection can't go on.
  package func receive(_ bytes: UnsafeBufferPointer<UInt8>) throws(HTTPFailure.Reason) {
    let status = nghttp2_session_mem_recv(session, bytes.baseAddress, bytes.count)
    if status < 0 { throw .http2(String(cString: nghttp2_strerror(Int32(truncatingIfNeeded: status)))) }
  }

  /// Ends every stream.
  package func failAll(_ reason: HTTPFailure.Reason) {
    isClosing = true
    let open = streams.values
    recent = nil
    streams.removeAll()
    for stream in open { stream.fail(reason) }
  }

  private func header(_ id: Int32, _ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) -> Int32 {
    // Trailers, and what belongs to streams that were given up, are passed over.
    guard let stream = openStream(id), !stream.hasHead, !stream.isDone else { return 0 }
    if name.first == UInt8(ascii: ":") {
      guard name.elementsEqual(":status".utf8) else { return 0 }
      stream.begin(status: value)
      return 0
    }
    stream.lines += 1
    if stream.lines > ResponseHead.maxLines {
      return refuse(stream, .tooManyHeaders(limit: ResponseHead.maxLines))
    }
    if stream.head.count + name.count + value.count + 6 > ResponseHead.maxLength {
      return refuse(stream, .headersTooLarge(limit: ResponseHead.maxLength))
    }
    stream.append(name, value)
    return 0
  }

  /// Ends a stream whose response is too much.
  private func refuse(_ stream: HTTP2Stream, _ reason: HTTPFailure.Reason) -> Int32 {
    stream.fail(reason)
    return Int32(NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE.rawValue)
  }

  private func data(_ id: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    guard let stream = openStream(id), !stream.isDone else {
      nghttp2_session_consume(session, id, bytes.count)
      return 0
    }
    stream.received += bytes.count
    if stream.received > stream.limits.body, !stream.isStreamed {
      stream.fail(.bodyTooLarge(limit: stream.limits.body))
      nghttp2_session_consume_connection(session, bytes.count)
      nghttp2_submit_rst_stream(session, 0, id, NGHTTP2_CANCEL.rawValue)
      return 0
    }
    stream.body += bytes
    if stream.isStreamed { stream.wake() } else { nghttp2_session_consume(session, id, bytes.count) }
    return 0
  }

  private func frame(_ frame: UnsafePointer<nghttp2_frame>) -> Int32 {
    let kind = UInt32(frame.pointee.hd.type)
    if kind == NGHTTP2_GOAWAY.rawValue {
      isClosing = true
      return 0
    }
    guard let stream = openStream(frame.pointee.hd.stream_id) else { return 0 }
    let now = EventLoop.now
    stream.lastActivity = now
    if stream.firstByte == 0 { stream.firstByte = now }
    guard kind == NGHTTP2_HEADERS.rawValue, !stream.hasHead, !stream.isDone else { return 0 }
    // "HTTP/1.1 1xx": an interim response, behind which the real one comes.
    if stream.head.count > 9, stream.head[9] == UInt8(ascii: "1") {
      stream.interims += 1
      if stream.interims > stream.limits.interim {
        stream.fail(.badStatusLine("more than \(stream.limits.interim) interim responses"))
        nghttp2_submit_rst_stream(session, 0, stream.id, NGHTTP2_CANCEL.rawValue)
      }
      stream.head = []
      return 0
    }
    stream.head += [13, 10]
    stream.hasHead = true
    if stream.isStreamed { stream.wake() }
    return 0
  }

  private func closed(_ id: Int32, _ code: UInt32) {
    guard let stream = removeStream(id) else { return }
    if code == NGHTTP2_NO_ERROR.rawValue, stream.hasHead {
      stream.isDone = true
      stream.wake()
      return
    }
    stream.isUnprocessed = code == NGHTTP2_REFUSED_STREAM.rawValue
    stream.fail(.http2("the stream was ended: \(String(cString: nghttp2_http2_strerror(code)))"))
  }
}
