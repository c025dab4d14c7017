"""Operators on bits."""
import operator

from facts import calls, pairs

operators = [("&", operator.and_), ("|", operator.or_), ("^", operator.xor), ("<<", operator.lshift), (">>",
    operator.rshift)]
values = [0, 1, -1, 6, -13, 2 ** 65 + 5, True]
pairs(operators, values, [0, 1, -1, 3, 70, False])
pairs(operators, [1, 1.0, "a", None], [1.0, "a"])
calls(operator.invert, *values, 1.0, "a")
