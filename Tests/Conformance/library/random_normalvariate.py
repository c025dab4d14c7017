"""random.normalvariate for several seeds."""
import random

for seed in (0, 1, 42, -7, 2 ** 80, "seed", b"bytes", 1.5):
    own = random.Random(seed)
    random.seed(seed)
    print(seed, [own.normalvariate(5, 2) for _ in range(3)], random.normalvariate(5, 2))
    own.normalvariate(5, 2)
    state = own.getstate()
    first = own.normalvariate(5, 2)
    own.setstate(state)
    print(first == own.normalvariate(5, 2), own.random())
