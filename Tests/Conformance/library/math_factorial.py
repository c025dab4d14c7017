"""math.factorial."""
import math

from facts import calls

calls(math.factorial, 0, 1, 5, 20, 30, -1, 1.5, "a", True)
