"""frozenset.__len__."""
from facts import each

values = [frozenset(), frozenset([1]), frozenset("a")]
each("__len__", values, ())
