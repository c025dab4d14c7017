def run():
    x = 0.0; y = 1.5
    for i in range(8000000):
        x = x * 0.99 + y / 3.0 - 0.25
    return x
print(run())
