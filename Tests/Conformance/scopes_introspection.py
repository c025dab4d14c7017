g = 1
def f(a, b=2, *c, d=4, **e):
    x = a
    if False: never = 1
    return locals()
print(f(1)); print(f(1, 2, 3, 4, d=5, z=6))
def closure():
    n = 1
    def inner():
        m = n
        return locals()
    return inner()
print(closure())
print(globals()["g"], "f" in globals(), globals() is globals())
globals()["made"] = 5
print(made)
g2 = globals()
g = 10
print(g2["g"], globals().get("nothing", "dflt"))
del globals()["made"]
try: made
except NameError as e: print(e)
class K:
    a = 1
    b = locals()["a"] + 1
    print(sorted(k for k in locals() if not k.startswith("__")))
print(K.b)
def kw(): 
    a = 1; b = 2
    return "{a} {b}".format(**locals()), "%(a)s" % locals(), sorted(vars())
print(kw())
print(locals() is globals())
print(__name__)
def gen():
    a = 1
    yield sorted(locals())
print(next(gen()))
print([sorted(locals()) for i in range(1)])
def dyn():
    loc = locals()
    loc["q"] = 1
    try: return q
    except NameError as e: return str(e)
print(dyn())
print([n for n in dir() if n in ("g", "f", "K")])
def d2():
    aa = 1; bb = 2
    return dir()
print(d2())
exec_names = [n for n in ("print", "len", "int", "ValueError") if n in dir(__builtins__)]
print(exec_names)
