"""tuple.__contains__."""
from facts import each

values = [(), (1,), (3, 1, 2), ("b", "a"), ((1,), (2,)), (None, True)]
each("__contains__", values, 1, True, "a", None, ([1],))
