def run():
    d = {}
    for i in range(2500000): d["k" + str(i % 5000)] = i
    t = 0
    for k in d: t += d[k]
    for i in range(2500000): t += d.get(i, 1)
    return t
print(run())
