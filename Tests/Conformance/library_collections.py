from collections import *
from collections import abc
import collections
print(isinstance([], abc.Sequence), isinstance({}, abc.Mapping), isinstance((x for x in []), abc.Generator), isinstance('a', abc.Iterable), isinstance(5, abc.Iterable), isinstance([], abc.Hashable), isinstance((), abc.Hashable), isinstance(len, abc.Callable))
P = namedtuple('P','x y', defaults=[5])
p=P(1); print(p, p.x, p._replace(x=3), P._make([1,2]), p._asdict(), P._fields, P.__doc__, p==(1,5))
try: P()
except TypeError as e: print(e)
try: P(1,2,3)
except TypeError as e: print(e)
c=Counter('abracadabra'); print(c, c.most_common(2), c['z'], c+Counter('aaz'), c-Counter('aaaaaaaz'), +c, c.total(), list(c.elements())[:6])
o=OrderedDict(a=1,b=2); o.move_to_end('a'); print(o, list(o), o==OrderedDict(b=2,a=1), o==dict(a=1,b=2), o.popitem(False))
m=ChainMap({'a':1},{'a':2,'b':3}); print(m, m['b'], list(m), len(m), dict(m), m.parents)
class UD(UserDict): pass
u=UD(a=1); u['b']=2; print(u, len(u), list(u.items()), u.pop('a'))
import abc as A
class Base(A.ABC):
    @A.abstractmethod
    def f(self): ...
    @property
    @A.abstractmethod
    def g(self): ...
try: Base()
except TypeError as e: print(e)
class D(Base):
    def f(self): return 1
    g = 3
print(D().f(), sorted(Base.__abstractmethods__), D.__abstractmethods__)
