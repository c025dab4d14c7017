"""list.__delitem__."""
from facts import each

values = [[], [1], [3, 1, 2], ["b", "a"], [1, "a", None], [[1], [2]], [1.5, True, 2]]
each("__delitem__", values, 0, 9, slice(0, 2), slice(None, None, 2), "a")
