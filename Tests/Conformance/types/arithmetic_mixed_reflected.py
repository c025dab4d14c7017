"""Arithmetic of numbers: mixed, reflected."""
import operator

from facts import pairs

operators = [("+", operator.add), ("-", operator.sub), ("*", operator.mul), ("/", operator.truediv),
             ("//", operator.floordiv), ("%", operator.mod), ("divmod", divmod)]
pairs(operators, [0.0, -0.0, 1.5, -2.5, 1e308, float("inf"), float("nan")], [0, 1, -1, 7, -7, 2 ** 40, True])
