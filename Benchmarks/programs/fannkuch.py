# Pancake flipping, as the Computer Language Benchmarks Game describes it: over all permutations of n, the most flips
# until the first number is 1, and a checksum of the flips with alternating signs.
def fannkuch(n):
    perm1 = list(range(n))
    count = [0] * n
    most = checksum = 0
    r = n
    even = True
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        if perm1[0] != 0:
            perm = perm1[:]
            flips = 0
            first = perm[0]
            while first:
                perm[: first + 1] = perm[first::-1]
                flips += 1
                first = perm[0]
            if flips > most:
                most = flips
            checksum += flips if even else -flips
        even = not even
        while True:
            if r == n:
                return checksum, most
            perm1.insert(r, perm1.pop(0))
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1


print(fannkuch(9))
