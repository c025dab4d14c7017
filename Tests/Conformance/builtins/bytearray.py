"""The built-in bytearray."""
from facts import calls

calls(bytearray, (), 3, -1, "a", ("é", "utf-8"), ([1, 2],), b"x", (range(3),))
