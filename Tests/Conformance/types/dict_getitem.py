"""dict.__getitem__."""
from facts import each

values = [{}, {"a": 1}, {"a": 1, "b": 2}, {1: "x", 1.5: "y", None: "z"}, {(1, 2): [3]}, {True: "t", 0: "f"}]
each("__getitem__", values, "a", 1, None, "zz", ([],), (1, 2), ((1, 2),))
