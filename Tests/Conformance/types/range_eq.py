"""range.__eq__."""
from facts import calls, each

values = [range(0), range(5), range(1, 10, 3), range(10, 0, -2), range(-3, 3), range(0, -5), range(7, 8)]
each("__eq__", values, range(5), range(0, 5, 1), range(2, 2), 5)
calls(list, *values[:6])
calls(repr, *values)
