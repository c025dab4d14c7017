"""math.lcm."""
import math

from facts import calls

calls(math.lcm, (), 4, (4, 6), (0, 5), (-4, 6), (2, 3, 4), (1.5, 2))
