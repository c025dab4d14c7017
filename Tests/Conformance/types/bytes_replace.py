"""bytes.replace."""
from facts import each

values = [b"", b"a", b"abc", b"Hello, World", b"  sp\t", b"a,b,,c", b"l\nb\r\ne\n", b"xXxXx", b"123", b"\x00\xff\x80",
    b"a\tb"]
each("replace", values, (b"a", b"b"), (b"", b"-"), (b"l", b""), (b"l", b"L", 1), ("a", "b"))
