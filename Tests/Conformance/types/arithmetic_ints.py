"""Arithmetic of numbers: ints."""
import operator

from facts import pairs

operators = [("+", operator.add), ("-", operator.sub), ("*", operator.mul), ("/", operator.truediv),
             ("//", operator.floordiv), ("%", operator.mod), ("divmod", divmod)]
pairs(operators, [0, 1, -1, 7, -7, 2 ** 70, True], [0, 1, -1, 7, -7, 2 ** 70, True])
