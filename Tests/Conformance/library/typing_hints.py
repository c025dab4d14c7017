"""What annotations in quotes mean, and aliases that can be called or filled in."""
from __future__ import annotations
import typing, dataclasses
from typing import Optional, List, Dict, Callable, Annotated, Counter
class N:
    x: Optional[N]
    y: List["int"]
    z: Dict[str, list[N]] = {}
    w: int | None
    c: Callable[[int, "N"], None]
    a: Annotated[int, "m"]
def f(a: N, *b: typing.Literal["q", 1], c: "tuple[int, ...]" = ()) -> None: pass
print(typing.get_type_hints(N)); print(typing.get_type_hints(f)); print(typing.get_type_hints(N, include_extras=True)['a'])
try: typing.get_type_hints(type("Q",(),{"__annotations__":{"a":"nope"}}))
except NameError as e: print(e)
try: typing.get_type_hints(type("Q",(),{"__annotations__":{"a":"1 +"}}))
except SyntaxError as e: print(type(e).__name__)
print(Counter("aab"), typing.Deque([1]), typing.DefaultDict(list), typing.OrderedDict())
T = typing.TypeVar("T")
print(Annotated[T, 1][int], Annotated[List[T], 1][int], List[Annotated[T, 5]][int])
