import Glibc

/// Searching, splitting and replacing in bytes, for `str`, `bytes` and `bytearray` alike.
extension Text {
  /// The offset of the first occurrence of `needle` at or after `from`.
  public static func find(
    _ haystack: UnsafeBufferPointer<UInt8>, _ needle: UnsafeBufferPointer<UInt8>, from: Int
  ) -> Int? {
    guard from <= haystack.count - needle.count else { return nil }
    if needle.isEmpty { return from }
    guard let base = haystack.baseAddress, let pattern = needle.baseAddress else { return nil }
    // The C library's search for one byte is vectorised; the rest is compared where that byte stands.
    let first = Int32(pattern[0])
    let last = haystack.count - needle.count
    var start = from
    while start <= last, let found = memchr(base + start, first, last + 1 - start) {
      start = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if needle.count == 1 || memcmp(base + start + 1, pattern + 1, needle.count - 1) == 0 { return start }
      start += 1
    }
    return nil
  }

  /// The offset of the last occurrence of `needle`.
  static func findLast(_ haystack: UnsafeBufferPointer<UInt8>, _ needle: UnsafeBufferPointer<UInt8>) -> Int? {
    guard needle.count <= haystack.count else { return nil }
    if needle.isEmpty { return haystack.count }
    guard let base = haystack.baseAddress, let pattern = needle.baseAddress else { return nil }
    var start = haystack.count - needle.count
    while start >= 0 {
      if base[start] == pattern[0], memcmp(base + start, pattern, needle.count) == 0 { return start }
      start -= 1
    }
    return nil
  }

  /// How often `needle`, which isn't empty, occurs without overlaps.
  static func count(_ haystack: UnsafeBufferPointer<UInt8>, _ needle: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var index = 0
    while let found = find(haystack, needle, from: index) {
      count += 1
      index = found + needle.count
    }
    return count
  }

  /// Splits at a separator that isn't empty; `limit` < 0 means no limit.
  static func split(
    _ text: UnsafeBufferPointer<UInt8>, _ separator: UnsafeBufferPointer<UInt8>, limit: Int,
    _ make: (UnsafeBufferPointer<UInt8>) -> Value
  ) -> Value {
    let list = List.make()
    var start = 0
    var left = limit
    while left != 0, let found = find(text, separator, from: start) {
      List.append(list, make(UnsafeBufferPointer(rebasing: text[start..<found])))
      start = found + separator.count
      left -= 1
    }
    List.append(list, make(UnsafeBufferPointer(rebasing: text[start...])))
    return list
  }

  /// Splits from the end at a separator that isn't empty.
  static func splitLast(
    _ text: UnsafeBufferPointer<UInt8>, _ separator: UnsafeBufferPointer<UInt8>, limit: Int,
    _ make: (UnsafeBufferPointer<UInt8>) -> Value
  ) -> Value {
    var end = text.count
    var left = limit
    let list = List.make()
    while left != 0, let found = findLast(UnsafeBufferPointer(rebasing: text[..<end]), separator) {
      List.append(list, make(UnsafeBufferPointer(rebasing: text[(found + separator.count)..<end])))
      end = found
      left -= 1
    }
    List.append(list, make(UnsafeBufferPointer(rebasing: text[..<end])))
    return reversed(list)
  }

  private static func reversed(_ list: Value) -> Value {
    var items = List.items(list)
    items.reverse()
    return list
  }

  /// Splits at runs of white space, from the start or from the end.
  static func splitAtSpace(
    _ text: UnsafeBufferPointer<UInt8>, limit: Int, fromEnd: Bool, isText: Bool,
    _ make: (UnsafeBufferPointer<UInt8>) -> Value
  ) -> Value {
    let list = List.make()
    var left = limit
    if fromEnd {
      var end = text.count
      while true {
        end = trimEnd(text, end, isText)
        if end == 0 { break }
        if left == 0 {
          List.append(list, make(UnsafeBufferPointer(rebasing: text[..<end])))
          break
        }
        var start = end
        while start > 0, spaceBefore(text, start, isText) == 0 { start -= 1 }
        List.append(list, make(UnsafeBufferPointer(rebasing: text[start..<end])))
        end = start
        left -= 1
      }
      return reversed(list)
    }
    var start = 0
    while true {
      start = trimStart(text, start, isText)
      if start == text.count { break }
      if left == 0 {
        List.append(list, make(UnsafeBufferPointer(rebasing: text[start...])))
        break
      }
      var end = start
      while end < text.count, spaceAt(text, end, isText) == 0 { end += 1 }
      List.append(list, make(UnsafeBufferPointer(rebasing: text[start..<end])))
      start = end
      left -= 1
    }
    return list
  }

  /// How many bytes of white space begin at an offset: 0 when none.
  @inline(__always)
  static func spaceAt(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ isText: Bool) -> Int {
    let byte = text[index]
    if byte < 0x80 { return byte == 32 || byte &- 9 < 5 || isText && byte &- 28 < 4 ? 1 : 0 }
    guard isText, byte >= 0xC2 else { return 0 }
    var after = index
    return isSpace(Str.nextScalar(text, &after)) ? after - index : 0
  }

  /// How many bytes of white space end at an offset: 0 when none.
  private static func spaceBefore(_ text: UnsafeBufferPointer<UInt8>, _ end: Int, _ isText: Bool) -> Int {
    var start = end - 1
    while isText, start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return spaceAt(text, start, isText) == 0 ? 0 : end - start
  }

  /// The first offset from `start` on that is no white space.
  static func trimStart(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ isText: Bool) -> Int {
    var start = start
    while start < text.count {
      let width = spaceAt(text, start, isText)
      if width == 0 { break }
      start += width
    }
    return start
  }

  /// The offset up to `end` after which there is only white space.
  static func trimEnd(_ text: UnsafeBufferPointer<UInt8>, _ end: Int, _ isText: Bool) -> Int {
    var end = end
    while end > 0 {
      let width = spaceBefore(text, end, isText)
      if width == 0 { break }
      end -= width
    }
    return end
  }

  /// Whether a character counts as white space for `str`.
  static func isSpace(_ code: UInt32) -> Bool {
    switch code {
    case 9...13, 28...32, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Replaces up to `limit` occurrences (all, when negative); nil when there is nothing to replace.
  ///
  /// An empty `old` matches between characters, which are bytes unless `isText`.
  static func replace(
    _ text: UnsafeBufferPointer<UInt8>, _ old: UnsafeBufferPointer<UInt8>, _ new: UnsafeBufferPointer<UInt8>,
    limit: Int, isText: Bool
  ) throws(Raised) -> [UInt8]? {
    if limit == 0 { return nil }
    // Only a replacement that grows a long text a great deal has to be counted beforehand.
    let growth = new.count - old.count
    if growth > 0, text.count / max(1, old.count) + 1 > (1 << 30) / growth {
      let found = old.isEmpty ? text.count + 1 : count(text, old)
      let (added, overflow) = (limit < 0 ? found : min(found, limit)).multipliedReportingOverflow(by: growth)
      try Heap.checkSize(overflow ? .max : text.count + added)
    }
    var out: [UInt8] = []
    var left = limit
    if old.isEmpty {
      var index = 0
      while left != 0 {
        out.append(contentsOf: new)
        left -= 1
        if index >= text.count { return out }
        out.append(text[index])
        index += 1
        while isText, index < text.count, text[index] & 0xC0 == 0x80 {
          out.append(text[index])
          index += 1
        }
      }
      out.append(contentsOf: text[index...])
      return out
    }
    guard var found = find(text, old, from: 0) else { return nil }
    out.reserveCapacity(text.count + max(0, new.count - old.count) * 4)
    var start = 0
    while true {
      out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<found]))
      out.append(contentsOf: new)
      start = found + old.count
      left -= 1
      guard left != 0, let following = find(text, old, from: start) else { break }
      found = following
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    return out
  }

  /// The lines of a text with or without their ends.
  static func splitLines(
    _ text: UnsafeBufferPointer<UInt8>, keepEnds: Bool, isText: Bool, _ make: (UnsafeBufferPointer<UInt8>) -> Value
  ) -> Value {
    let list = List.make()
    var start = 0
    var index = 0
    while index < text.count {
      var after = index
      let code = isText ? Str.nextScalar(text, &after) : UInt32(text[index])
      if !isText { after += 1 }
      let isEnd: Bool
      switch code {
      case 10, 13: isEnd = true
      case 11, 12, 28, 29, 30, 0x85, 0x2028, 0x2029: isEnd = isText
      default: isEnd = false
      }
      guard isEnd else {
        index = after
        continue
      }
      if code == 13, after < text.count, text[after] == 10 { after += 1 }
      List.append(list, make(UnsafeBufferPointer(rebasing: text[start..<(keepEnds ? after : index)])))
      start = after
      index = after
    }
    if start < text.count { List.append(list, make(UnsafeBufferPointer(rebasing: text[start...]))) }
    return list
  }

  /// Python's clamped bounds of a sequence of `count`, from optional arguments that may be None.
  static func bounds(_ start: Value?, _ stop: Value?, _ count: Int) throws(Raised) -> (Int, Int) {
    func bound(_ value: Value?, _ otherwise: Int) throws(Raised) -> Int {
      guard let value, !value.isNone else { return otherwise }
      if Integer.isInteger(value) {
        guard let int = Integer.int(value) else {
          return Integer.big(value).map { $0 < 0 ? 0 : Int.max } ?? 0
        }
        return int < 0 ? max(0, int + count) : int
      }
      guard let result = try Call.special(value, .__index__), let int = Integer.int(result) else {
        throw raise(.typeError, "slice indices must be integers or None or have an __index__ method")
      }
      return int < 0 ? max(0, int + count) : int
    }
    return (try bound(start, 0), min(try bound(stop, count), count))
  }
}
