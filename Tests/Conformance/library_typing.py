from __future__ import annotations as ann
from typing import *
import typing
T = TypeVar('T'); K=TypeVar('K')
print(List[int], Dict[str, Any], Optional[int], Union[int,str], Union[int,None], Callable[[int],str], Callable[...,Any], Tuple[int,...], Literal['a',1], Type[int], ClassVar[int], Any, List, Union, T, Sequence[T], Iterable[str])
print(Optional[int]==Union[int,None], List[int]==List[int], List[T][int], Dict[K,T][str,int], Union[int,Union[str,int]], Optional['X'])
class Stack(Generic[T]):
    def __init__(self): self.items=[]
    def push(self, x: T) -> None: self.items.append(x)
s = Stack[int](); s.push(1); print(s.items, Stack[int], Stack.__parameters__, Stack.__mro__)
class P(NamedTuple):
    x: int
    y: str = 'd'
    def hello(self): return self.x
p = P(1); print(p, p.hello(), P._fields, P._field_defaults, p._replace(x=2), P.__doc__)
class Movie(TypedDict, total=False):
    name: str
    year: int
m = Movie(name='x'); print(m, type(m), Movie.__total__, sorted(Movie.__optional_keys__))
class C2(Protocol):
    def close(self) -> None: ...
@runtime_checkable
class C3(Protocol):
    def close(self) -> None: ...
class Impl:
    def close(self): pass
print(isinstance(Impl(), C3), isinstance(5, C3), issubclass(Impl, C3))
try: isinstance(Impl(), C2)
except TypeError as e: print(e)
UserId = NewType('UserId', int); print(UserId(5), UserId)
print(get_origin(List[int]), get_args(Dict[str,int]), get_args(Callable[[int],str]), get_origin(Optional[int]), get_args(Optional[int]))
@overload
def f(a: int) -> int: ...
@overload
def f(a: str) -> str: ...
def f(a): return a
print(f(3), cast(int, 'x'), TYPE_CHECKING)
print(get_type_hints(Stack.push) if 0 else '')
try: List[int]()
except TypeError as e: print(e)
try: Dict[int]
except TypeError as e: print(e)
x: Optional[List[Dict[str, Union[int, float]]]] = None
print(isinstance([], typing.List), isinstance({}, Mapping), Annotated[int, 'x'], Final[int], list[int], dict[str, list[int]], int | None)
PT = NamedTuple('PT', [('a', int), ('b', str)]); print(PT(1,'z'), PT.__annotations__)
TD = TypedDict('TD', {'a': int}); print(TD(a=1))
