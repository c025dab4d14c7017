"""tuple.count."""
from facts import each

values = [(), (1,), (3, 1, 2), ("b", "a"), ((1,), (2,)), (None, True)]
each("count", values, 1, "a", None, True)
