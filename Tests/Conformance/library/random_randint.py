"""random.randint for several seeds."""
import random

for seed in (0, 1, 42, -7, 2 ** 80, "seed", b"bytes", 1.5):
    own = random.Random(seed)
    random.seed(seed)
    print(seed, [own.randint(1, 6) for _ in range(3)], random.randint(1, 6))
    own.randint(1, 6)
    state = own.getstate()
    first = own.randint(1, 6)
    own.setstate(state)
    print(first == own.randint(1, 6), own.random())
