import sys
def a(x):
    return b(x) + 1
def b(x):
    y = {"k": [1, 2]}
    return y["k"][x] / (x - 1)
def show(fn, *args):
    try: fn(*args)
    except BaseException as e:
        tb = e.__traceback__; lines = []
        while tb: lines.append((tb.tb_lineno, tb.tb_frame.f_code.co_name)); tb = tb.tb_next
        print(type(e).__name__, e, lines)
show(a, 1)
show(a, 5)
show(a, "s")
def attr(o):
    return o.foo.bar(1,
        2).baz
show(attr, 3)
def multi():
    return (1 +
        "x")
show(multi)
def call():
    return undefined_fn(1)
show(call)
def key():
    d = {}
    d["a"]["b"] = 1
show(key)
def chain():
    try: 1 / 0
    except ZeroDivisionError as e:
        raise ValueError("second") from e
show(chain)
def ctx():
    try: {}["k"]
    except KeyError:
        int("x")
show(ctx)
def supp():
    try: {}["k"]
    except KeyError: raise TypeError("none") from None
show(supp)
def rec(n):
    if n == 0: raise RuntimeError("deep")
    rec(n - 1)
show(rec, 1)
show(rec, 3)
show(rec, 10)
def noted():
    e = ValueError("noted"); e.add_note("note one"); e.add_note("note\ntwo"); raise e
show(noted)
def unicode_line():
    s = "äöü€𝄞"; return s + 1
show(unicode_line)
def semis():
    x = 1; y = x.nope; z = 2
show(semis)
def assertion(v):
    assert v > 1, f"bad {v}"  # comment
show(assertion, 0)
def lam():
    return (lambda q: q[0])(())
show(lam)
def comp():
    return [1 // i for i in (1, 0)]
show(comp)
def genr():
    def g():
        yield 1
        raise KeyError("gen")
    return list(g())
show(genr)
def unpack():
    a, b = [1]
show(unpack)
def forloop():
    for x in 5: pass
show(forloop)
def withs():
    class C:
        def __enter__(self): return self
        def __exit__(self, *a): raise OSError("exit")
    with C() as c:
        raise ValueError("in")
show(withs)
def reraise():
    try:
        raise ValueError(1)
    except ValueError as e:
        raise
show(reraise)
def reraise2():
    try:
        raise ValueError(1)
    except ValueError as e:
        raise e
show(reraise2)
def fin():
    try: 1/0
    finally: pass
show(fin)
class Custom(Exception):
    def __str__(self): return "custom text"
def cust(): raise Custom
show(cust)
class Outer:
    class Inner(Exception): pass
def inn(): raise Outer.Inner("i")
show(inn)
def empty(): raise ValueError
show(empty)
def multiline_msg(): raise ValueError("line1\nline2")
show(multiline_msg)
def fstr():
    x = 1
    return f"abc {x.q} def"
show(fstr)
def fstr2():
    return f"{1:q}"
show(fstr2)
def method():
    return "abc".join(
        [1, 2])
show(method)
def kwcall():
    return int(x=1)
show(kwcall)
def starcall():
    return len(*[1, 2])
show(starcall)
def cmp():
    return 1 < "x" < 2
show(cmp)
def neg():
    return -"x" + 1
show(neg)
def sub():
    x = [1]
    return x[0] + x[5] + x[1]
show(sub)
def aug():
    x = 1
    x += "s"
show(aug)
def delete():
    x = {}
    del x["q"]
show(delete)
def setattr_():
    (1).x = 2
show(setattr_)
def imp():
    import nonexistent_module
show(imp)
def deco():
    @undefined_deco
    def f(): pass
show(deco)
def deflt():
    def f(a=undefined_default): pass
show(deflt)
def raise_non(): raise 5
show(raise_non)
def ret(): return (yield_ + 1)
show(ret)
