"""Comparisons."""
import operator

from facts import pairs

operators = [("==", operator.eq), ("!=", operator.ne), ("<", operator.lt), ("<=", operator.le), (">", operator.gt)]
pairs(operators, [0, 1, True, -1.0, 1.0, 2 ** 53, float("nan"), float("inf")],
      [0, 1, 1.0, 2 ** 53 + 1, 2.0 ** 53, 10 ** 400, float("nan")])
pairs(operators, ["", "a", "ab", "é", "Z"], ["", "a", "b", "日"])
pairs(operators, [[], [1], [1, 2], ["a"]], [[], [1], [2], [1, "a"]])
pairs(operators, [(), (1,), (1, "a")], [(), (1,), (1, 2)])
pairs(operators, [b"", b"a"], [b"a", bytearray(b"b"), "a"])
