# Special methods that are built-in functions, methods of other types, properties and class methods.
def t(name, f):
    try: print(name, f())
    except Exception as e: print(name, type(e).__name__, e)
class L(list):
    __iter__ = len
    __getitem__ = len
class I(int):
    __int__ = len
    __round__ = abs
class S(str): __contains__ = classmethod(lambda *a: 4)
class D(dict):
    __getitem__ = dict.get
    __delitem__ = dict.pop
class N(set): __contains__ = None
class H:
    __init__ = property(lambda self: 1)
    __hash__ = len
class B: __init__ = len
class M(type): __call__ = len
class K(metaclass=M): pass
class R(str):
    def __len__(self): return 3
class A(list):
    __add__ = len
    __mul__ = len
    __iadd__ = len
t('iter', lambda: list(L([1])))
t('item', lambda: L([1])[0])
t('int', lambda: int(I(5)))
t('round', lambda: round(I(-5)))
t('in', lambda: 1 in S('abc'))
t('get', lambda: (D(a=1)['a'], D(a=1)['b']))
def delete():
    d = D(a=1); del d['a']; return d
t('del', delete)
t('none', lambda: 1 in N([1]))
t('init', lambda: H())
t('hash', lambda: hash(object.__new__(H)))
t('init len', lambda: B())
t('init len', lambda: B([1]))
t('call', lambda: K())
t('reversed', lambda: list(reversed(R('ab'))))
t('reversed', lambda: list(reversed(R(''))))
t('add', lambda: A([1]) + [2])
t('mul', lambda: A([1]) * 2)
def joined():
    a = A([1]); a += [2]; return a
t('iadd', joined)
class W(set):
    def __iter__(self): raise IndexError
t('set', lambda: (set('a') - W('a'), set('a').difference(W('a'))))
t('issuperset', lambda: {1, 2}.issuperset([5, set()]))
t('issuperset', lambda: {1, 2}.issuperset([1, set()]))
t('holds', lambda: set.__contains__({frozenset([1])}, {1}))
t('pop', lambda: {}.pop([], 5))
t('pop', lambda: {}.pop([]))
t('pop', lambda: {1: 2}.pop([]))
t('lt', lambda: dict.__lt__(None, 1, k=1))
t('lt', lambda: (dict.__lt__({}, {}), range.__ge__(range(1), 1), slice.__gt__(slice(1), 1)))
t('range', lambda: range(9)[2**70])
t('range', lambda: range(9)[-2**70])
t('view', lambda: memoryview(b'abc')[2**70])
def remove():
    del {1: 2}.items()[0]
t('items', remove)
for value in (len, 300, 5):
    for index in (100, 0, 'x', 2**70):
        t('bytearray', lambda: bytearray(b'a').__setitem__(index, value))
for value in (bytearray(b'x'), b'x', memoryview(b'xy'), 'x'):
    t('int', lambda: int(value))
    t('base', lambda: int(value, 16))
t('float', lambda: float(bytearray(b'x')))
t('order', lambda: (2**70).to_bytes(1, 'x'))
t('order', lambda: (5).to_bytes(-1, 'x'))
t('handler', lambda: b'\xff'.decode('utf-8', 'xmlcharrefreplace'))
for name in ('utf-16', 'utf-16-le', 'cp1252', 'UTF8', 'U8', 'koi8-r'):
    t('handler', lambda: b'\xff\xfe\x81'.decode(name, 'namereplace'))
    t('handler', lambda: 'é\ud800'.encode(name, 'x'))
t('handler', lambda: b'Hello'.decode('utf-32-be', 'namereplace'))
class Odd(Exception):
    def __new__(cls, *a): return 1
def odd(): raise Odd
def generator(): yield
t('raise', odd)
t('throw', lambda: generator().throw(Odd))
