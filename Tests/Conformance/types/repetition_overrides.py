# Who is asked, and who repeats, where classes in Python derive from sequences.
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class M(tuple):
    def __mul__(self, o): return NotImplemented
class R(tuple):
    def __rmul__(self, o): return NotImplemented
class L(list):
    def __rmul__(self, o): return 'r'
class P(list): pass
class I:
    def __index__(self): return 2
class N(int):
    def __mul__(self, o): return NotImplemented
    def __rmul__(self, o): return NotImplemented
class A(list):
    def __add__(self, o): return NotImplemented
class D(list):
    def __radd__(self, o): return NotImplemented
values = [M((1,)), R((2,)), L([3]), P([4]), I(), N(2), 2, 2.5, 'ab', [5], (6,), b'x', bytearray(b'y'), range(2), None, {1}, {1: 2}, A([7]), D([8])]
for a in values:
    for b in values:
        t(lambda: a * b)
        def inplace():
            x = a[:] if isinstance(a, (list, bytearray)) else a
            x *= b
            return x
        t(inplace)
        if isinstance(a, (list, tuple, str, bytes)) or isinstance(b, list): t(lambda: a + b)
