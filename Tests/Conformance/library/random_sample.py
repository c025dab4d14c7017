"""random.sample for several seeds."""
import random

for seed in (0, 1, 42, -7, 2 ** 80, "seed", b"bytes", 1.5):
    own = random.Random(seed)
    random.seed(seed)
    print(seed, [own.sample(range(50), 5) for _ in range(3)], random.sample(range(50), 5))
    own.sample(range(50), 5)
    state = own.getstate()
    first = own.sample(range(50), 5)
    own.setstate(state)
    print(first == own.sample(range(50), 5), own.random())
