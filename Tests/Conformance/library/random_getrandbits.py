"""random.getrandbits for several seeds."""
import random

for seed in (0, 1, 42, -7, 2 ** 80, "seed", b"bytes", 1.5):
    own = random.Random(seed)
    random.seed(seed)
    print(seed, [own.getrandbits(70) for _ in range(3)], random.getrandbits(70))
    own.getrandbits(70)
    state = own.getstate()
    first = own.getrandbits(70)
    own.setstate(state)
    print(first == own.getrandbits(70), own.random())
