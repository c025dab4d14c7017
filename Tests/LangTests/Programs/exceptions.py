def f(n):
    try:
        if n == 0: return "return"
        if n == 1: raise ValueError("v")
        if n == 2: raise KeyError("k")
        if n == 3: 1 / 0
        return "fell"
    except ValueError as e:
        return "value " + str(e)
    except (KeyError, IndexError) as e:
        return "lookup " + repr(e)
    else:
        return "else"
    finally:
        print("finally", n)
for i in range(3):
    print(f(i))
try:
    f(3)
except ZeroDivisionError as e:
    print(type(e).__name__, e)
try:
    try:
        raise ValueError("inner")
    except ValueError as e:
        raise RuntimeError("outer") from e
except RuntimeError as e:
    print(e, repr(e.__cause__), e.__suppress_context__)
try:
    try:
        [][1]
    except IndexError:
        {}["x"]
except KeyError as e:
    print(repr(e), repr(e.__context__))
try:
    try:
        raise TypeError("again")
    except TypeError:
        raise
except TypeError as e:
    print("reraised", e)
for i in range(5):
    try:
        if i == 1: continue
        if i == 3: break
        print("loop", i)
    finally:
        print("f", i)
else:
    print("no break")
for i in []:
    pass
else:
    print("else ran")
for expr in ("1 + 'a'", "'a' + 1", "[] + ()", "None.x", "int('z')", "float('q')", "'abc'.index('z')",
             "[1][5]", "{}['k']", "len(5)", "for_", "5 < 'a'", "{[]}", "iter(5)", "'%d' % 'x'", "[].pop()",
             "{}.pop('a')", "(1, 2)[9]", "'a'[9]", "int([])", "abs('x')", "-'x'", "list(5)", "range(1, 2, 0)",
             "max([])", "next(iter([]))", "chr(-1)", "[1, 2].remove(5)", "[1].index(7)"):
    try:
        ops = {
            "1 + 'a'": lambda: 1 + 'a', "'a' + 1": lambda: 'a' + 1, "[] + ()": lambda: [] + (),
            "None.x": lambda: None.x, "int('z')": lambda: int('z'),
            "float('q')": lambda: float('q'), "'abc'.index('z')": lambda: 'abc'.index('z'),
            "[1][5]": lambda: [1][5], "{}['k']": lambda: {}['k'], "len(5)": lambda: len(5), "for_": lambda: for_,
            "5 < 'a'": lambda: 5 < 'a', "{[]}": lambda: {[]}, "iter(5)": lambda: iter(5),
            "'%d' % 'x'": lambda: '%d' % 'x', "[].pop()": lambda: [].pop(), "{}.pop('a')": lambda: {}.pop('a'),
            "(1, 2)[9]": lambda: (1, 2)[9], "'a'[9]": lambda: 'a'[9], "int([])": lambda: int([]),
            "abs('x')": lambda: abs('x'), "-'x'": lambda: -'x', "list(5)": lambda: list(5),
            "range(1, 2, 0)": lambda: range(1, 2, 0), "max([])": lambda: max([]),
            "next(iter([]))": lambda: next(iter([])), "chr(-1)": lambda: chr(-1),
            "[1, 2].remove(5)": lambda: [1, 2].remove(5), "[1].index(7)": lambda: [1].index(7)}
        print(expr, ops[expr]())
    except Exception as e:
        print(expr, "->", type(e).__name__, e)
try:
    assert 1 == 2, "math"
except AssertionError as e:
    print("assert", e)
