# Special methods that a class takes from `object` or from another built-in type.
import re
def t(f):
    try: print(re.sub(r'0x\w+','0x',str(f())))
    except Exception as e: print(type(e).__name__, e)
class I(int): __repr__ = object.__repr__
class J(int): __str__ = object.__str__
class S(str): __repr__ = object.__repr__
class T(str): __str__ = object.__str__
class L(list): __repr__ = object.__repr__
class D(dict): __repr__ = object.__repr__; __hash__ = object.__hash__; __eq__ = object.__eq__; __ne__ = object.__ne__
class F(float): __repr__ = int.__repr__
class B(bytes): __str__ = object.__str__
class E(Exception): __str__ = object.__str__; __repr__ = object.__repr__
class X(list): __eq__ = object.__eq__; __hash__ = object.__hash__; __lt__ = object.__lt__
class M(list): __init__ = object.__init__
class N(int): __new__ = object.__new__
class P(tuple): __iter__ = list.__iter__
class Q(dict): __setitem__ = list.append; __getitem__ = dict.get
class R(str): __format__ = object.__format__; __contains__ = list.__contains__
class U(set): __len__ = list.__len__; __bool__ = int.__bool__
class V(int): __add__ = float.__add__; __int__ = float.__int__; __index__ = int.__index__
for f in (lambda: repr(I(5)), lambda: str(I(5)), lambda: f'{I(5)}', lambda: repr(J(5)), lambda: str(J(5)), lambda: repr(S('a')), lambda: str(S('a')), lambda: repr(T('a')), lambda: str(T('a')), lambda: [S('a')], lambda: repr(L([1])), lambda: str(L([1])), lambda: repr(D(a=1)), lambda: D(a=1) == D(a=1), lambda: D() != D(), lambda: hash(D()) == hash(D), lambda: repr(F(1.0)), lambda: str(B(b'a')), lambda: str(E('x')), lambda: repr(E('x')), lambda: X([1]) == X([1]), lambda: X([1]) == [1], lambda: X([1]) < X([2]), lambda: len({X(), X()}), lambda: M([1]), lambda: M(), lambda: N(5), lambda: list(P((1, 2))), lambda: Q(a=1)['b'], lambda: Q().__setitem__(1, 2), lambda: format(R('a'), '>5'), lambda: format(R('a')), lambda: 'a' in R('a'), lambda: len(U([1])), lambda: bool(U([1])), lambda: V(5) + 1, lambda: int(V(5)), lambda: [1, 2][V(1)], lambda: '%r %s' % (I(3), I(3))):
    t(f)
class O(list):
    __getattribute__ = object.__getattribute__
    __setattr__ = object.__setattr__
    __iadd__ = list.__iadd__; __mul__ = list.__mul__; __getitem__ = tuple.__getitem__
t(lambda: O([1, 2])[0]); t(lambda: O([1]) * 2)
def iadd():
    o = O([1]); o += [2]; return o
t(iadd)
