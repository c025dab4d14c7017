"""Operators on values that do not fit."""
import operator

from facts import pairs

operators = [("+", operator.add), ("-", operator.sub), ("*", operator.mul), ("/", operator.truediv), ("<",
    operator.lt),
             (">=", operator.ge), ("@", operator.matmul), ("in", lambda a, b: a in b), ("[]", operator.getitem)]
values = [1, 1.5, "a", b"b", [1], (2,), {"k": 1}, None, print, int, range(3)]
pairs(operators, values, values[:9])
