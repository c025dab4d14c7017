"""math.perm."""
import math

from facts import calls

calls(math.perm, 5, (5, 2), (5, 0), (3, 5), (-1, 2), (5, -1), (20, 10), (5, None))
