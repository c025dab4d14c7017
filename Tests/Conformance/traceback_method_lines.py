# The lines and carets of attributes and methods that stand on a later line than their object. To the output, so that all are compared.
import sys, traceback
class A:
    def __init__(self, n=0): self.n = n
    def ok(self, *a, **k): return A(self.n + 1)
    def bad(self, *a, **k): raise ValueError('bad')
    x = 5
def t(f):
    try: f()
    except Exception: traceback.print_exc(file=sys.stdout)
def a():
    return (A()
        .ok(1)
        .bad(2)
        .ok(3))
def b():
    return (A()
        .ok(1)
        .bad(k=2)
        .ok(3))
def c():
    return (A()
        .ok(1)
        .bad(*[2])
        .ok(3))
def d():
    return (A()
        .ok(1)
        .bad(
            2,
            3)
        .ok(3))
def e():
    return (A()
        .ok(
          1).bad(
            2)
        .ok(3))
def f():
    return (A()
        .ok(1)
        .missing(2)
        .ok(3))
def g():
    return A().ok(
        1).missing
def h():
    return A(
        1).bad(2)
def i():
    return A(
        1).bad(**{})
def j():
    return A("""
      """).ok().ok(
         ).bad(7).ok()
def k():
    return [A()
        .ok(1)
        .bad(i) for i in (1,
          2)]
def l():
    A(
      ).ok().n.bad().ok()
def m():
    print('a'
       'b'.upper(), A(1,
       ).bad())
def n():
    A(
     ).x()
def o():
    (A().
      ok)().ok().x.y
def p():
    del A(
       ).q
def q():
    A(
       ).ok().__class__.ok().n
for z in (a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q): t(z)
def da():
    one = 1
    one += (1,
       2).x
def db():
    one = (1,
       2).x[3]
def dc():
    one = (1,
       2).x[((3
         ))]
def dd():
    one = (1,
       2).x[3](
         4)
def de():
    (1,
       2).x = 4
def df():
    del (1,
       2).x
def dg():
    one = (1,
       2).x + 5
def dh():
    one = (1,
       2).x(5)
def di():
    (1,
       2).x += 4
def dj():
    one = (1,
       2).x[1:2]
def dk():
    one = 1
    one += (1,
       2).x[1]
for z in (da,db,dc,dd,de,df,dg,dh,di,dj,dk): t(z)
