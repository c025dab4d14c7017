# The spectral norm of the matrix a(i, j) = 1 / ((i + j)(i + j + 1) / 2 + i + 1), by the power method, as the Computer
# Language Benchmarks Game describes it.
from math import sqrt


def a(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v, n):
    return [sum(a(i, j) * v[j] for j in range(n)) for i in range(n)]


def transposed_times(v, n):
    return [sum(a(j, i) * v[j] for j in range(n)) for i in range(n)]


def norm(n):
    u = [1.0] * n
    for _ in range(10):
        v = transposed_times(times(u, n), n)
        u = transposed_times(times(v, n), n)
    return sqrt(sum(x * y for x, y in zip(u, v)) / sum(y * y for y in v))


print(f"{norm(240):.9f}")
