def make():
    n = 0
    def inc(d):
        nonlocal n
        n += d
        return n
    return inc
def run():
    f = make()
    for i in range(6000000): f(i)
    return f(0)
print(run())
