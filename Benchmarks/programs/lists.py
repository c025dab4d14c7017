def run():
    l = []
    for i in range(3000000): l.append(i * 2)
    t = 0
    for v in l: t += v
    for i in range(len(l)): l[i] = l[i] + 1
    return t + sum(l) + len([x for x in l if x % 3])
print(run())
