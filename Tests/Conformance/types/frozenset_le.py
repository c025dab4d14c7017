"""frozenset.__le__."""
from facts import each

values = [frozenset(), frozenset([1]), frozenset("a")]
each("__le__", values, ({1, 2, 3},), (set(),), 5)
