"""The abstract classes of collections.abc: what makes them, and their own methods."""
import collections.abc as a
for n in a.__all__:
    c=getattr(a,n); print(n, c, c.__module__, type(c).__name__, [b.__name__ for b in c.__mro__], sorted(c.__abstractmethods__), hasattr(c,'__class_getitem__'))
    try: print(c[int])
    except TypeError as e: print(e)
    print([issubclass(k,c) for k in (int,str,list,dict,set,frozenset,tuple,bytes,bytearray,range,type,object,float,type(None),type({}.keys()),type(iter([])),type(lambda:0),memoryview,slice)])
    try: c()
    except TypeError as e: print(e)
class S(a.Set):
    def __init__(s,v=()): s.v=list(dict.fromkeys(v))
    def __iter__(s): return iter(s.v)
    def __contains__(s,x): return x in s.v
    def __len__(s): return len(s.v)
    __hash__=a.Set._hash
print(hash(S([1,2]))==hash(frozenset([1,2])), sorted(S([1,2])^{2,3}), sorted({2,3}-S([2])), S([1])<=S([1,2]), S([1])<{1,2}, S([1]).isdisjoint([2]))
try: S([1])<5
except TypeError as e: print(e)
class G(a.Generator):
    def send(self,v): return v
    def throw(self,t,v=None,tb=None): return super().throw(t,v,tb)
g=G(); print(next(g), g.send(3)); g.close()
try: g.throw(ValueError('x'))
except ValueError as e: print(repr(e))
class M(a.MutableMapping):
    def __init__(s): s.d={}
    def __getitem__(s,k): return s.d[k]
    def __setitem__(s,k,v): s.d[k]=v
    def __delitem__(s,k): del s.d[k]
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
m=M(); m.update({'a':1},b=2); m.update([('c',3)]); print(type(m.keys()), m.items()==dict(a=1,b=2,c=3).items(), list(m.values()), m.pop('a'), m.setdefault('z',5), m.popitem(), len(m), m=={'b':2,'c':3}, 'q' in m, ('b',2) in m.items(), 3 in m.values(), m.keys()|{'q'} if 0 else sorted(m.keys()|{'q'}))
m.clear(); 
for f in (lambda: m.popitem(), lambda: m.pop('a'), lambda: m.update(5), lambda: m.update([1])):
    try: f()
    except Exception as e: print(repr(e))
class Q(a.MutableSequence):
    def __init__(s,*v): s.v=list(v)
    def __getitem__(s,i): return s.v[i]
    def __setitem__(s,i,v): s.v[i]=v
    def __delitem__(s,i): del s.v[i]
    def __len__(s): return len(s.v)
    def insert(s,i,v): s.v.insert(i,v)
q=Q(3,1,2); q.reverse(); q.extend(q); q+=[9]; q.append(8); print(q.v, q.index(1), q.index(1,3), q.count(3), 9 in q, list(reversed(q)), q.pop(), q.remove(9), q.v); q.clear(); print(q.v)
try: q.index(4)
except ValueError as e: print(repr(e))
