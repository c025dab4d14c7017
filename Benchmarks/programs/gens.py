def g(n):
    for i in range(n): yield i
print(sum(g(8000000)), sum(x * 2 for x in range(2000000)))
