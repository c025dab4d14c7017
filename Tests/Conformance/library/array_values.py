"""Arrays of numbers: what they take, what they refuse, how they show."""
import array
from array import array as A
print(array.typecodes, A, A('i',[1,2]), A('d'), A('u','héé'), A('f',[1.1,2]), A('b',b'\x01\xff'), A('l',range(3)).itemsize, [A(c).itemsize for c in array.typecodes])
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a=A('i',[3,1,2])
for f in [lambda: A('b',[128]), lambda: A('b',[-129]), lambda: A('B',[256]), lambda: A('B',[-1]), lambda: A('h',[1<<15]), lambda: A('H',[1<<16]), lambda: A('H',[-1]), lambda: A('i',[1<<31]), lambda: A('i',[1<<70]), lambda: A('I',[1<<32]), lambda: A('I',[-1]), lambda: A('l',[1<<63]), lambda: A('L',[1<<64]), lambda: A('L',[-1]), lambda: A('q',[1<<63]), lambda: A('Q',[1<<64]), lambda: A('Q',[-1]), lambda: A('x'), lambda: A('ii'), lambda: A(5), lambda: A('i','abc'), lambda: A('i',['a']), lambda: A('i',[1.5]), lambda: A('d',['a']), lambda: A('u',['ab']), lambda: A('u',[1]), lambda: A('i',b'123'), lambda: a[9], lambda: a['x'], lambda: a.pop(9), lambda: A('i').pop(), lambda: a.remove(9), lambda: a.index(9), lambda: a+[1], lambda: a+A('d'), lambda: a*2, lambda: 2*a, lambda: a*'x', lambda: a<A('i',[3,2]), lambda: a==A('d',[3,1,2]), lambda: a<[1], lambda: a.tobytes(), lambda: bytes(a), lambda: a.tolist(), lambda: a[1:], lambda: a[::-1], lambda: sorted(a), lambda: 3 in a, lambda: a.count(3), lambda: a.fromlist((1,)), lambda: a.fromunicode('x'), lambda: a.tounicode(), lambda: a.extend(A('d',[1])), lambda: a.__setitem__(0,'x'), lambda: a.__setitem__(9,1), lambda: a.__setitem__(slice(0,1),[1]), lambda: A('i',A('d',[1])), lambda: A('d',A('i',[1])), lambda: A('i',A('u','a')), lambda: list(reversed(a)), lambda: len(a), lambda: a.insert(1,7), lambda: a, lambda: A('i',[1],x=1), lambda: A()]: t(f)
import copy
b=copy.copy(a); b.append(5); print(a,b,copy.deepcopy(a)==a); a.byteswap(); print(a); a.byteswap(); a.reverse(); print(a); del a[0]; del a[:1]; a+=A('i',[9]); a*=2; print(a); a[0:1]=A('i',[5,6,7]); print(a)


class S(A):
    pass


s=S('i',[1]); print(s, s[:], s+s, isinstance(s,A))
