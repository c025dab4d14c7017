"""set.__contains__."""
from facts import each

values = [set(), {1}, {"a"}, {(2,)}]
each("__contains__", values, 1, "a", ([],))
