"""tuple.__eq__."""
from facts import each

values = [(), (1,), (3, 1, 2), ("b", "a"), ((1,), (2,)), (None, True)]
each("__eq__", values, ((1,),), (None,))
