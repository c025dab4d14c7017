"""frozenset.copy."""
from facts import each

values = [frozenset(), frozenset([1]), frozenset("a")]
each("copy", values, ())
