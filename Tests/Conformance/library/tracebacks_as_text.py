"""Exceptions and stacks as text, by the functions and classes of traceback."""
import traceback, sys, io
def a():
    return 1 / 0
def b():
    try:
        a()
    except ZeroDivisionError as e:
        raise KeyError("k") from e
def c():
    try:
        b()
    except KeyError:
        raise RuntimeError("multi\nline")
def rec(n):
    if n: return rec(n - 1)
    x = {}
    return x["a"]["b"]
F = __file__
for f in (a, b, c, lambda: rec(8), lambda: int("x"), lambda: compile("a b", "<s>", "exec"), lambda: [].foo):
    try: f()
    except Exception as e:
        for t in (traceback.format_exc(), "".join(traceback.format_tb(e.__traceback__)), repr(traceback.format_exception_only(e)),
                  repr(traceback.format_exception(e, limit=1)), repr(traceback.format_exception(e, chain=False)), repr(traceback.format_exception(type(e), e, e.__traceback__, limit=-1)),
                  repr(traceback.extract_tb(e.__traceback__)), repr([tuple(s) for s in traceback.extract_tb(e.__traceback__)]),
                  "".join(traceback.StackSummary.extract(traceback.walk_tb(e.__traceback__)).format())):
            print(t.replace(F, "FILE"))
e = ValueError("n"); e.add_note("one\ntwo"); e.add_note("three")
print(traceback.format_exception_only(e), traceback.format_exception(e))
print(traceback.format_exc(), traceback.format_exception(None), traceback.format_list([("f", 1, "n", "  l  "), ("f", 2, "n", None)]))
class X(Exception):
    def __str__(self): raise ValueError
print(traceback.format_exception_only(X()))
for bad in (lambda: traceback.format_exception(3), lambda: traceback.format_exception(ValueError, 3), lambda: traceback.print_exception(1), lambda: traceback.print_last()):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
t = traceback.TracebackException(ValueError, ValueError("q"), None)
print(str(t), list(t.format()), t.exc_type, t.stack, t == traceback.TracebackException(ValueError, ValueError("q"), None))
s = io.StringIO()
try: a()
except Exception: traceback.print_exc(file=s)
print(s.getvalue().replace(F, "FILE"))
try:
    exec("def f():\n  raise KeyError(1)\nf()")
except KeyError as e:
    print(traceback.format_exc().replace(F, "FILE"))
try:
    try: a()
    finally:
        raise TypeError from None
except TypeError:
    print(traceback.format_exc().replace(F, "FILE"))
print(hasattr(sys, "tracebacklimit"))
