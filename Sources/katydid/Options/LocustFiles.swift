import Foundation

/// Which files `-f` means.
enum LocustFiles {
  /// The files of names, comma lists and folders, in their order.
  ///
  /// - Throws: `OptionFault` for addresses, and for a folder without locustfiles.
  static func expand(_ names: [String]) throws(OptionFault) -> [String] {
    var files: [String] = []
    for name in names.flatMap(parts) {
      if name.hasPrefix("http://") || name.hasPrefix("https://") {
        throw OptionFault("-f \(name): a locustfile isn't fetched from the web; fetch it first, and give the file.")
      }
      let found = isFolder(name) ? locustfiles(in: name) : [name]
      guard !found.isEmpty else {
        throw OptionFault("-f \(name): the folder has no .py file whose name doesn't begin with '_'.")
      }
      files += found.filter { !files.contains($0) }
    }
    return files
  }

  /// The folders among names, and those in them.
  static func folders(_ names: [String]) -> [String] {
    names.flatMap(parts).filter(isFolder).flatMap { folder in
      let inner = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
      return [folder] + inner.map { "\(folder)/\($0)" }.filter(isFolder)
    }
  }

  /// The names in a comma list, without the spaces around them. (Foundation's own way takes a millisecond, once.)
  private static func parts(_ list: String) -> [String] {
    list.split(separator: ",").map { part in
      let text = part.drop { $0.isWhitespace }
      return String(text.lastIndex { !$0.isWhitespace }.map { text[...$0] } ?? "")
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// The files of a folder and the folders in it, sorted; those whose names begin with an underscore are helpers.
  private static func locustfiles(in folder: String) -> [String] {
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return paths.filter { path in
      let name = path.split(separator: "/").last ?? ""
      return name.hasSuffix(".py") && !name.hasPrefix("_")
    }.sorted().map { folder == "." ? $0 : (folder.hasSuffix("/") ? folder : folder + "/") + $0 }
  }
}
