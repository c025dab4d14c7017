import sys
def show(f):
    try: print("ok", f())
    except BaseException as e: print(type(e).__name__, "|", e, "|", repr(e), "|", e.args)
show(lambda: {}["k"]); show(lambda: [][1]); show(lambda: int("x")); show(lambda: undefined); show(lambda: None.x); show(lambda: 1 + ""); show(lambda: (1).real())
show(lambda: open("/nonexistent/file")) if False else None
for e in [Exception(), Exception("a"), Exception("a", 1), KeyError("k"), KeyError("a", "b"), KeyError(), OSError(2, "No such file"), OSError(2, "No such file", "f.txt"), OSError("x"), StopIteration(5), SystemExit(3), SystemExit(), ValueError(None), UnicodeDecodeError("utf8", b"\xff", 0, 1, "bad"), UnicodeEncodeError("ascii", "é", 0, 1, "bad"), AssertionError("m"), ImportError("i", name="n", path="p"), NameError("n"), SyntaxError("s"), ConnectionError("c"), TimeoutError("t"), BlockingIOError(11, "again")]:
    print(str(e), "|", repr(e), "|", e.args, type(e).__mro__[1].__name__)
print(OSError(2, "x").errno, OSError(2, "x").strerror, OSError(2, "x", "f").filename, type(OSError(2, "x")).__name__, type(OSError(13, "x")).__name__, type(OSError(17, "x")).__name__, type(OSError(111, "x")).__name__, type(OSError(110, "x")).__name__, OSError("only").errno)
print(StopIteration(5).value, SystemExit(3).code, ImportError("i", name="n").name, UnicodeDecodeError("utf8", b"\xff", 0, 1, "bad").reason, AttributeError("x", name="n", obj=3).name)
try:
    try: 1 / 0
    except ZeroDivisionError as e: raise ValueError("v") from e
except ValueError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try: 1 / 0
    except ZeroDivisionError: raise ValueError("v")
except ValueError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try: 1 / 0
    except ZeroDivisionError: raise ValueError("v") from None
except ValueError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
def order():
    try: return "try"
    finally: print("finally")
print(order())
def override():
    try: return 1
    finally: return 2
print(override())
def loop():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print("body", i)
        finally: print("fin", i)
    else: print("else")
loop()
def nested():
    try:
        try: raise KeyError("in")
        finally: print("f1")
    except KeyError as e: print("caught", e); return "r"
    else: print("no")
    finally: print("f2")
print(nested())
try:
    try: raise ValueError("a")
    finally: raise KeyError("b")
except KeyError as e: print(repr(e.__context__))
try: raise ValueError
except (KeyError, ValueError) as e: print(repr(e))
try: e
except NameError as x: print(x)
try: raise 5
except TypeError as e: print(e)
try: raise ValueError("x") from 5
except TypeError as e: print(e)
try:
    try: 1/0
    except 5: pass
except TypeError as e: print(e)
try:
    try: 1/0
    except (ValueError, "x"): pass
except TypeError as e: print(e)
try: raise
except RuntimeError as e: print(e)
class MyE(Exception): pass
class Sub(MyE):
    def __str__(self): return "sub!"
try: raise Sub(1, 2)
except MyE as e: print(e, repr(e), e.args)
e = ValueError("n"); e.add_note("one"); e.add_note("two"); print(e.__notes__)
try: e.add_note(5)
except TypeError as x: print(x)
print(e.with_traceback(None) is e, e.__traceback__)
try: e.__cause__ = 5
except TypeError as x: print(x)
try: e.args = 5
except TypeError as x: print(x)
e.args = [1, 2]; print(e.args, str(e))
def f():
    try: yield 1
    except ValueError as e: print("gen caught", e); yield 2
    finally: print("gen fin")
g = f(); next(g); print(g.throw(ValueError("thrown"))); g.close()
g = f(); next(g)
try: g.throw(KeyError("k"))
except KeyError as e: print("out", e)
class CM:
    def __init__(self, sw): self.sw = sw
    def __enter__(self): print("enter"); return self
    def __exit__(self, t, v, tb): print("exit", t and t.__name__, v, tb is not None); return self.sw
with CM(True): raise ValueError("x")
try:
    with CM(False): raise ValueError("y")
except ValueError as e: print("passed", e)
with CM(True) as a, CM(False) as b: 1 / 0
def wret():
    with CM(False): return "w"
print(wret())
for _ in range(2):
    with CM(False):
        if _ == 0: continue
        break
try:
    with 5: pass
except TypeError as e: print(e)
class NoExit:
    def __enter__(self): pass
try:
    with NoExit(): pass
except TypeError as e: print(e)
try: assert 1 == 2, ("tuple", 1)
except AssertionError as e: print(e, e.args)
try: assert False
except AssertionError as e: print(repr(e))
def rec(): return rec()
try: rec()
except RecursionError as e: print(e)
class RR:
    def __repr__(self): return repr(self)
try: repr(RR())
except RecursionError as e: print("RecursionError")
class EE:
    def __eq__(self, o): return self == o
try: EE() == EE()
except RecursionError as e: print(e)
l = []; l.append(l); print(l); d = {}; d["d"] = d; print(d)
x = []
for i in range(100000): x = [x]
try: repr(x)
except RecursionError as e: print(e)
y = []
for i in range(100000): y = [y]
try: x == y
except RecursionError as e: print(e)
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
print(depth(900))
try: depth(1100)
except RecursionError: print("too deep")
def count():
    n = 0
    def r():
        nonlocal n; n += 1; r()
    try: r()
    except RecursionError: pass
    return n
print(900 < count() < 1000, sys.getrecursionlimit() if hasattr(sys, "getrecursionlimit") else 1000)
print(sys.exc_info())
try: 1/0
except ZeroDivisionError: print(sys.exc_info()[0].__name__, sys.exc_info()[1], sys.exc_info()[2] is not None)
def inner_exc():
    try: 1/0
    except Exception:
        try: {}["x"]
        except KeyError: pass
        return sys.exc_info()[0].__name__
print(inner_exc(), sys.exc_info()[0])
print([c.__name__ for c in ArithmeticError.__subclasses__()], issubclass(FileNotFoundError, OSError), IOError is OSError, EnvironmentError is OSError, issubclass(KeyError, LookupError), issubclass(RecursionError, RuntimeError), issubclass(UnicodeDecodeError, ValueError), BaseException.__subclasses__()[0].__name__ if False else "")
print(isinstance(StopAsyncIteration(), Exception), isinstance(GeneratorExit(), Exception), isinstance(KeyboardInterrupt(), Exception), issubclass(ModuleNotFoundError, ImportError), issubclass(IndentationError, SyntaxError), issubclass(EncodingWarning, Warning))
try: sys.exit("message")
except SystemExit as e: print(e.code, e.args)
raise SystemExit(7)
