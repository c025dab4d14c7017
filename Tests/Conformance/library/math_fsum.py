"""math.fsum."""
import math

from facts import calls

calls(math.fsum, ([],), ([0.1] * 10,), ([1e100, 1.0, -1e100],), ([1, "a"],), ([float("inf"), 1],), 5)
