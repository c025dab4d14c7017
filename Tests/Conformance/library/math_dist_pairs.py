"""math.dist with several numbers."""
import math

from facts import calls

calls(math.dist, ((1, 2), (3, 4)), ([1], [2]), ((), ()), ((1,), (1, 2)), (1, 2))
