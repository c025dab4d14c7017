/// The modules of Python's library that a spec can't import, with the reasons: data for the importer and for lint.
extension Library {
  /// The reason and the supported way, by the module's name; it counts for the modules within it, too.
  public static let refusals: [String: String] = [
    "asyncio": "users already run concurrently; write plain functions, and use threading or gevent for more at once",
    "selectors": noSockets,
    "select": noSockets,
    "socketserver": noSockets,
    "asyncore": noSockets,
    "asynchat": noSockets,
    "concurrent": "there is no pool of threads or processes; start threading.Thread or gevent.spawn for each",
    "multiprocessing": noProcesses,
    "subprocess": noProcesses,
    "pty": noProcesses,
    "ctypes": "no native code can be loaded; what a spec needs has to be in Python or in the library",
    "mmap": "files can't be mapped; read them with open()",
    "fcntl": noSystem,
    "resource": noSystem,
    "termios": noSystem,
    "tty": noSystem,
    "syslog": "write with logging; its records go to the log of the run",
    "pwd": noSystem,
    "grp": noSystem,
    "tempfile": "write below the folder of the spec with open()",
    "pickle": "it can run any code while reading; keep data as json or csv",
    "_pickle": "it can run any code while reading; keep data as json or csv",
    "marshal": "it is CPython's own format; keep data as json or csv",
    "shelve": "it is made of pickles; keep data as json or csv",
    "dbm": noDatabase,
    "sqlite3": noDatabase,
    "urllib.request": noHTTP,
    "urllib.robotparser": noHTTP,
    "http.server": "a spec makes requests and serves none",
    "http.cookiejar": "self.client.cookies keeps the cookies of a user",
    "xmlrpc": noHTTP,
    "ftplib": noProtocol,
    "imaplib": noProtocol,
    "nntplib": noProtocol,
    "poplib": noProtocol,
    "smtplib": noProtocol,
    "telnetlib": noProtocol,
    "zipfile": noArchive,
    "tarfile": noArchive,
    "zipimport": noArchive,
    "bz2": "only gzip and zlib are supported",
    "lzma": "only gzip and zlib are supported",
    "importlib": "import by name: lint reads the imports before the run",
    "pkgutil": "import by name: lint reads the imports before the run",
    "runpy": "import by name: lint reads the imports before the run",
    "imp": "import by name: lint reads the imports before the run",
    "ast": noCode,
    "code": noCode,
    "codeop": noCode,
    "dis": noCode,
    "symtable": noCode,
    "tokenize": noCode,
    "py_compile": noCode,
    "compileall": noCode,
    "cProfile": noDebugger,
    "profile": noDebugger,
    "pstats": noDebugger,
    "pdb": noDebugger,
    "bdb": noDebugger,
    "trace": noDebugger,
    "tracemalloc": noDebugger,
    "faulthandler": noDebugger,
    "doctest": "a spec is run, not tested; use katydid exec to try code",
    "curses": noScreen,
    "readline": noScreen,
    "cmd": noScreen,
    "tkinter": noScreen,
    "turtle": noScreen,
    "webbrowser": noScreen,
  ]

  private static let noSockets = "requests go through self.client, which is measured"
  private static let noHTTP = "use self.client for measured requests, or requests for others"
  private static let noProtocol = "only HTTP is spoken here; write a User with a client of its own for other protocols"
  private static let noProcesses = "a spec starts no processes; run more workers with --processes"
  private static let noSystem = "a spec can't reach into the operating system"
  private static let noDatabase = "read the data from csv or json files beside the spec"
  private static let noArchive = "unpack the files beside the spec"
  private static let noCode = "a spec can't make or take apart code while it runs"
  private static let noDebugger = "it looks into CPython; use logging, and katydid's own tracebacks"
  private static let noScreen = "a worker has no screen or keyboard"

  /// Why a module is refused; nil when it isn't. A package's reason is that of its modules.
  public static func refusal(_ name: String) -> String? {
    var name = name[...]
    while true {
      if let reason = refusals[String(name)] { return reason }
      guard let dot = name.lastIndex(of: ".") else { return nil }
      name = name[..<dot]
    }
  }
}
