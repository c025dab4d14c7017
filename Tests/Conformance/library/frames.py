"""Frames: who calls whom, seen by sys, inspect, traceback, logging and warnings."""
import sys, inspect, traceback, logging, warnings, io

def where(depth=0):
    f = sys._getframe(depth + 1)
    return f.f_code.co_name, f.f_lineno

def outer():
    a = 1
    b = [where(),
         where(1)]
    return b

print(outer())
def deep(n):
    if n == 0:
        f = inspect.currentframe()
        names = []
        while f:
            names.append((f.f_code.co_name, f.f_lineno, sorted(k for k in f.f_locals if not k.startswith("__"))[:3]))
            f = f.f_back
        return names
    return deep(n - 1)
print(deep(3))
print([(i.function, i.lineno, i.code_context, i.index) for i in inspect.stack()])
class C:
    x = 3
    here = sys._getframe().f_code.co_name, sorted(k for k in sys._getframe().f_locals if not k.startswith("__"))
    def m(self, *args, **kw):
        return [x.name for x in traceback.extract_stack()], inspect.getargvalues(sys._getframe())[:3]
print(C.here, C().m(1, a=2))
def gen():
    yield sys._getframe().f_lineno, sys._getframe(1).f_lineno
    yield sys._getframe().f_lineno, sys._getframe(1).f_lineno
for x in gen():
    print(x)
    y = 1
print([sys._getframe().f_code.co_name for _ in range(1)], (lambda: sys._getframe().f_code.co_name)())
try:
    sys._getframe(100)
except ValueError as e:
    print(e)
stream = io.StringIO()
h = logging.StreamHandler(stream)
h.setFormatter(logging.Formatter("%(levelname)s %(funcName)s %(lineno)d %(message)s"))
log = logging.getLogger("x"); log.addHandler(h); log.propagate = False
def helper(level):
    log.warning("hello", stacklevel=level)
    log.warning(
        "stacked",
        stack_info=True)
def user():
    helper(2)
    helper(1)
    helper(9)
user()
print(stream.getvalue().replace(__file__, "FILE"))
def w():
    warnings.warn("careful", stacklevel=2)
with warnings.catch_warnings(record=True) as got:
    warnings.simplefilter("always")
    w()
print(got[0].lineno, str(got[0].message))
print("".join(traceback.format_stack()).replace(__file__, "FILE"))
def boom():
    v = 41
    raise ValueError("x")
try:
    boom()
except ValueError as e:
    tb = e.__traceback__
    print(tb.tb_frame.f_code.co_name, tb.tb_next.tb_frame.f_locals, tb.tb_next.tb_frame.f_back.f_code.co_name)
    print([(i.function, i.lineno) for i in inspect.trace()])
    te = traceback.TracebackException.from_exception(e, capture_locals=False)
    print("".join(te.format()).replace(__file__, "FILE"))
    print(te.stack[1], te.stack[1].lineno, te.stack[1].end_lineno, te.stack[1].colno, te.stack[1].end_colno, te.stack[1].line)
def keep():
    secret = 5
    return sys._getframe()
f = keep()
print(f.f_locals, f.f_lineno, f.f_code.co_name, f.f_back.f_code.co_name, f.f_globals is globals())
x = 1
print(sys._getframe().f_locals is globals(), sys._getframe().f_back)
def caller_name():
    return inspect.stack()[1].function, inspect.stack()[1][3]
def foo():
    return caller_name()
print(foo())
class V:
    def __add__(self, o):
        return sys._getframe(1).f_lineno
print(V() + 1)
p = [V() +
     2]
print(p)
fi = inspect.getframeinfo(sys._getframe())
print(fi.function, fi.lineno, fi.code_context, fi.index)
