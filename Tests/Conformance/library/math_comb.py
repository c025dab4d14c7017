"""math.comb."""
import math

from facts import calls

calls(math.comb, (5, 2), (5, 0), (0, 0), (3, 5), (-1, 2), (5, -1), (50, 25), (5.0, 2))
