"""frozenset.issuperset."""
from facts import each

values = [frozenset(), frozenset([1]), frozenset("a")]
each("issuperset", values, (set(),), ([1],), 5)
