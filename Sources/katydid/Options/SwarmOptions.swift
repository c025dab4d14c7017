import ArgumentParser
import Glibc
import Swarm

/// What the options say of a swarm on many machines, and of swaps.
enum SwarmOptions {
  /// Where the nodes meet, and who may join.
  ///
  /// - Throws: `OptionFault` when the secret can't be read.
  static func settings(_ values: OptionValues) throws(OptionFault) -> SwarmSettings {
    var settings = SwarmSettings()
    settings.masterHost = values.text("master_host") ?? settings.masterHost
    settings.masterPort = values.integer("master_port") ?? settings.masterPort
    settings.bindHost = values.text("master_bind_host") ?? settings.bindHost
    settings.bindPort = values.integer("master_bind_port") ?? settings.bindPort
    settings.expectedWorkers = values.integer("expect_workers") ?? settings.expectedWorkers
    settings.expectedWorkersMaxWait = values.seconds("expect_workers_max_wait") ?? 0
    settings.processes = values.integer("processes").map { $0 == -1 ? RunSettings.cores : $0 } ?? 1
    settings.secret = try secret(values)
    settings.allowsLocustPeers = values.isOn("allow_locust_peers")
    return settings
  }

  /// What is watched and how a change is taken over; nil for a spec that comes from the master.
  static func spec(_ values: OptionValues, _ paths: [String]) -> SpecSettings? {
    guard paths != ["-"] else { return nil }
    var settings = SpecSettings()
    settings.paths = paths
    let names = values.words("locustfile") ?? []
    settings.folders = LocustFiles.folders(names)
    if !settings.folders.isEmpty { settings.find = { (try? LocustFiles.expand(names)) ?? paths } }
    settings.includes = values.words("include") ?? []
    settings.watches = !values.isOn("no_watch")
    settings.mode = values.text("swap") == "restart" ? .restart : .keep
    settings.checkCommand = ["/proc/self/exe", "check-spec", "--overlay"]
    return settings
  }

  private static func secret(_ values: OptionValues) throws(OptionFault) -> SwarmSecret? {
    let file = values.text("secret_file")
    let text: String
    let source: String
    if let file {
      (text, source) = (try SecretFile.read(file), "secret file '\(file)'")
    } else if let variable = getenv("KATYDID_SECRET") {
      (text, source) = (String(cString: variable), "KATYDID_SECRET")
    } else {
      return nil
    }
    do { return try SwarmSecret(text: text) } catch {
      throw OptionFault("The \(source) is of no use: \(error.text).")
    }
  }
}

/// The file that the nodes of a swarm share.
enum SecretFile {
  /// The text of a file.
  static func read(_ path: String) throws(OptionFault) -> String {
    guard let file = fopen(path, "r") else {
      throw OptionFault("Can't read the secret file '\(path)': \(String(cString: strerror(errno))).")
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
