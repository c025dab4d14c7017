"""random.gammavariate for several seeds."""
import random

for seed in (0, 1, 42, -7, 2 ** 80, "seed", b"bytes", 1.5):
    own = random.Random(seed)
    random.seed(seed)
    print(seed, [own.gammavariate(2, 3) for _ in range(3)], random.gammavariate(2, 3))
    own.gammavariate(2, 3)
    state = own.getstate()
    first = own.gammavariate(2, 3)
    own.setstate(state)
    print(first == own.gammavariate(2, 3), own.random())
