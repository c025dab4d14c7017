"""random.random for several seeds."""
import random

for seed in (0, 1, 42, -7, 2 ** 80, "seed", b"bytes", 1.5):
    own = random.Random(seed)
    random.seed(seed)
    print(seed, [own.random() for _ in range(3)], random.random())
    own.random()
    state = own.getstate()
    first = own.random()
    own.setstate(state)
    print(first == own.random(), own.random())
