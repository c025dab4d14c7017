"""dict.__eq__."""
from facts import each

values = [{}, {"a": 1}, {"a": 1, "b": 2}, {1: "x", 1.5: "y", None: "z"}, {(1, 2): [3]}, {True: "t", 0: "f"}]
each("__eq__", values, ({},), ({"b": 2, "a": 1},), 5)
