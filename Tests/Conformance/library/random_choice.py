"""random.choice for several seeds."""
import random

for seed in (0, 1, 42, -7, 2 ** 80, "seed", b"bytes", 1.5):
    own = random.Random(seed)
    random.seed(seed)
    print(seed, [own.choice("abcdef") for _ in range(3)], random.choice("abcdef"))
    own.choice("abcdef")
    state = own.getstate()
    first = own.choice("abcdef")
    own.setstate(state)
    print(first == own.choice("abcdef"), own.random())
