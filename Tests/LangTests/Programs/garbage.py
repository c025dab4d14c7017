class Node:
    def __init__(self):
        self.me = self
        self.items = [self, {"self": self}]
total = 0
for i in range(200000):
    n = Node()
    total += len(n.items)
print(total)
def gen():
    try:
        yield 1
        yield 2
    finally:
        pass
for i in range(20000):
    next(gen())
print("generators dropped")
s = [str(i) * 10 for i in range(50000)]
print(len(s), s[49999])
d = {}
for i in range(100000):
    d[i % 1000] = [i] * 5
print(sum(v[0] for v in d.values()))
