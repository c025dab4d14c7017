"""bytearray.decode."""
from facts import each

values = [bytearray(value) for value in [b"", b"a", b"abc", b"Hello, World", b"  sp\t", b"a,b,,c", b"l\nb\r\ne\n",
    b"xXxXx", b"123", b"\x00\xff\x80", b"a\tb"]]
each("decode", values, (), ("utf-8",), ("ascii",), ("latin-1",), ("ascii", "ignore"), ("utf-8", "replace"),
    ("ascii", "backslashreplace"), ("nope",))
