"""bytes.join."""
from facts import each

values = [b"", b"a", b"abc", b"Hello, World", b"  sp\t", b"a,b,,c", b"l\nb\r\ne\n", b"xXxXx", b"123", b"\x00\xff\x80",
    b"a\tb"]
each("join", values, ([],), ([b"a", b"b"],), ([bytearray(b"q"), b"r"],), (["a"],), ([1],), (b"ab",))
