"""random.triangular for several seeds."""
import random

for seed in (0, 1, 42, -7, 2 ** 80, "seed", b"bytes", 1.5):
    own = random.Random(seed)
    random.seed(seed)
    print(seed, [own.triangular(0, 10, 3) for _ in range(3)], random.triangular(0, 10, 3))
    own.triangular(0, 10, 3)
    state = own.getstate()
    first = own.triangular(0, 10, 3)
    own.setstate(state)
    print(first == own.triangular(0, 10, 3), own.random())
