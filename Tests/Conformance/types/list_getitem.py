"""list.__getitem__."""
from facts import each

values = [[], [1], [3, 1, 2], ["b", "a"], [1, "a", None], [[1], [2]], [1.5, True, 2]]
each("__getitem__", values, 0, -1, 9, slice(0, 2), slice(None, None, -1), slice(5, 9), "a", 1.0,
    slice(None, None, 0), None)
