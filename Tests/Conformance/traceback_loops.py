# Where a loop over what cannot be walked shows its error, and lines with blanks at their end.
import traceback,sys
def a():
    for i in 1 < 2 < 3: pass
def b():
    for i in 1 < 2: pass
def c():
    for i in (1 and
       2): pass
def d():
    for i in 1 and 2: pass
def e():
    for i in (1 if sys else 2): pass
def f():
    for i in 3 < 2 < 3:
        pass
def g():
    x = [i for i in 1 < 2 < 3]
def h():
    x, y = 1 < 2 < 3
def i():
    with 1 < 2 < 3: pass
def j():
    with 1 if sys else 3: pass
def k():
    return (1 < 2 < 3).x
def l():
    return (1 < 2 < 3)()
def m():
    return (1 < 2 < 3)[0]
def n():
    return 5 + (1 < 2 < 3) + ''
def o():
    raise 1 < 2 < 3
def p():
    del (1 < 2 < 3).x
def q():
    return [*(1 < 2 < 3)]
def r():
    yield from 1 < 2 < 3
def s():
    return -(''<'a'<'b').x
for z in (a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,lambda: list(r()),s):
    try: z()
    except Exception: traceback.print_exc(file=sys.stdout)
n=5
class I:
    def __iter__(self): return self
    def __next__(self): return 1/0
def it(): return 5
def la():
    for i in 5: pass
def lb():
    for i in n: pass
def lc():
    for i in it(): pass
def ld():
    for i in -n: pass
def le():
    for i in I(): pass
def lf():
    for i in n + 5: pass
def lg():
    for i in I.x: pass
def lh():
    for i in [1][0]: pass
def lk():
    for i in not n: pass
def ll():
    for i in n and n: pass
def lm():
    for i, j in [1]: pass
def lo():
    for i in (lambda: 3): pass
def lp():
    for i in not (
       n): pass
def lq():
    for i in it(
        ): pass
def lr():
    for i in n: pass; pass
def ls():
    for i in f'{n}' == 3: 
        pass
for z in (la,lb,lc,ld,le,lf,lg,lh,lk,ll,lm,lo,lp,lq,lr,ls):
    try: z()
    except Exception: traceback.print_exc(file=sys.stdout)
def blank(a):
    return 1/0 	  
def blanks():
    blank(1) 	 
for z in (blank, blanks):
    try: z() if z is blanks else z(1)
    except Exception: traceback.print_exc(file=sys.stdout)
blank(
  1)	 
