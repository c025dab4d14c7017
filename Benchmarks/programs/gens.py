def g(n):
    for i in range(n): yield i
print(sum(g(2000000)), sum(x * 2 for x in range(500000)))
