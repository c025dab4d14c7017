from enum import *
class Color(Enum):
    RED = 1
    GREEN = auto()
    BLUE = auto()
    ALIAS = 1
    def hi(self): return self.name + '!'
print(list(Color), Color.RED, repr(Color.GREEN), Color(2), Color['BLUE'], Color.ALIAS is Color.RED, len(Color), Color.RED.hi(), Color.__members__)
try: Color(9)
except ValueError as e: print(e)
try: Color['X']
except KeyError as e: print(repr(e))
try: Color.RED = 3
except AttributeError as e: print(e)
class I(IntEnum):
    A=1; B=2
print(I.A, repr(I.A), I.A+1, I.A==1, f'{I.B}', '%d %s'%(I.A,I.A), I(2), sorted([I.B,I.A]), {I.A:1}[1], isinstance(I.A,int))
class S(StrEnum):
    X=auto(); Y='yy'
print(S.X, repr(S.X), S.Y=='yy', f'{S.Y}', S('x'))
class SE(str, Enum):
    P='pp'
print(SE.P, repr(SE.P), SE.P=='pp', f'{SE.P}', SE.P.upper(), '%s'%SE.P)
class F(Flag):
    R=auto(); W=auto(); X=auto(); RW=R|W
print(F.R|F.W, repr(F.R|F.X), F.RW, ~F.R, F.R in F.RW, list(F.RW), len(F.RW), bool(F(0)), F(0), F(7), list(F), repr(F(5)), F.R & F.W)
try: F(8)
except ValueError as e: print(e)
class IF(IntFlag):
    A=1; B=2
print(IF.A|IF.B, repr(IF.A|IF.B), repr(IF(8)), repr(IF.A|8), IF.A+1, ~IF.A, repr(~IF.A), IF.A==1)
class Planet(Enum):
    EARTH=(5.9e24, 6.3e6)
    def __init__(self, mass, radius):
        self.mass=mass; self.radius=radius
    @property
    def g(self): return self.mass/self.radius
print(Planet.EARTH.mass, Planet.EARTH.value, Planet.EARTH.g)
T=Enum('T','a b c'); print(list(T), T.a.value, T)
try:
    @unique
    class Q(Enum):
        a=1; b=1
except ValueError as e: print(e)
print(Color.RED == 1, Color.RED != Color.GREEN, hash(Color.RED)==hash('RED'), Color.RED in Color, type(Color.RED), isinstance(Color.RED, Color), Color.RED.__class__)
class N(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last): return name.lower()
    AA=auto()
print(N.AA.value)
class Mis(Enum):
    A='a'
    @classmethod
    def _missing_(cls, v): return cls.A if v=='z' else None
print(Mis('z'))
class E1(Enum):
    def f(self): return 1
class E2(E1):
    A=1
print(E2.A.f())
try:
    class E3(E2): B=2
except TypeError as e: print(e)
import copy; print(copy.deepcopy(Color.RED) is Color.RED)
print(Color.RED.name, Color.RED.value, str(Color), dir(I)[:2] if 0 else '')
