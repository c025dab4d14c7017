"""random.lognormvariate for several seeds."""
import random

for seed in (0, 1, 42, -7, 2 ** 80, "seed", b"bytes", 1.5):
    own = random.Random(seed)
    random.seed(seed)
    print(seed, [own.lognormvariate(0, 0.5) for _ in range(3)], random.lognormvariate(0, 0.5))
    own.lognormvariate(0, 0.5)
    state = own.getstate()
    first = own.lognormvariate(0, 0.5)
    own.setstate(state)
    print(first == own.lognormvariate(0, 0.5), own.random())
