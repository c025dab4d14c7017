"""frozenset.isdisjoint."""
from facts import each

values = [frozenset(), frozenset([1]), frozenset("a")]
each("isdisjoint", values, ({9},), ([1],), 5)
