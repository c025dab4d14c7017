"""Generator expressions that a built-in function reduces, with variables that functions within them capture."""
print(any((lambda: x)() for x in [0, 1]), all((lambda: x)() for x in [1, 0]), sum((lambda: x)() for x in range(4)))
print(max((lambda: x * y)() for x in range(3) for y in range(3)), min((lambda: x)() for x in [3, 1, 2]))
print([f() for f in list((lambda: x) for x in range(3))], sorted((lambda: -x)() for x in range(3)))
print("".join((lambda: c)() for c in "abc"), tuple((lambda: x)() for x in (1, 2)), {(lambda: x)() for x in (1, 1)})
print(any(all((lambda: a > b)() for b in range(a)) for a in range(3)))
