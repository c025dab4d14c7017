class P:
    def __init__(self, x): self.x = x
    def step(self, d):
        self.x = self.x + d
        return self
def run():
    p = P(0)
    for i in range(6000000): p.step(i)
    return p.x
print(run())
