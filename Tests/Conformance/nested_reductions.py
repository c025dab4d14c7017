"""Generator expressions within others, whose variables the inner ones see, given to functions that reduce them."""


def f(others, names):
    return all(any(name in other for other in others) for name in names)


def g(rows):
    return sum(sum(a * b for b in row) for a, row in enumerate(rows))


def h(values):
    return max(min(abs(a - b) for b in values if b is not a) for a in values)


def i(values):
    return sorted((lambda: value)() for value in values), list(tuple(x for x in range(n)) for n in values)


def j(values):
    return [any(a == b for b in values) for a in values], any([b for b in values if b > a] for a in values)


print(f([{1, 2}, {3}], [1, 3]), f([{1}], [1, 2]), f([], [1]), f([], []))
print(g([[1, 2], [3, 4], [5]]), h([1, 5, 9, 10]), i([3, 1, 2]), j([1, 2]))
print(sum(sum(x * y for y in range(4)) for x in range(4)), max(sum(1 for d in range(1, n + 1) if n % d == 0) for n in range(1, 30)))
try:
    print(sum(sum(x / y for y in (1, 0)) for x in (1, 2)))
except ZeroDivisionError as error:
    print(error)
