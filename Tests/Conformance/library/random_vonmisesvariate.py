"""random.vonmisesvariate for several seeds."""
import random

for seed in (0, 1, 42, -7, 2 ** 80, "seed", b"bytes", 1.5):
    own = random.Random(seed)
    random.seed(seed)
    print(seed, [own.vonmisesvariate(1, 4) for _ in range(3)], random.vonmisesvariate(1, 4))
    own.vonmisesvariate(1, 4)
    state = own.getstate()
    first = own.vonmisesvariate(1, 4)
    own.setstate(state)
    print(first == own.vonmisesvariate(1, 4), own.random())
