import random
random.seed(1)
l = [random.random() for _ in range(600000)]
print(sorted(l)[:2], sorted(l, key=lambda x: -x)[:2])
