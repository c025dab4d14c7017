# The gamma function and its logarithm, to the last bit.
import math
import random

choose = random.Random(7)
numbers = [0.1, 0.5, 1.0, 1.5, 2.0, 3.0, 22.0, 23.0, 24.0, 25.0, 1e-21, -1e-21, 1e-310, 0.0, -0.0, -1.0, -0.5, -1.5, -2.0,
           139.9, 140.0, 171.0, 171.6, 172.0, 200.5, 201.0, -170.5, -200.5, -1e15 - 0.5, 1e308, 1e305, float("inf"),
           float("-inf"), float("nan"), 3, 10**400, True]
numbers += [choose.uniform(-170, 171) for _ in range(2000)] + [choose.uniform(-5, 5) for _ in range(2000)]
for number in numbers:
    for function in (math.gamma, math.lgamma):
        try:
            print(str(number)[:25], function.__name__, function(number))
        except (ValueError, OverflowError) as error:
            print(str(number)[:25], function.__name__, error)
