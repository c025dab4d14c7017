"""Shuffling, sampling with counts, and arguments that do not fit."""
import random

from facts import calls

for seed in (0, 5, "x"):
    random.seed(seed)
    deck = list(range(12))
    random.shuffle(deck)
    print(deck, random.sample(deck, k=4), random.sample(["a", "b"], 3, counts=[2, 5]), random.choices(deck, k=5))
    print(random.choices("ab", cum_weights=[1, 10], k=8), random.sample(range(10 ** 9), 3), random.sample("abc", 3))
calls(random.randint, (5, 1), (1.5, 2))
calls(random.randrange, 0, -5, (5, 5), (1, 10, 0))
calls(random.choice, "", ([],), 5)
calls(random.sample, ("abc", 4), ({1, 2}, 1), ("abc", -1), (5, 1))
calls(random.choices, ("ab", [1]), ("ab", [0, 0]))
calls(random.seed, ([1],))
calls(random.getrandbits, -1, "a")
calls(random.shuffle, "abc", 5)
