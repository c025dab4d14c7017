"""random.choices for several seeds."""
import random

for seed in (0, 1, 42, -7, 2 ** 80, "seed", b"bytes", 1.5):
    own = random.Random(seed)
    random.seed(seed)
    print(seed, [own.choices("abc", [5, 1, 1]) for _ in range(3)], random.choices("abc", [5, 1, 1]))
    own.choices("abc", [5, 1, 1])
    state = own.getstate()
    first = own.choices("abc", [5, 1, 1])
    own.setstate(state)
    print(first == own.choices("abc", [5, 1, 1]), own.random())
