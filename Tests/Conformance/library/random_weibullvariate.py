"""random.weibullvariate for several seeds."""
import random

for seed in (0, 1, 42, -7, 2 ** 80, "seed", b"bytes", 1.5):
    own = random.Random(seed)
    random.seed(seed)
    print(seed, [own.weibullvariate(1, 2) for _ in range(3)], random.weibullvariate(1, 2))
    own.weibullvariate(1, 2)
    state = own.getstate()
    first = own.weibullvariate(1, 2)
    own.setstate(state)
    print(first == own.weibullvariate(1, 2), own.random())
