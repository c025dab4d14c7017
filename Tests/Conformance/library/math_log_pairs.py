"""math.log with several numbers."""
import math

from facts import calls

calls(math.log, (1, 2), (2, 0.5), (0, 0), (-1, 2), (-8, 1 / 3), (3.5, -2), (float("inf"), 1), (1, float("nan")),
    ("a", 1), (1,), (1e300, 1e300))
