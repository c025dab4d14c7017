"""Taking addresses apart and putting them together."""
from urllib import parse

from facts import calls

urls = ["http://user:pw@host:8080/p/a;x?q=1&r=2#f", "//host/path", "/path?x", "mailto:a@b", "", "http://[::1]:80/",
    "HTTP://HOST/%7e",
        "a:b", "http://h:99999/", "http://h:x/", "?q", "#f", "http://é.com/", "file:///etc/x", "http://h?x=/y"]
calls(parse.urlparse, *urls)
calls(parse.urlsplit, *urls)
for url in urls:
    parts = parse.urlsplit(url)
    print(parts.geturl(), parts.hostname, parts.username, parts.password, parts.netloc)
    try:
        print(parts.port)
    except ValueError as error:
        print(error)
calls(parse.quote, "a b/c", "é", "~-._", "%", b"\xff", "", 5, ("a/b", ""), ("a b", "/ "))
calls(parse.quote_plus, "a b/c+", "é&=")
calls(parse.unquote, "a%20b", "%C3%A9", "%zz", "%", "%ff", "a+b", "")
calls(parse.unquote_plus, "a+b%20c")
calls(parse.unquote_to_bytes, "a%20b", "%ff", "é")
calls(parse.urlencode, ({"a": 1, "b": "x y"},), ([("a", 1), ("a", 2)],), ({},), ({"é": "ü"},), "a", 5, ({"l": [1,
    2]},), ({"b": b"\xff"},))
calls(parse.urlencode, ({"l": [1, 2], "s": "ab", "t": (3,)},), doseq=True)
calls(parse.parse_qs, "a=1&b=2&a=3", "a=&b", "a=1;b=2", "a%20b=c+d", "", "=1", "&&a=1")
calls(parse.parse_qs, "a=&b", keep_blank_values=True)
calls(parse.parse_qsl, "a=1&b=2&a=3", "a=&b")
for base in ("http://a/b/c/d;p?q", "http://a/b/", "http://a"):
    for relative in ("g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "", ".", "./", "..", "../g", "../..",
        "../../../g", "g:h", ";x", "g;x=1/../y"):
        print(base, relative, parse.urljoin(base, relative))
calls(parse.urlunsplit, (("http", "h", "/p", "q", "f"),), (("", "", "p", "", ""),), (("http", "h", "p", "", ""),))
calls(parse.urldefrag, "http://a/b#c", "http://a")
