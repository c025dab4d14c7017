"""array.array, and memoryviews of numbers."""
from array import array
import array as A
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for c in "bBhHiIlLqQfd":
    for v in (300, -300, 2**16, -2**16, 2**31, -2**31-1, 2**32, 2**63, -2**63-1, 2**64, "x", 1.5, None, b"a", -1):
        print(c, v, end=" "); t(lambda: array(c,[v]))
t(lambda: array('u', "a\u3042"))
t(lambda: array('u', ["ab"]))
t(lambda: array('u', [1]))
t(lambda: array('x'))
t(lambda: array(1))
t(lambda: array())
t(lambda: array('b',1))
t(lambda: array('b',"abc"))
t(lambda: array('i',b"abc"))
t(lambda: array('i',b"abcdefgh"))
a=array('i',[1,2,3])
t(lambda: a[5]); t(lambda: a['x']); t(lambda: a+[1]); t(lambda: a+array('b',[1])); t(lambda:a*2); t(lambda:2*a); t(lambda:a*-1)
t(lambda: a.pop(7)); t(lambda: array('b').pop()); t(lambda: a.index(9)); t(lambda: a.remove(9)); t(lambda: a.count(1))
t(lambda: a.__setitem__(9,1)); t(lambda:a.__delitem__(9)); t(lambda: a.__setitem__(slice(0,1),[1])); t(lambda: a.__setitem__(slice(0,1),array('b',[1])))
t(lambda: a.__setitem__(slice(0,3,2),array('i',[1])))
t(lambda: a.extend(5)); t(lambda: a.extend(array('b',[1]))); t(lambda: a.fromlist((1,))); t(lambda:a.fromlist(["x"])); t(lambda:a.frombytes(b"abc")); t(lambda:a.frombytes("abc"))
t(lambda: a.__iadd__([1])); t(lambda: a==[1,2,3]); t(lambda: a==array('d',[1,2,3])); t(lambda: a<array('b',[1,2,4])); t(lambda: a.byteswap()); t(lambda: a)
t(lambda: array('u','abc').tounicode()); t(lambda: array('u','abc')); t(lambda: array('b').tounicode()); t(lambda: array('c'))
t(lambda: (a.typecode,a.itemsize,len(a),A.typecodes, A.ArrayType)); t(lambda: hash(a)); t(lambda: array('f',[1.1,float('nan')])); t(lambda: repr(array('b'))); t(lambda: repr(array('u')))
t(lambda: array('d',[1,2]).tolist()); t(lambda: a.buffer_info()[1]); t(lambda: type(iter(a))); t(lambda: array('b', typecode=1)); t(lambda: a.insert("x",1)); t(lambda: a.append()); t(lambda: array('b').fromunicode("x"))
t(lambda: array('q', [1.0])); t(lambda: a in [a]); t(lambda: 2 in a); t(lambda: a[::2]); t(lambda: a.__copy__()); t(lambda: a.index(3,0,1)); t(lambda: array('i',range(4)).index(3,1))
class S(array): pass
t(lambda: S('b',[1])); t(lambda: S('b',[1])+S('b',[2])); t(lambda: array('b')<1); t(lambda: array('B',bytearray(b'ab'))); t(lambda: array('B',memoryview(b'ab'))); t(lambda:array('H',array('B',[1,2])))
m=memoryview(array('i',[1,2,3]))
t(lambda:(m.format,m.itemsize,m.nbytes,m.shape,m.strides,m.ndim,m.readonly,m.tolist(),m[1],m[1:].tolist(),len(m),m.tobytes(), m.contiguous,m.suboffsets))
t(lambda:m.__setitem__(0,2**40)); t(lambda:m.__setitem__(0,"x")); t(lambda:m.__setitem__(slice(0,1),b"a")); t(lambda:m.__setitem__(slice(0,1),array('i',[7]))); t(lambda:m.tolist()); t(lambda:m==array('i',[7,2,3])); t(lambda:m==array('b',[7,2,3])); t(lambda:m[::-1].tolist()); t(lambda:m[::2].contiguous)
t(lambda:m.cast('B').tolist()); t(lambda:m.cast('h')); t(lambda:m.cast('B').cast('h').tolist()); t(lambda:memoryview(b'abc').cast('h')); t(lambda:memoryview(b'abcd').cast('x')); t(lambda:memoryview(b'abcd').cast('@H').tolist()); t(lambda:memoryview(b'abcd').cast('c').tolist()); t(lambda: m['x']); t(lambda:m[9]); t(lambda: m[1.0]); t(lambda: memoryview(1)); t(lambda:memoryview(bytearray(b'abcd')).cast('f')[0]); t(lambda:hash(memoryview(b'ab')[::1])==hash(b'ab')); t(lambda:hash(m)); t(lambda: m.obj); t(lambda:memoryview(b'abcd')[::2].cast('h')); t(lambda: m.__delitem__(0)); t(lambda: bytes(m[0:1])); t(lambda: memoryview(b"ab").hex('-')); t(lambda: memoryview(b'ab')<memoryview(b'cd')); t(lambda: list(reversed(m)))
n=memoryview(b'ab'); n.release()
ACTIONS = {"item": lambda: n[0], "len": lambda: len(n), "obj": lambda: n.obj, "bytes": lambda: n.tobytes(), "equal": lambda: n == b"", "release": lambda: n.release(), "size": lambda: n.nbytes, "text": lambda: str(n)[:20], "hash": lambda: hash(n), "enter": lambda: n.__enter__(), "cast": lambda: n.cast("B"), "slice": lambda: n[0:1], "list": lambda: list(n)}
for x in ACTIONS: t(ACTIONS[x])
t(lambda:str(m)[:12])
t(lambda: 300 .to_bytes(2,'little'))
