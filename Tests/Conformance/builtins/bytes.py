"""The built-in bytes."""
from facts import calls

calls(bytes, (), 3, 0, -1, "a", ("é", "utf-8"), ("é", "ascii"), ([1, 2],), (["a"],), b"x", (range(3),), 1.5, None,
    ("a",), (5, "utf-8"), ({1: 2},), True)
