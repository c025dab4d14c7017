"""list.__setitem__."""
from facts import each

values = [[], [1], [3, 1, 2], ["b", "a"], [1, "a", None], [[1], [2]], [1.5, True, 2]]
each("__setitem__", values, (0, "x"), (9, "x"), (slice(0, 1), [7, 8]), (slice(None, None, 2), [9]),
    (slice(1, 1), "ab"), (slice(0, 1), 5), ("a", 1))
