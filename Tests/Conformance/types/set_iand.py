"""set.__iand__."""
from facts import each

values = [set(), {1}, {"a"}, {(2,)}]
each("__iand__", values, ({1},), ([1],))
