# How many points of a grid stay bounded, without complex numbers.
def bounded(cr, ci):
    zr = zi = 0.0
    for _ in range(50):
        zr2, zi2 = zr * zr, zi * zi
        if zr2 + zi2 > 4.0:
            return False
        zr, zi = zr2 - zi2 + cr, 2.0 * zr * zi + ci
    return True


SIZE = 400
inside = 0
for y in range(SIZE):
    ci = 2.0 * y / SIZE - 1.0
    for x in range(SIZE):
        if bounded(2.0 * x / SIZE - 1.5, ci):
            inside += 1
print(inside)
