import Runtime
import XCTest

/// How addresses are read and redirects resolved. Expected values are those of requests 2.34 (urllib3 2.8) under
/// Python 3.11, where the text says nothing else.
final class AddressTests: XCTestCase {
  private func shown(_ make: () throws(HTTPFailure) -> HTTPAddress) -> String {
    do throws(HTTPFailure) { return try make().text } catch { return "!" + kind(error.reason) }
  }

  func testNormalizing() {
    let cases = [
      ("http://h", "http://h/"),
      ("http://H.Example/A", "http://h.example/A"),
      ("HTTP://h/x", "http://h/x"),
      ("  http://h/a b", "http://h/a%20b"),
      ("http://h/a%2fb%7Ec", "http://h/a%2Fb~c"),
      ("http://h/%zz%41", "http://h/%25zz%2541"),
      ("http://h/100%", "http://h/100%25"),
      ("http://h/a/../b/./c", "http://h/b/c"),
      ("http://h/../x", "http://h/x"),
      ("http://h/a/..", "http://h/"),
      ("http://h/a/.", "http://h/a/"),
      ("http://h?x=1", "http://h/?x=1"),
      ("http://h/?", "http://h/"),
      ("http://h/a?", "http://h/a"),
      ("http://h/a?b#f", "http://h/a?b#f"),
      ("http://h#f", "http://h/#f"),
      ("http://h/a?x=[1]&y={z}", "http://h/a?x=%5B1%5D&y=%7Bz%7D"),
      ("http://h/ä?ü=ß", "http://h/%C3%A4?%C3%BC=%C3%9F"),
      ("http://müller.de/", "http://xn--mller-kva.de/"),
      ("http://faß.de/", "http://xn--fa-hia.de/"),
      ("http://h:80/", "http://h:80/"),
      ("http://h:8080", "http://h:8080/"),
      ("http://h:", "http://h/"),
      ("http://h:0/", "http://h/"),
      ("http://h:65535/", "http://h:65535/"),
      ("https://h:443/a", "https://h:443/a"),
      ("http://u:p@h/", "http://u:p@h/"),
      ("http://u:p%40x@h/", "http://u:p%40x@h/"),
      ("http://a@b@h/", "http://a%40b@h/"),
      ("http://[::1]:8089/", "http://[::1]:8089/"),
      ("http://[::1]", "http://[::1]/"),
      ("http://h\\@evil/", "http://h/%5C@evil/"),
      ("http://h/a|b^`<>\"", "http://h/a%7Cb%5E%60%3C%3E%22"),
      ("http://h/a;b=c,d'e+%20", "http://h/a;b=c,d'e+%20"),
      ("http://h/a\tb", "http://h/a%09b"),
      ("http://1.2.3.4:81/x?y", "http://1.2.3.4:81/x?y"),
      ("http://h//a//b", "http://h//a//b"),
      ("http://h/?a=b?c=d", "http://h/?a=b?c=d"),
      ("http://h/?q=%e4%f6", "http://h/?q=%E4%F6"),
      ("http://a..b/", "http://a..b/"),
      ("http://_x.de/", "http://_x.de/"),
    ]
    for (text, expected) in cases {
      XCTAssertEqual(shown { () throws(HTTPFailure) in try HTTPAddress(text) }, expected, text)
    }
  }

  func testRefusing() {
    let cases = [
      ("", "missingScheme"), ("h/x", "missingScheme"), ("//h/x", "missingScheme"),
      // requests takes any scheme here and has no adapter for it later.
      ("ftp://h/", "invalidScheme"), ("mailto:x@y", "invalidScheme"), ("httpx://h/", "invalidScheme"),
      ("http://", "invalidURL"), ("http:///x", "invalidURL"), ("http://h:65536/", "invalidURL"),
      ("http://h:x/", "invalidURL"), ("http://[::1/", "invalidURL"), ("http://[zz]/", "invalidURL"),
      ("http://.h/", "invalidURL"), ("http://*h/", "invalidURL"), ("http://h h/", "invalidURL"),
      ("http://h\r\nX: y/", "invalidURL"), ("http://h:8 0/", "invalidURL"), ("http://u:p@/", "invalidURL"),
    ]
    for (text, expected) in cases {
      XCTAssertEqual(shown { () throws(HTTPFailure) in try HTTPAddress(text) }, "!" + expected, text)
    }
  }

  func testRedirects() throws {
    let cases = [
      ("http://h/d/e?k=v", "/x", "http://h/x"),
      ("http://h/d/e?k=v", "x", "http://h/d/x"),
      ("http://h/d/e?k=v", "../x", "http://h/x"),
      ("http://h/d/e?k=v", "../../../x", "http://h/x"),
      ("http://h/d/e?k=v", "./x", "http://h/d/x"),
      ("http://h/d/e?k=v", "?q=1", "http://h/d/e?q=1"),
      ("http://h/d/e?k=v", "#f", "http://h/d/e?k=v#f"),
      ("http://h/d/e?k=v", "//other/p", "http://other/p"),
      ("http://h/d/e?k=v", "http://other/a b", "http://other/a%20b"),
      ("http://h/d/e?k=v", "https://h/s", "https://h/s"),
      ("http://h/d/e?k=v", "x y", "http://h/d/x%20y"),
      ("http://h/d/e?k=v", "/a%20b%7e%zz", "http://h/a%2520b%257e%25zz"),
      ("http://h/d/e?k=v", "/ä", "http://h/%C3%A4"),
      ("http://h/d/e?k=v", "http:x", "http://h/x"),
      ("http://h/d/e?k=v", "http:/x", "http://h/x"),
      ("http://h/d/e?k=v", "/a/../b", "http://h/b"),
      ("http://h/d/e?k=v", "/a/./b/.", "http://h/a/b/"),
      ("http://h/d/e?k=v", "  /lead", "http://h/lead"),
      ("http://h/d/e?k=v", "/a#new", "http://h/a#new"),
      ("http://h/d/e?k=v", "x;p=1", "http://h/d/x;p=1"),
      ("http://h/d/e?k=v", "?", "http://h/d/e?k=v"),
      ("http://h/d/e?k=v", "//", "http://h/d/e?k=v"),
      ("http://h/d/e?k=v", "///x", "http://h/x"),
      ("http://h/d/e?k=v", "http:///x", "http://h/x"),
      ("http://h/d/e?k=v", "http://o:99/..//x", "http://o:99/..//x"),
      ("http://h/d/e?k=v", "/x|y", "http://h/x%7Cy"),
      ("http://h/d/e?k=v", "http://u:p@o/x", "http://u:p@o/x"),
      ("http://h/d/e?k=v", "/a?b=c#d?e", "http://h/a?b=c#d?e"),
      ("http://h/d/e?k=v", "/\\x", "http://h/%5Cx"),
      ("http://h/d/e?k=v", "..", "http://h/"),
      ("http://h/d/e?k=v", ".", "http://h/d/"),
      ("http://h/d/e?k=v", "a/..", "http://h/d/"),
      ("http://h/d/e?k=v", "/a%2Fb", "http://h/a%2Fb"),
      ("http://h/d/e?k=v", "/q?x=%41%zz", "http://h/q?x=%2541%25zz"),
      ("http://h/d/e?k=v", "/q?a=b c&d=\"e\"", "http://h/q?a=b%20c&d=%22e%22"),
      ("http://h/d/e?k=v", "http://other/../x", "http://other/../x"),
      ("http://h:8080/", "/x", "http://h:8080/x"),
      ("http://h:8080/", "?q=1", "http://h:8080/?q=1"),
      ("http://h:8080/", "//o/p", "http://o/p"),
      ("http://h:8080/", "http://h/x", "http://h/x"),
      ("https://u:p@h/a/b/", "/x", "https://u:p@h/x"),
      ("https://u:p@h/a/b/", "x", "https://u:p@h/a/b/x"),
      ("https://u:p@h/a/b/", "//o/p", "https://o/p"),
      ("https://u:p@h/a/b/", "https:y", "https://u:p@h/y"),
      // What requests shows as it came, we show as it is used: hosts in lower case, no path as a slash.
      ("http://h/", "HTTP://H/Up", "http://h/Up"),
      ("http://h/", "http://other", "http://other/"),
      ("http://h/", "http://other?x=1", "http://other/?x=1"),
      ("http://h/", "ftp://x/", "!invalidScheme"),
      ("http://h/", "mailto:a@b", "!invalidScheme"),
      ("http://h/", "x:y", "!invalidScheme"),
      ("http://h/", "https:y", "!invalidURL"),
      ("http://h/", "http://o:99999/", "!invalidURL"),
    ]
    for (base, location, expected) in cases {
      let address = try HTTPAddress(base)
      let result = shown { () throws(HTTPFailure) in try address.resolving(Array(location.utf8)) }
      XCTAssertEqual(result, expected, "\(location) at \(base)")
    }
  }

  /// Whatever way a path is put behind an address, the result is that of the whole text.
  func testAppendingPaths() throws {
    let bases = [
      "http://h", "http://h/", "http://h/api", "http://h/api/", "http://h:80", "https://u:p@h/x?y=", "http://h/#f",
    ]
    let paths = [
      "", "/", "/a", "a", "/a?b=c", "?x=1", "/a/../b", "/.hidden", "/a b", "/%7e", "/ä", "/a?", "/#f", "//x",
    ]
    for base in bases {
      let address = try HTTPAddress(base)
      for path in paths {
        let whole = shown { () throws(HTTPFailure) in try HTTPAddress(base + path) }
        let joined = Array(path.utf8).withUnsafeBufferPointer { buffer in
          shown { () throws(HTTPFailure) in try HTTPAddress(base: address, path: buffer) }
        }
        XCTAssertEqual(joined, whole, "\(base) + \(path)")
      }
    }
  }

  func testCredentials() throws {
    let both = try HTTPAddress("http://us%40er:p%3Aw@h/x")
    XCTAssertEqual(both.user, "us@er")
    XCTAssertEqual(both.password, "p:w")
    XCTAssertEqual(both.withoutCredentials.text, "http://h/x")
    let user = try HTTPAddress("http://user@h/")
    XCTAssertEqual(user.user, "user")
    XCTAssertEqual(user.password, "")
    XCTAssertNil(try HTTPAddress("http://h/").user)
  }

  func testMethods() {
    for text in ["", "GE T", "GET\r\n", "GÉT", "(x)"] { XCTAssertNil(HTTPMethod(text), text) }
    XCTAssertEqual(HTTPMethod("GET"), .get)
    XCTAssertEqual(HTTPMethod("X-Custom")?.text, "X-Custom")
  }
}
