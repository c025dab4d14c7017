/// The built-in exceptions, bases before their subclasses.
public enum ExceptionKind: String, CaseIterable, NumberedCases {
  case baseException, systemExit, keyboardInterrupt, generatorExit, exception
  case stopIteration, stopAsyncIteration, arithmeticError, floatingPointError, overflowError, zeroDivisionError
  case assertionError, attributeError, bufferError, eofError, importError, moduleNotFoundError
  case lookupError, indexError, keyError, memoryError, nameError, unboundLocalError
  case osError, blockingIOError, childProcessError, connectionError, brokenPipeError, connectionAbortedError
  case connectionRefusedError, connectionResetError, fileExistsError, fileNotFoundError, interruptedError
  case isADirectoryError, notADirectoryError, permissionError, processLookupError, timeoutError
  case referenceError, runtimeError, notImplementedError, recursionError
  case syntaxError, indentationError, tabError, systemError, typeError
  case baseExceptionGroup, exceptionGroup
  case valueError, unicodeError, unicodeDecodeError, unicodeEncodeError, unicodeTranslateError
  case warning, deprecationWarning, pendingDeprecationWarning, runtimeWarning, syntaxWarning, userWarning
  case futureWarning, importWarning, unicodeWarning, bytesWarning, resourceWarning, encodingWarning

  /// The name in Python.
  var name: String {
    switch self {
    case .eofError: return "EOFError"
    case .osError: return "OSError"
    case .blockingIOError: return "BlockingIOError"
    case .isADirectoryError: return "IsADirectoryError"
    default:
      let text = rawValue
      return text.prefix(1).uppercased() + String(text.dropFirst())
    }
  }

  /// The classes it derives from; none for `BaseException`.
  var bases: [ExceptionKind] {
    switch self {
    case .baseException: []
    case .systemExit, .keyboardInterrupt, .generatorExit, .exception: [.baseException]
    case .baseExceptionGroup: [.baseException]
    case .exceptionGroup: [.baseExceptionGroup, .exception]
    case .floatingPointError, .overflowError, .zeroDivisionError: [.arithmeticError]
    case .moduleNotFoundError: [.importError]
    case .indexError, .keyError: [.lookupError]
    case .unboundLocalError: [.nameError]
    case .blockingIOError, .childProcessError, .connectionError, .fileExistsError, .fileNotFoundError,
      .interruptedError, .isADirectoryError, .notADirectoryError, .permissionError, .processLookupError,
      .timeoutError:
      [.osError]
    case .brokenPipeError, .connectionAbortedError, .connectionRefusedError, .connectionResetError: [.connectionError]
    case .notImplementedError, .recursionError: [.runtimeError]
    case .indentationError: [.syntaxError]
    case .tabError: [.indentationError]
    case .unicodeError: [.valueError]
    case .unicodeDecodeError, .unicodeEncodeError, .unicodeTranslateError: [.unicodeError]
    case .deprecationWarning, .pendingDeprecationWarning, .runtimeWarning, .syntaxWarning, .userWarning,
      .futureWarning, .importWarning, .unicodeWarning, .bytesWarning, .resourceWarning, .encodingWarning:
      [.warning]
    default: [.exception]
    }
  }

  /// The attributes that its instances have beyond those of all exceptions.
  var ownFields: [String] {
    switch self {
    case .nameError: ["name"]
    case .attributeError: ["name", "obj"]
    case .importError: ["name", "path", "msg"]
    case .osError: ["filename", "filename2", "errno", "strerror"]
    case .stopIteration: ["value"]
    case .systemExit: ["code"]
    case .syntaxError: ["msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset"]
    case .unicodeDecodeError, .unicodeEncodeError: ["encoding", "object", "start", "end", "reason"]
    case .unicodeTranslateError: ["object", "start", "end", "reason"]
    default: []
    }
  }

  /// The class.
  public var cls: Class { Types.exceptions[number] }
}
