"""frozenset.issubset."""
from facts import each

values = [frozenset(), frozenset([1]), frozenset("a")]
each("issubset", values, ({1, 2, 3, 4},), ([1],), 5)
