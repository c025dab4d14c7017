def f(i):
    if i % 2: raise ValueError(i)
    return i
def run():
    n = 0
    for i in range(2000000):
        try: f(i)
        except ValueError: n += 1
    return n
print(run())
