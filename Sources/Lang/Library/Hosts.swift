/// What the library asks of its host beyond clock and log: files and threads. Lang itself opens and starts none.
extension Library {
  /// Why a file can't be read, written or listed.
  public struct FileFault: Error {
    /// The system's number for it, as `errno` names it.
    public let code: Int32
    /// What is wrong; nil for the system's own text for the number.
    public let message: String?
    /// Creates a fault.
    public init(code: Int32, message: String? = nil) {
      self.code = code
      self.message = message
    }
  }

  /// The files and folders that a spec can reach, by paths as the spec writes them.
  public struct FileAccess {
    /// Whether there is anything at a path.
    public var exists: (_ path: String) -> Bool
    /// Whether there is a regular file at a path.
    public var isFile: (_ path: String) -> Bool
    /// Whether there is a folder at a path.
    public var isDirectory: (_ path: String) -> Bool
    /// The size in bytes and the time of the last change, in ns since 1970.
    public var measure: (_ path: String) throws(FileFault) -> (size: Int, changed: Int)
    /// The names in a folder, in any order, without `.` and `..`.
    public var list: (_ path: String) throws(FileFault) -> [String]
    /// The bytes of a file.
    public var read: (_ path: String) throws(FileFault) -> [UInt8]
    /// Replaces the contents of a file, which is made if need be, or adds to its end.
    public var write: (_ path: String, _ bytes: [UInt8], _ appends: Bool) throws(FileFault) -> Void
    /// Makes a folder within an existing one.
    public var makeDirectory: (_ path: String) throws(FileFault) -> Void
    /// Removes a file or an empty folder.
    public var remove: (_ path: String) throws(FileFault) -> Void

    /// Creates an access to files from its operations.
    public init(
      exists: @escaping (String) -> Bool, isFile: @escaping (String) -> Bool,
      isDirectory: @escaping (String) -> Bool,
      measure: @escaping (String) throws(FileFault) -> (size: Int, changed: Int),
      list: @escaping (String) throws(FileFault) -> [String],
      read: @escaping (String) throws(FileFault) -> [UInt8],
      write: @escaping (String, [UInt8], Bool) throws(FileFault) -> Void,
      makeDirectory: @escaping (String) throws(FileFault) -> Void,
      remove: @escaping (String) throws(FileFault) -> Void
    ) {
      self.exists = exists
      self.isFile = isFile
      self.isDirectory = isDirectory
      self.measure = measure
      self.list = list
      self.read = read
      self.write = write
      self.makeDirectory = makeDirectory
      self.remove = remove
    }

    /// No files at all.
    nonisolated(unsafe) public static let none = FileAccess(
      exists: { _ in false }, isFile: { _ in false }, isDirectory: { _ in false },
      measure: { (_) throws(FileFault) in throw missing }, list: { (_) throws(FileFault) in throw missing },
      read: { (_) throws(FileFault) in throw missing }, write: { (_, _, _) throws(FileFault) in throw refused },
      makeDirectory: { (_) throws(FileFault) in throw refused }, remove: { (_) throws(FileFault) in throw missing })

    private static let missing = FileFault(code: 2)
    private static let refused = FileFault(code: 13)
  }

  /// How `threading` runs things at once. All threads of a process take turns: none is interrupted but where it parks.
  public struct Threads {
    /// A number for the thread that runs now, never 0.
    public var current: () -> Int
    /// Starts a thread that runs a function and ends.
    public var spawn: (_ body: @escaping () -> Void) throws(Raised) -> Void
    /// Parks the running thread until it is unparked or a time in seconds has passed; says whether it was unparked. An
    /// unparking that came before the parking ends it at once.
    public var park: (_ seconds: Double?) throws(Raised) -> Bool
    /// Has a parked thread go on.
    public var unpark: (_ thread: Int) -> Void

    /// Creates a way to run threads from its operations.
    public init(
      current: @escaping () -> Int, spawn: @escaping (@escaping () -> Void) throws(Raised) -> Void,
      park: @escaping (Double?) throws(Raised) -> Bool, unpark: @escaping (Int) -> Void
    ) {
      self.current = current
      self.spawn = spawn
      self.park = park
      self.unpark = unpark
    }

    /// One thread only: a started one runs to its end before its starter goes on, and nothing can end a wait but time.
    nonisolated(unsafe) public static let single = Threads(
      current: { 1 }, spawn: { (body) throws(Raised) -> Void in body() },
      park: { (seconds) throws(Raised) -> Bool in
        guard let seconds else {
          throw raise(.runtimeError, "this would wait for ever: no other thread can end the wait")
        }
        try Library.sleep(max(0, seconds))
        return false
      }, unpark: { _ in })
  }
}
