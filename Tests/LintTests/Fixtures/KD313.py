import random
from random import seed

random.seed(42)  # bad: 1
seed("x")  # bad: 1
random.seed()
random.seed(None)


def f():
    random.seed(3)
