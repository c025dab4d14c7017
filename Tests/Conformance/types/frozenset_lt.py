"""frozenset.__lt__."""
from facts import each

values = [frozenset(), frozenset([1]), frozenset("a")]
each("__lt__", values, ({1, 2, 3},), (set(),), 5)
