"""frozenset.__contains__."""
from facts import each

values = [frozenset(), frozenset([1]), frozenset("a")]
each("__contains__", values, 1, "a", ([],))
