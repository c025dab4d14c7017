"""random.expovariate for several seeds."""
import random

for seed in (0, 1, 42, -7, 2 ** 80, "seed", b"bytes", 1.5):
    own = random.Random(seed)
    random.seed(seed)
    print(seed, [own.expovariate(1.5) for _ in range(3)], random.expovariate(1.5))
    own.expovariate(1.5)
    state = own.getstate()
    first = own.expovariate(1.5)
    own.setstate(state)
    print(first == own.expovariate(1.5), own.random())
