"""math.isclose."""
import math

from facts import calls

calls(math.isclose, (1, 1), (1, 1 + 1e-10), (1, 1.1), (0, 1e-12), (float("inf"), float("inf")),
    (float("nan"), float("nan")), ("a", 1))
