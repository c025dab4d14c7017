from dataclasses import *
from typing import ClassVar, List, Optional
import dataclasses
@dataclass
class A:
    x: int
    y: str = 'a'
    z: list = field(default_factory=list)
    w: ClassVar[int] = 5
    def m(self): return self.x
a=A(1); print(a, a==A(1), a!=A(2), a.m(), A.__doc__, A.__match_args__)
for args in [(), (1,2,3,4), ]:
    try: A(*args)
    except TypeError as e: print(e)
try: A(1, q=2)
except TypeError as e: print(e)
try: A(1, x=2)
except TypeError as e: print(e)
@dataclass(order=True, frozen=True)
class B:
    a: int
    b: int = field(default=3, compare=False, repr=False)
print(B(1)<B(2), sorted([B(3),B(1)]), hash(B(1))==hash(B(1)), B(1))
try: B(1).a = 4
except FrozenInstanceError as e: print(type(e).__name__, e)
try: B(1) < 5
except TypeError as e: print(e)
@dataclass
class C(A):
    v: int = 0
    init: InitVar[int] = 7
    def __post_init__(self, init): self.got = init
c = C(1, v=3); print(c, c.got, [f.name for f in fields(c)], asdict(c), astuple(c))
print(replace(a, x=9))
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 2
print(K(a=1))
try: K(1)
except TypeError as e: print(e)
try: K()
except TypeError as e: print(e)
@dataclass(slots=True)
class S:
    p: int
    q: int = 0
s=S(1); print(s, S.__slots__)
try: s.zz = 1
except AttributeError as e: print(e)
try:
    @dataclass
    class Bad:
        x: list = []
except ValueError as e: print(e)
try:
    @dataclass
    class Bad2:
        x: int = 1
        y: int
except TypeError as e: print(e)
@dataclass
class N:
    inner: A
    many: List[A]
    d: dict
print(asdict(N(A(1),[A(2)],{'k':A(3)})))
P=make_dataclass('P',['x',('y',int),('z',int,field(default=5))]); print(P(1,2), is_dataclass(P), is_dataclass(5))
print(repr(fields(A)[1]).split("default_factory")[0])
@dataclass(eq=False)
class E: x: int = 1
print(E()==E(), hash(E()) is not None)
@dataclass(unsafe_hash=True)
class H: x:int=1
print(hash(H())==hash(H()))
try: hash(A(1))
except TypeError as e: print(e)
@dataclass
class KO:
    a: int
    _: KW_ONLY
    b: int = 1
print(KO(1,b=3), KO.__match_args__)
@dataclass
class R:
    me: Optional['R'] = None
r=R(); r.me=r; print(r)
