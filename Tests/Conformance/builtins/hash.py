"""The built-in hash."""
from facts import calls

calls(hash, 0, 1, 1.0, True, -1, 2 ** 61 - 1, 2 ** 61, 2 ** 70, -(2 ** 61), 0.5, float("inf"), (), [], {}, ([1],),
    ((1, [2]),), 10 ** 20 + 0.5)
