"""random.gauss for several seeds."""
import random

for seed in (0, 1, 42, -7, 2 ** 80, "seed", b"bytes", 1.5):
    own = random.Random(seed)
    random.seed(seed)
    print(seed, [own.gauss(0, 1) for _ in range(3)], random.gauss(0, 1))
    own.gauss(0, 1)
    state = own.getstate()
    first = own.gauss(0, 1)
    own.setstate(state)
    print(first == own.gauss(0, 1), own.random())
