"""set.__len__."""
from facts import each

values = [set(), {1}, {"a"}, {(2,)}]
each("__len__", values, ())
