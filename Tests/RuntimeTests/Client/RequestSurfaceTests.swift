import Foundation
import Runtime
import XCTest

/// Authentication, prepared requests, proxies, adapters and cookies of both clients; what is expected is what requests
/// and geventhttpclient give.
final class RequestSurfaceTests: XCTestCase {
  func testDigest() {
    let server = ScriptedServer { peer, _ in
      var seen = peer.readRequest()
      while !seen.isEmpty {
        let line = seen.components(separatedBy: "\r\n").first { $0.hasPrefix("Authorization: Digest ") }
        if let line, line.contains("nonce=\"abc\""), line.contains("uri=\"/x\""), line.contains("nc=00000001") {
          peer.write(response("welcome"))
        } else {
          peer.write(
            response(
              "", status: "401 Unauthorized",
              headers: "WWW-Authenticate: Digest realm=\"r\", nonce=\"abc\", qop=\"auth\"\r\n"))
        }
        seen = peer.readRequest()
      }
    }
    XCTAssertEqual(
      runSpec(
        """
        from requests.auth import HTTPDigestAuth
        c = HttpSession("\(server.url)", None, None)
        r = c.get("/x", auth=HTTPDigestAuth("user", "word"))
        note(r.status_code, r.text, [h.status_code for h in r.history])
        note(r.request.headers["Authorization"][:22])
        def sign(r):
            r.headers["Authorization"] = "Own " + r.method + r.path_url
            return r
        note(c.post("/x?y=1", data="body", auth=sign).request.headers["Authorization"])
        trying(lambda: c.get("/x", auth="text"))
        c.close()
        """),
      [
        "200 'welcome' [401]", "'Digest username=\"user\"'", "'Own POST/x?y=1'",
        "'TypeError' \"'str' object is not callable\"",
      ])
    XCTAssertTrue(server.stop())
  }

  func testPreparedRequests() {
    let server = ScriptedServer { peer, _ in
      var seen = peer.readRequest()
      while !seen.isEmpty {
        peer.write(response(seen))
        seen = peer.readRequest()
      }
    }
    let notes = runSpec(
      """
      import requests
      s = requests.Session()
      p = s.prepare_request(requests.Request("POST", "\(server.url)/a", data={"k": "v w"}, params={"q": 1}))
      note(p.method, p.path_url, p.body, p.headers["Content-Length"], p.headers["Content-Type"])
      p.headers["X-Own"] = "1"
      text = s.send(p).text
      note(text.split("\\r\\n")[0], "X-Own: 1" in text, text.endswith("k=v+w"))
      note(requests.Request("GET", "\(server.url)/b", params={"z": 1}).prepare().url[-6:])
      r = s.get("\(server.url)/c", allow_redirects=False)
      note(r.request.url[-2:], r.next, type(r).__name__)
      s.close()
      """)
    XCTAssertEqual(
      notes,
      [
        "'POST' '/a?q=1' 'k=v+w' '5' 'application/x-www-form-urlencoded'", "'POST /a?q=1 HTTP/1.1' True True",
        "'/b?z=1'", "'/c' None 'Response'",
      ])
    XCTAssertTrue(server.stop())
  }

  func testProxiesAndAdapters() {
    let proxy = ScriptedServer { peer, _ in
      var seen = peer.readRequest()
      while !seen.isEmpty {
        peer.write(response(String(seen.prefix { $0 != "\r\n" })))
        seen = peer.readRequest()
      }
    }
    let busy = ScriptedServer { peer, _ in
      var count = 0
      while !peer.readRequest().isEmpty {
        count += 1
        peer.write(response("\(count)", status: count < 3 ? "503 Busy" : "200 OK"))
      }
    }
    XCTAssertEqual(
      runSpec(
        """
        from requests.adapters import HTTPAdapter
        from urllib3.util.retry import Retry
        c = HttpSession("http://target.test", None, None)
        note(c.get("/a", proxies={"http": "\(proxy.url)"}).text)
        c.proxies = {"all": "\(proxy.url)"}
        note(c.get("/b").text)
        f = FastHttpSession("http://target.test", None, None, proxy_host="127.0.0.1", proxy_port=\(proxy.port))
        note(f.get("/c").text)
        trying(lambda: c.get("/", proxies={"http": "socks5://127.0.0.1:1"}))
        trying(lambda: c.get("/", proxies={"http": "http://"}))
        c.proxies = {}
        c.mount("http://", HTTPAdapter(max_retries=Retry(total=3, status_forcelist=[503])))
        note(c.get("\(busy.url)/").text)
        class Own(HTTPAdapter):
            def send(self, *args, **kwargs):
                pass
        try:
            c.mount("http://", Own())
        except NotImplementedError:
            note("refused")
        c.close()
        f.close()
        """),
      [
        "'GET http://target.test/a HTTP/1.1'", "'GET http://target.test/b HTTP/1.1'",
        "'GET http://target.test/c HTTP/1.1'", "'InvalidSchema' 'Missing dependencies for SOCKS support.'",
        "'InvalidProxyURL' 'Please check proxy URL. It is malformed and could be missing the host.'", "'3'",
        "'refused'",
      ])
    XCTAssertTrue(proxy.stop())
    XCTAssertTrue(busy.stop())
  }

  func testFastSession() {
    let server = ScriptedServer { peer, _ in
      var seen = peer.readRequest()
      while !seen.isEmpty {
        let isRedirect = seen.hasPrefix("PUT /from ")
        let head = "Set-Cookie: a=1; Path=/\r\n" + (isRedirect ? "Location: /to?x=1\r\n" : "")
        let body = seen.replacingOccurrences(of: "\r\n", with: "|")
        peer.write(response(body, status: isRedirect ? "301 Moved" : "200 OK", headers: head))
        seen = peer.readRequest()
      }
    }
    XCTAssertEqual(
      runSpec(
        """
        c = FastHttpSession("\(server.url)", None, None, headers={"X-D": "d"})
        def lines(r):
            return sorted(line for line in r.text.split("|") if line[:4] not in ("Host", "User") and line)
        note(lines(c.post("/a", json={"k": 1})))
        note(lines(c.delete("/a", params={"p": 1}, auth=("u", "p"))))
        r = c.put("/from", data="text")
        note(lines(r)[-1], r.url[-7:], [h.status_code for h in r.history], [k.name for k in c.cookiejar])
        note(list(c.iter_lines("/l"))[0][:5], c.get("/e").encoding, c.get("/e").ok)
        trying(lambda: c.get("/a", verify=False))
        trying(lambda: FastHttpSession("https://x", None, None, ssl_context_factory=lambda: 1).get("/"))
        c.close()
        """),
      [
        "['Accept-Encoding: gzip, deflate, br', 'Accept: application/json', 'Content-Length: 8', "
          + "'Content-Type: application/json', 'POST /a HTTP/1.1', 'X-D: d', '{\"k\": 1}']",
        "['Accept-Encoding: gzip, deflate, br', 'Authorization: Basic dTpw', 'Cookie: a=1', 'DELETE /a?p=1 HTTP/1.1', "
          + "'X-D: d']",
        "'X-D: d' '/to?x=1' [301] ['a']", "'GET /' None True",
        "'TypeError' \"'verify' is an invalid keyword argument for get()\"",
        "'TypeError' \"ssl_context_factory gives an SSLContext, not 'int'\"",
      ])
    XCTAssertTrue(server.stop())
  }
}
