"""dict.__setitem__."""
from facts import each

values = [{}, {"a": 1}, {"a": 1, "b": 2}, {1: "x", 1.5: "y", None: "z"}, {(1, 2): [3]}, {True: "t", 0: "f"}]
each("__setitem__", values, ("a", 9), ("new", 1), ([], 1), (1.0, "one"))
