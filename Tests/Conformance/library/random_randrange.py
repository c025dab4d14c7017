"""random.randrange for several seeds."""
import random

for seed in (0, 1, 42, -7, 2 ** 80, "seed", b"bytes", 1.5):
    own = random.Random(seed)
    random.seed(seed)
    print(seed, [own.randrange(0, 100, 7) for _ in range(3)], random.randrange(0, 100, 7))
    own.randrange(0, 100, 7)
    state = own.getstate()
    first = own.randrange(0, 100, 7)
    own.setstate(state)
    print(first == own.randrange(0, 100, 7), own.random())
