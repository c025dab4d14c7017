import CPCRE2

/// A compiled regular expression: the state of `re.Pattern`.
final class CompiledPattern: Payload {
  /// How a match must lie in the searched part.
  enum Mode: Int {
    case search, match, fullmatch
  }

  /// The pattern as given: a text or bytes.
  let source: Value
  let flags: Int
  let groupCount: Int
  /// The number of the last group within each group, by number.
  let lastInside: [Int]
  let names: [(name: String, index: Int)]
  let isText: Bool
  /// How many offsets a match has.
  var offsetCount: Int { (groupCount + 1) * 2 }
  private let translated: [UInt8]
  private let options: UInt32
  /// The machine code for each mode, made when it is first needed.
  private var codes: [OpaquePointer?] = [nil, nil, nil]
  private var matchData: OpaquePointer?

  /// One match context for the process, with a stack of its own for the machine code: a match can't be interrupted,
  /// and a user's own stack is too short for some.
  private nonisolated(unsafe) static let context: OpaquePointer? = {
    let context = pcre2_match_context_create_8(nil)
    pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(pcre2_jit_stack_create_8(32 << 10, 8 << 20, nil)))
    return context
  }()

  /// Compiles; raises `re.error` for a faulty expression.
  init(_ source: Value, flags: Int) throws(Raised) {
    if let fault = PatternFlags.fault(flags, isText: source.isKind(.str)) { throw raise(.valueError, fault) }
    let translator = try PatternTranslator(source, flags: flags)
    self.source = source
    isText = source.isKind(.str)
    groupCount = translator.groupCount
    lastInside = translator.lastInside
    names = translator.names
    translated = translator.output
    var all = translator.flags
    if let fault = PatternFlags.fault(all, isText: isText) { throw raise(.valueError, fault) }
    if isText, all & PatternFlags.ascii == 0 { all |= PatternFlags.unicode }
    self.flags = all
    var options = PCRE2_ALT_CIRCUMFLEX | PCRE2_NEVER_BACKSLASH_C
    if isText {
      options |= PCRE2_UTF | PCRE2_NO_UTF_CHECK
      options |= PCRE2_UCP
    }
    if translator.leavesCase { options |= PCRE2_CASELESS }
    if all & PatternFlags.multiline != 0 { options |= PCRE2_MULTILINE }
    if all & PatternFlags.dotAll != 0 { options |= PCRE2_DOTALL }
    self.options = options
    super.init()
    _ = try code(.search)
  }

  deinit {
    for code in codes { pcre2_code_free_8(code) }
    pcre2_match_data_free_8(matchData)
  }

  override func trace() { Heap.mark(source) }

  private func code(_ mode: Mode) throws(Raised) -> OpaquePointer {
    if let code = codes[mode.rawValue] { return code }
    var options = options
    if mode != .search { options |= PCRE2_ANCHORED }
    if mode == .fullmatch { options |= PCRE2_ENDANCHORED }
    let context = pcre2_compile_context_create_8(nil)
    defer { pcre2_compile_context_free_8(context) }
    pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
    var number: Int32 = 0
    var offset = 0
    let compiled = translated.withUnsafeBufferPointer {
      pcre2_compile_8($0.baseAddress, $0.count, options, &number, &offset, context)
    }
    guard let compiled else { throw PatternModule.error(CompiledPattern.message(number), source, min(offset, length)) }
    pcre2_jit_compile_8(compiled, PCRE2_JIT_COMPLETE)
    codes[mode.rawValue] = compiled
    if matchData == nil { matchData = pcre2_match_data_create_from_pattern_8(compiled, nil) }
    return compiled
  }

  private var length: Int { isText ? Str.bytes(source).count : Bytes.buffer(source).count }

  /// Python's words for PCRE2's errors.
  private static func message(_ number: Int32) -> String {
    switch number {
    case 109: return "nothing to repeat"
    case 108: return "bad character range"
    case 104: return "min repeat greater than max repeat"
    case 125: return "look-behind requires fixed-width pattern"
    case 115: return "invalid group reference"
    case 128: return "conditional backref with more than two branches"
    default:
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { buffer in
        let count = pcre2_get_error_message_8(number, buffer.baseAddress, 256)
        return String(decoding: buffer[..<max(0, Int(count))], as: UTF8.self)
      }
    }
  }

  /// The bytes of a subject, which must be of the pattern's sort.
  func subject(_ value: Value) throws(Raised) -> UnsafeBufferPointer<UInt8> {
    if value.isKind(.str) {
      guard isText else { throw raise(.typeError, "cannot use a bytes pattern on a string-like object") }
      return Str.bytes(value)
    }
    guard let bytes = try Text.bufferValue(value) else {
      throw raise(.typeError, "expected string or bytes-like object, got '\(Types.name(value))'")
    }
    guard !isText else { throw raise(.typeError, "cannot use a string pattern on a bytes-like object") }
    return Bytes.buffer(bytes)
  }

  /// The byte offsets of all groups, in pairs; -1 for those unset. They are good until the pattern matches again.
  typealias Offsets = UnsafePointer<Int>

  /// Finds a match in the bytes up to `end`, from `start` on.
  func find(
    _ subject: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, _ mode: Mode = .search,
    notEmptyAtStart: Bool = false
  ) throws(Raised) -> Offsets? {
    guard start <= end else { return nil }
    let code = try code(mode)
    var empty: UInt8 = 0
    let options = PCRE2_NO_UTF_CHECK | (notEmptyAtStart ? PCRE2_NOTEMPTY_ATSTART : 0)
    let count = withUnsafePointer(to: &empty) {
      pcre2_match_8(code, subject.baseAddress ?? $0, end, start, options, matchData, CompiledPattern.context)
    }
    if count == PCRE2_ERROR_NOMATCH { return nil }
    guard count > 0, let vector = pcre2_get_ovector_pointer_8(matchData) else {
      throw raise(.runtimeError, "the regular expression needs too many steps or too much memory")
    }
    for index in min(Int(count) * 2, offsetCount)..<offsetCount { vector[index] = -1 }
    return Offsets(vector)
  }

  /// Walks over all matches as `finditer` does: one may begin where the last one ended, but not be empty there too.
  func forEach(
    _ value: Value, from start: Int, to end: Int, _ body: (Offsets) throws(Raised) -> Bool
  ) throws(Raised) {
    let bytes = try subject(value)
    var position = start
    var isAfterEmpty = false
    while let offsets = try find(bytes, from: position, to: end, notEmptyAtStart: isAfterEmpty) {
      // What the body calls may match with this pattern, too.
      isAfterEmpty = offsets[0] == offsets[1]
      position = offsets[1]
      if try !body(offsets) { break }
    }
    Function.keepAlive(value)
  }

  /// The number of a group given by number or name; nil when there is none.
  func group(_ key: Value) -> Int? {
    if key.isKind(.str) {
      let name = Str.swift(key)
      return names.first { $0.name == name }?.index
    }
    var number = Integer.int(key)
    if number == nil, key.isObject, Types.cls(key).lookup(.__index__) != nil {
      do throws(Raised) { number = try Operations.index(key) } catch { return nil }
    }
    guard let number, number >= 0, number <= groupCount else { return nil }
    return number
  }
}

/// Parts of subjects.
extension CompiledPattern {
  /// The part of a subject between two byte offsets.
  @inline(__always)
  static func part(_ subject: Value, _ start: Int, _ end: Int) -> Value {
    if subject.isKind(.str) {
      let bytes = UnsafeBufferPointer(rebasing: Str.bytes(subject)[start..<end])
      return Str.isASCII(subject) ? Str.makeASCII(bytes) : Str.make(bytes)
    }
    // A bytearray may have become shorter since.
    let bytes = Bytes.buffer(subject)
    return Bytes.make(UnsafeBufferPointer(rebasing: bytes[min(start, bytes.count)..<min(end, bytes.count)]))
  }

  /// The index in characters of a byte offset.
  static func position(_ subject: Value, _ offset: Int) -> Int {
    guard offset > 0, subject.isKind(.str), !Str.isASCII(subject) else { return offset }
    return Str.codePoints(UnsafeBufferPointer(rebasing: Str.bytes(subject)[..<offset]))
  }

  /// The byte offset of an index in characters, clamped to the subject.
  static func offset(_ subject: Value, _ position: Int) -> Int {
    guard subject.isKind(.str) else { return max(0, min(position, Bytes.buffer(subject).count)) }
    return Str.offset(subject, codePoint: max(0, min(position, Str.length(subject))))
  }
}
