"""What changes a bytearray."""
from facts import each

values = [bytearray(), bytearray(b"a"), bytearray(b"hello")]
each("append", values, 65, 256, -1, "a", b"x")
each("extend", values, b"xy", ([1, 2],), ([300],), "ab", ((1, 2),), 5)
each("insert", values, (0, 65), (-1, 66), (100, 67), ("a", 1))
each("pop", values, (), 0, -1, 10, "a")
each("remove", values, 97, 104)
each("reverse", values, ())
each("clear", values, ())
each("__delitem__", values, 0, -1, 9, slice(0, 2), slice(None, None, 2))
