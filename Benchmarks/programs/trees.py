class T:
    def __init__(self, l, r): self.l = l; self.r = r
def make(d): return T(None, None) if d == 0 else T(make(d - 1), make(d - 1))
def check(t): return 1 if t.l is None else 1 + check(t.l) + check(t.r)
print(sum(check(make(16)) for _ in range(4)))
