import Runtime

/// The files of a spec at one moment: the locustfiles, the modules beside them that they import, and data.
package struct SpecBundle: Sendable, Equatable {
  /// One file, known by what is in it.
  package struct File: Sendable, Equatable {
    /// Where the spec looks for it, as `SpecFiles` names it.
    package let path: String
    /// The SHA-256 of its bytes, in hexadecimal digits.
    package let digest: String
  }

  /// The files, sorted by path.
  package let files: [File]
  /// The paths of the locustfiles.
  package let locustfiles: [String]
  /// The files' bytes, by digest.
  package private(set) var contents: [String: [UInt8]]
  /// The SHA-256 of all of it: two bundles with the same one are the same.
  package let id: String

  /// The bundle of some files.
  package init(locustfiles: [String], files: [String: [UInt8]]) {
    self.locustfiles = locustfiles
    var entries: [File] = []
    var contents: [String: [UInt8]] = [:]
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let digest = Digest.hexadecimal(bytes)
      entries.append(File(path: path, digest: digest))
      contents[digest] = bytes
    }
    self.files = entries
    self.contents = contents
    id = SpecBundle.identify(locustfiles, entries)
  }

  private static func identify(_ locustfiles: [String], _ files: [File]) -> String {
    let manifest: MessagePack = [
      "locustfiles": .array(locustfiles.map { .string($0) }),
      "files": .array(files.map { [.string($0.path), .string($0.digest)] }),
    ]
    return Digest.hexadecimal(manifest.encoded)
  }

  /// The start of `id`, for people.
  package var shortID: String { String(id.prefix(8)) }

  /// How many bytes the files have.
  package var size: Int { files.reduce(0) { $0 + (contents[$1.digest]?.count ?? 0) } }

  /// The files as the language's host takes them.
  package var specFiles: SpecFiles {
    var result: [String: [UInt8]] = [:]
    for file in files { result[file.path] = contents[file.digest] }
    return SpecFiles(result)
  }

  // MARK: On the wire

  /// Data that is no bundle, or lacks a file.
  package struct Fault: Error {
    /// What is wrong, for people.
    package let text: String
  }

  /// The bundle as a message's data: the list of files, and the bytes of those that the receiver doesn't have,
  /// compressed by Zstandard (RFC 8878).
  ///
  /// - Parameters:
  ///   - known: the digests of what the receiver has.
  ///   - packed: compressed files by digest; what is missing there is added, for the next receiver.
  package func data(without known: Set<String>, packed: inout [String: [UInt8]]) -> [MessagePack.Pair] {
    let missing = Set(files.map(\.digest)).subtracting(known).sorted()
    for digest in missing where packed[digest] == nil { packed[digest] = Zstandard.compress(contents[digest] ?? []) }
    return [
      .init("id", .string(id)),
      .init("locustfiles", .array(locustfiles.map { .string($0) })),
      .init("files", .array(files.map { [.string($0.path), .string($0.digest)] })),
      .init(
        "contents",
        .map(missing.map { .init(.string($0), .binary(packed[$0] ?? [])) })),
    ]
  }

  /// The bundle as a message's data for a receiver that has nothing of it.
  package var data: MessagePack {
    var packed: [String: [UInt8]] = [:]
    return .map(data(without: [], packed: &packed))
  }

  /// Reads a message's data.
  ///
  /// - Parameter known: bytes that were received before, by digest.
  /// - Throws: `Fault` when the data is broken or bytes don't have the digest that they are said to have.
  package init(_ data: MessagePack, known: [String: [UInt8]]) throws(Fault) {
    guard let id = data["id"]?.text, let paths = data["locustfiles"]?.elements, let files = data["files"]?.elements,
      let sent = data["contents"]?.pairs
    else { throw Fault(text: "something is missing in it") }
    locustfiles = paths.compactMap(\.text)
    var received = known
    for pair in sent {
      guard let digest = pair.key.text, case .binary(let packed) = pair.value,
        let bytes = Zstandard.decompress(packed), Digest.hexadecimal(bytes) == digest
      else { throw Fault(text: "a file in it is broken") }
      received[digest] = bytes
    }
    var entries: [File] = []
    contents = [:]
    for file in files {
      guard let parts = file.elements, parts.count == 2, let path = parts[0].text, let digest = parts[1].text,
        let bytes = received[digest]
      else { throw Fault(text: "a file in it is missing") }
      entries.append(File(path: path, digest: digest))
      contents[digest] = bytes
    }
    self.files = entries
    self.id = id
    guard id == SpecBundle.identify(locustfiles, entries), !locustfiles.isEmpty else {
      throw Fault(text: "it is not what its name says")
    }
  }
}
