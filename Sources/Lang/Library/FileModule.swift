import Glibc

/// The files of `os`, `os.path`, `pathlib` and `io`, by the host's `Library.files`.
enum FileModule {
  /// The `OSError` of a fault at a path.
  static func raised(_ fault: Library.FileFault, _ path: Value) -> Raised {
    raise(DetailedExceptions.system(Int(fault.code), fault.message, filename: path))
  }

  /// Does something with a path, its fault made an `OSError`.
  static func with<Result>(
    _ path: Value, _ body: (String) throws(Library.FileFault) -> Result
  ) throws(Raised) -> Result {
    let text = try SystemModules.path(path)
    if text.utf8.contains(0) { throw raise(.valueError, "embedded null byte") }
    do throws(Library.FileFault) { return try body(text) } catch {
      throw raised(error, path.isKind(.str) || path.isKind(.bytes) ? path : Str.make(text))
    }
  }

  /// The operations by the names that the Python files use.
  static func addOperations(_ module: Namespace) {
    for (name, test) in [
      ("file_exists", { Library.files.exists($0) }), ("is_file", { Library.files.isFile($0) }),
      ("is_directory", { Library.files.isDirectory($0) }),
    ] as [(String, (String) -> Bool)] {
      module.function(name, "path") { (a) throws(Raised) -> Value in
        Value(test(try SystemModules.path(a[0])))
      }
    }
    module.function("measure_file", "path") { (a) throws(Raised) -> Value in
      Library.writeFiles()
      let (size, changed) = try with(a[0]) { (path) throws(Library.FileFault) in try Library.files.measure(path) }
      return Tuple.make(Integer.make(size), Integer.make(changed))
    }
    module.function("list_directory", "path") { (a) throws(Raised) -> Value in
      let names = try with(a[0]) { (path) throws(Library.FileFault) in try Library.files.list(path) }
      return List.make(names.map { Str.make($0) })
    }
    module.function("read_file", "path") { (a) throws(Raised) -> Value in
      Library.writeFiles()
      return Bytes.make(try with(a[0]) { (path) throws(Library.FileFault) in try Library.files.read(path) })
    }
    module.function("write_file", "path, data, appends=False") { (a) throws(Raised) -> Value in
      let bytes = try Library.bytes(a[1])
      let appends = try a.optional(2).map(Operations.truth) ?? false
      try with(a[0]) { (path) throws(Library.FileFault) in try Library.files.write(path, bytes, appends) }
      return Integer.make(bytes.count)
    }
    module.function("make_directory", "path") { (a) throws(Raised) -> Value in
      try with(a[0]) { (path) throws(Library.FileFault) in try Library.files.makeDirectory(path) }
      return .none
    }
    module.function("remove_file", "path") { (a) throws(Raised) -> Value in
      try with(a[0]) { (path) throws(Library.FileFault) in try Library.files.remove(path) }
      return .none
    }
  }
}
