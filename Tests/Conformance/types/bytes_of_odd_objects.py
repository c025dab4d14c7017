# What int.from_bytes takes for bytes, and classes whose metaclass has an order of its own.
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Own(int):
    def __iter__(self): return self
class Items(int):
    def __getitem__(self, key): return [1, 2][key]
class Texts:
    def __getitem__(self, key): return 'abc'[key]
    def __index__(self): return 2
class Minus(list):
    def __index__(self): return -1
class Made(int):
    def __bytes__(self): return b'ab'
for value in (Own(5), Items(5), Texts(), Minus(), Minus([7]), Made(3), 5, 'a', None, [1], iter([1, 2]), (n for n in (3,)), {1: 2}, b'a', bytearray(b'b'), memoryview(b'c'), [300], ['a']):
    t(lambda: int.from_bytes(value, 'big'))
class Order(type):
    def mro(cls): return [cls, object, int] if cls.__name__ == 'Number' else type.mro(cls)
class Number(int, metaclass=Order): pass
t(lambda: int.__repr__(Number(5))); t(lambda: int.__repr__(Number('12', 3))); t(lambda: Number(a=1)); t(lambda: [c.__name__ for c in Number.__mro__])
class Nothing:
    __getattribute__ = None
t(lambda: isinstance(Nothing(), str)); t(lambda: isinstance(Nothing(), Nothing))
from collections import Counter
t(lambda: Counter({'a': 1}).update({'a': 'b'}))
