"""range.__contains__."""
from facts import calls, each

values = [range(0), range(5), range(1, 10, 3), range(10, 0, -2), range(-3, 3), range(0, -5), range(7, 8)]
each("__contains__", values, 0, 3, 4.0, True, "a", 10 ** 20 + 1)
calls(list, *values[:6])
calls(repr, *values)
