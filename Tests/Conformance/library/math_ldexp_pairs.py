"""math.ldexp with several numbers."""
import math

from facts import calls

calls(math.ldexp, (1, 2), (0.5, -3), (1, 5000), (1.5, 0), (float("inf"), 3), (1, -5000))
