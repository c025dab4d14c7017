"""frozenset.__eq__."""
from facts import each

values = [frozenset(), frozenset([1]), frozenset("a")]
each("__eq__", values, ({1},), (frozenset([1]),), ([1],))
