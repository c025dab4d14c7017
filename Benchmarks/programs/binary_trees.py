# Many short-lived trees beside a long-lived one, as the Computer Language Benchmarks Game describes it.
class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def check(self):
        if self.left is None:
            return 1
        return 1 + self.left.check() + self.right.check()


def make(depth):
    if depth == 0:
        return Node(None, None)
    return Node(make(depth - 1), make(depth - 1))


DEPTH = 14
print("stretch", make(DEPTH + 1).check())
long_lived = make(DEPTH)
for depth in range(4, DEPTH + 1, 4):
    count = 1 << (DEPTH - depth + 4)
    print(count, depth, sum(make(depth).check() for _ in range(count)))
print("long lived", long_lived.check())
