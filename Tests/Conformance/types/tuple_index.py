"""tuple.index."""
from facts import each

values = [(), (1,), (3, 1, 2), ("b", "a"), ((1,), (2,)), (None, True)]
each("index", values, 1, "a", (1, 1), (2, 0, 9), 99)
