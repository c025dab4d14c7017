def add(a, b=1, *rest, scale=1, **named):
    return (a + b + len(rest) + len(named)) * scale
def plain(a, b): return a - b
def run():
    total = 0
    for i in range(1000000):
        total += plain(i, 1)
        total += add(i)
        total += add(i, 2, scale=3)
        total += add(i, 2, 3, 4, extra=i)
    return total
print(run())
