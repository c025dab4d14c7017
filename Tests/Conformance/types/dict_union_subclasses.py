# | of dicts and of classes that derive from dict.
from collections import defaultdict
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class C(dict):
    def __ror__(self, o): return 'r'
class D(dict):
    def __or__(self, o): return 'o'
class E(C, D): pass
class F(defaultdict):
    def __ror__(self, o): return 'r'
class G(defaultdict): pass
class H(C): pass
A=[{1:2}, C(a=1), D(b=1), E(c=2), F(int,d=1), G(int,e=1), defaultdict(int), H(z=1), 5]
for a in A:
    for b in A:
        t(lambda: (type(a|b).__name__, a|b))
        def ip():
            x=type(a)(a) if not isinstance(a,defaultdict) else a.copy(); x|=b; return type(x).__name__,x
        t(ip)
