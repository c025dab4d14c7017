import COpenSSL
import Glibc

/// What the routes share: the answers that are ready, the counts of requests, the key of sessions.
final class Site {
  /// The Date header's value.
  private(set) var date = ""
  /// Signs session cookies, so that logins need no memory.
  let key: [UInt8] = (0..<32).map { _ in UInt8.random(in: 0...255) }

  private struct ReadyAnswer {
    let path: [UInt8]
    let response: Response
    var bytes: [UInt8] = []
    var hits = 0
  }

  private var second: time_t = 0
  private var ready: [ReadyAnswer]
  private var counts: [String: Int] = [:]
  private static let mostPaths = 10_000

  init() {
    ready = [("/", Pages.index), ("/index.html", Pages.index), ("/json", Pages.json)].map {
      ReadyAnswer(path: Array($0.0.utf8), response: $0.1)
    }
    refreshDate()
  }

  /// Brings the date in the answers up to date; to be called once a turn.
  @inline(__always)
  func refreshDate() {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME_COARSE, &time)
    if time.tv_sec != second {
      second = time.tv_sec
      date = dateHeader(second)
      rebuild()
    }
  }

  /// The whole answer to a GET of one of the usual paths, and counts the request.
  @inline(__always)
  func readyAnswer(_ path: UnsafeRawBufferPointer) -> [UInt8]? {
    for index in ready.indices where ready[index].path.count == path.count {
      let same = ready[index].path.withUnsafeBytes { $0.elementsEqual(path) }
      if same {
        ready[index].hits += 1
        return ready[index].bytes
      }
    }
    return nil
  }

  /// Counts a request. Beyond a number of paths they share one count.
  func count(_ path: String) {
    if let index = ready.firstIndex(where: { $0.path.elementsEqual(path.utf8) }) {
      ready[index].hits += 1
    } else if counts[path] != nil || counts.count < Site.mostPaths {
      counts[path, default: 0] += 1
    } else {
      counts["(others)", default: 0] += 1
    }
  }

  /// The number of requests that were served, by path.
  var counter: JSON {
    var all = counts
    for answer in ready where answer.hits > 0 { all[String(decoding: answer.path, as: UTF8.self)] = answer.hits }
    let members = all.sorted { $0.key < $1.key }.map { ($0.key, JSON.integer($0.value)) }
    return .object([("total", .integer(all.values.reduce(0, +))), ("paths", .object(members))])
  }

  private func rebuild() {
    var request = RequestHead()
    request.keepsAlive = true
    let output = OutputBuffer()
    for index in ready.indices {
      output.clear()
      _ = ready[index].response.write(date: date, for: request, isHead: false, to: output)
      ready[index].bytes = Array(output.bytes)
    }
  }
}

/// A time as HTTP writes it (RFC 9110, section 5.6.7), whatever the locale.
private func dateHeader(_ second: time_t) -> String {
  var second = second
  var parts = tm()
  gmtime_r(&second, &parts)
  let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) \(parts.tm_year + 1900) "
    + "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) GMT"
}
