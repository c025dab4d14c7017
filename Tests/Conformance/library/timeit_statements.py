"""Statements and functions timed: what is taken, and what is run how often."""
import timeit
print(timeit.timeit("x+1", "x=1", number=3) >= 0)
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
for s in ("x = ", "pass\n  y", "return", "yield", "break", "continue", "x=1; return 1", "  x", "def f(): return 1", "for i in range(3): break", None, 5, "", "global x", "'''a\nb'''"):
    t(lambda: timeit.Timer(s).timeit(1) >= 0); t(lambda: timeit.Timer("pass", s).timeit(1) >= 0)
t(lambda: timeit.Timer("a=b", "b=3", globals={"b": 4}).timeit(2) >= 0)
t(lambda: timeit.timeit("q", number=1)); t(lambda: timeit.timeit("q", globals={"q": 1}, number=1) >= 0)
out = []
t(lambda: timeit.timeit("out.append(1)", "out.append('s')", number=3, globals={"out": out}) >= 0); print(out)
t(lambda: timeit.timeit(lambda: out.append(2), lambda: out.append("z"), number=2) >= 0); print(out)
t(lambda: len(timeit.repeat("pass", repeat=3, number=2)))
t(lambda: timeit.default_timer is __import__("time").perf_counter if 0 else 1)
try: timeit.Timer("1/0").timeit(1)
except ZeroDivisionError:
    import io; f = io.StringIO(); tt = timeit.Timer("x = 1\n1/0")
    try: tt.timeit(1)
    except ZeroDivisionError: tt.print_exc(f)
    print(f.getvalue().split("\n")[-2])
