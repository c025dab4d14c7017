"""range.__getitem__."""
from facts import calls, each

values = [range(0), range(5), range(1, 10, 3), range(10, 0, -2), range(-3, 3), range(0, -5), range(7, 8)]
each("__getitem__", values, 0, -1, 9, slice(1, 3), slice(None, None, -1), slice(0, 10, 2), "a")
calls(list, *values[:6])
calls(repr, *values)
