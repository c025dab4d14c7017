def loop():
    i = 0; s = 0
    while i < 5000000:
        s = s + i; i = i + 1
    return s
print(loop())
