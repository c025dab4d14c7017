"""dict.__or__."""
from facts import each

values = [{}, {"a": 1}, {"a": 1, "b": 2}, {1: "x", 1.5: "y", None: "z"}, {(1, 2): [3]}, {True: "t", 0: "f"}]
each("__or__", values, ({"a": 9},), ({},), ([("a", 1)],), 5)
