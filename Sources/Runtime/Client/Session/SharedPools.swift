import Lang

/// The pools that specs share between users: `pool_manager` of `HttpUser`, `client_pool` of `FastHttpUser`.
enum SharedPools {
  nonisolated(unsafe) private static var known: [UInt64: ConnectionPool] = [:]

  /// The connections behind a spec's pool object; the first that asks decides their limits.
  ///
  /// Read are `connection_pool_kw` with `maxsize` and `block`, as `urllib3.PoolManager` has them, or `concurrency`, as
  /// `geventhttpclient.client.HTTPClientPool` has it.
  static func pool(for value: Value) throws(Raised) -> ConnectionPool {
    if let pool = known[value.bits] { return pool }
    let pool = ConnectionPool()
    if let options = try Attributes.find(value, Symbol("connection_pool_kw")), options.isKind(.dict) {
      let size = Dict.get(options, "maxsize").flatMap { Integer.int($0) } ?? 1
      pool.maxIdle = max(1, size)
      if let block = Dict.get(options, "block"), try Operations.truth(block) { pool.maxInUse = max(1, size) }
    } else if let size = try Attributes.find(value, Symbol("concurrency")).flatMap({ Integer.int($0) }) {
      pool.maxIdle = max(1, size)
      pool.maxInUse = max(1, size)
    } else {
      throw raise(
        .typeError,
        "a pool shared between users is a urllib3.PoolManager or a geventhttpclient.client.HTTPClientPool, not "
          + "'\(Types.name(value))'")
    }
    // Kept for ever: its address is the key, and pools belong to classes.
    known[Heap.pin(value).bits] = pool
    return pool
  }
}
