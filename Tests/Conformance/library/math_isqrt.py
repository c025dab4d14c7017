"""math.isqrt."""
import math

from facts import calls

calls(math.isqrt, 0, 1, 15, 16, 10 ** 20, 2 ** 101, -1, 1.5, "a")
