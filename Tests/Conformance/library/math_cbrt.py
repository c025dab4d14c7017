"""math.cbrt."""
import math

from facts import calls

calls(math.cbrt, 0, 1, -1, 0.5, -0.5, 2, 10, 100.0, 1e-10, 1e10, 710, float("inf"), float("-inf"), float("nan"),
    True, 10 ** 30, "a", None)
