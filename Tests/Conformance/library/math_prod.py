"""math.prod."""
import math

from facts import calls

calls(math.prod, ([],), ([1, 2, 3],), ([1.5, 2],), (["a", 2],), (5,), (range(1, 10),))
