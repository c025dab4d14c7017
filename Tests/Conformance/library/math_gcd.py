"""math.gcd."""
import math

from facts import calls

calls(math.gcd, (), 12, (12, 18), (0, 0), (-4, 6), (12, 18, 27), (1.5, 2), (2 ** 70, 2 ** 65))
