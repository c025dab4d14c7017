"""set.clear."""
from facts import each

values = [set(), {1}, {"a"}, {(2,)}]
each("clear", values, ())
