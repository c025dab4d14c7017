"""tuple.__len__."""
from facts import each

values = [(), (1,), (3, 1, 2), ("b", "a"), ((1,), (2,)), (None, True)]
each("__len__", values, ())
