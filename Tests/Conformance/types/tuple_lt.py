"""tuple.__lt__."""
from facts import each

values = [(), (1,), (3, 1, 2), ("b", "a"), ((1,), (2,)), (None, True)]
each("__lt__", values, ((2,),), (("a",),), ((),), 5)
