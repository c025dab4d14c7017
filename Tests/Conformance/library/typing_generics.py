"""What typing's forms do with parameters: substitution, checks, protocols, hints."""
import collections.abc
from typing import *
from typing import get_overloads

T, S, K = TypeVar("T"), TypeVar("S"), TypeVar("K", int, str)
B = TypeVar("B", bound="Base", covariant=True)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")


def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


print(T, K, B, P, Ts, P.args, P.kwargs, B.__bound__, K.__constraints__, B.__covariant__)
for make in (
        lambda: List[T][int], lambda: Dict[T, List[S]][int, str], lambda: Union[T, int][int], lambda: Optional[T][None],
        lambda: Callable[[T], S][int, str], lambda: Callable[P, T][[int, str], bool], lambda: Callable[..., T][int],
        lambda: Callable[Concatenate[int, P], T], lambda: Tuple[T, ...][int], lambda: Tuple[()], lambda: list[T][int],
        lambda: dict[T, list[S]][int, str], lambda: (T | int)[str], lambda: List[int][str], lambda: List[T][int, str],
        lambda: Dict[int], lambda: Union[()], lambda: Optional[int, str], lambda: ClassVar[ClassVar[int]],
        lambda: List[ClassVar[int]], lambda: Literal[1, 2, 1, True], lambda: Literal[1] == Literal[True],
        lambda: Annotated[int], lambda: Annotated[Annotated[int, 1], 2], lambda: Annotated[List[T], "x"][int],
        lambda: Type[T][int], lambda: Concatenate[int], lambda: Generic[int], lambda: Generic[T, T], lambda: Generic[()],
        lambda: Union[int, str] == int | str, lambda: hash(Union[int, str]) == hash(int | str), lambda: int | List[str],
        lambda: Union[int, Union[str, int]], lambda: Tuple[int, Unpack[Ts]], lambda: list[int] | None,
        lambda: Any(), lambda: isinstance(1, Any), lambda: isinstance([], List), lambda: isinstance([], List[int]),
        lambda: issubclass(list, Sequence), lambda: List(), lambda: Union(), lambda: iter(Union[int, str]),
        lambda: TypeVar("X", int), lambda: TypeVar("X", int, bound=str), lambda: TypeVar("X", covariant=True, contravariant=True),
        lambda: ForwardRef("a b"), lambda: ForwardRef("int") == ForwardRef("int"), lambda: List["int"], lambda: List[int].__name__,
        lambda: collections.abc.Callable[[int, T], str], lambda: collections.abc.Callable[[int, T], str][bool].__args__,
        lambda: Deque[int]([1, 2]), lambda: DefaultDict[str, int](int), lambda: Iterable[int].__origin__,
        lambda: tuple[int, str][0] if False else tuple[int, ...], lambda: [*tuple[int, str]], lambda: int | str | int):
    attempt(make)


class Box(Generic[T]):
    def __init__(self, value: T):
        self.value = value


class Pair(Box[T], Generic[S, T]):
    pass


class Fixed(Pair[int, str]):
    pass


box = Box[int](3)
print(box.value, box.__orig_class__, Box.__parameters__, Pair.__parameters__, Fixed.__parameters__, Fixed.__orig_bases__)
print(Box[int], Box[T][str], Pair[int, T][bool], Fixed.__mro__, Box[int] == Box[int], Box[int] is not Box[str])
attempt(lambda: Box[int, str])
attempt(lambda: Fixed[int])
attempt(lambda: type("Bad", (Generic,), {}))


def bad():
    class Wrong(Box[S], Generic[T]):
        pass


attempt(bad)


class Variadic(Generic[T, Unpack[Ts]]):
    pass


print(Variadic[int, str, bool], Variadic[int], Variadic.__parameters__)
attempt(lambda: Variadic[()])


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


class Named(Protocol):
    name: str


@runtime_checkable
class HasSize(Protocol):
    size: int


class File:
    size = 3

    def close(self):
        pass


print(isinstance(File(), Closes), isinstance(1, Closes), issubclass(File, Closes), isinstance(File(), HasSize))
for make in (lambda: isinstance(1, Named), lambda: issubclass(File, HasSize), Closes, lambda: runtime_checkable(File)):
    attempt(make)
print(isinstance(3, SupportsInt), isinstance("a", SupportsIndex), issubclass(int, SupportsAbs))


class Movie(TypedDict, total=False):
    title: Required[str]
    year: int


class Sequel(Movie):
    number: NotRequired[int]


print(Movie.__required_keys__, Movie.__optional_keys__, Sequel.__annotations__, Sequel(title="x"), Movie.__total__)
attempt(lambda: isinstance({}, Movie))


class Point(NamedTuple):
    x: int
    y: int = 0

    def total(self):
        return self.x + self.y


class Both(NamedTuple, Generic[T]):
    value: T


print(Point(1), Point(1, 2).total(), Point._field_defaults, Point.__annotations__, Both[int](3), Both.__mro__[1:])
UserId = NewType("UserId", int)
print(UserId(5), UserId, UserId.__supertype__, UserId | None)
attempt(lambda: type("Sub", (UserId,), {}) if False else UserId.__mro_entries__(()))


class Node:
    value: "int"
    children: "List[Node]"
    parent: Optional["Node"] = None
    kind: ClassVar["str"]


def function(a: "int", b: Optional["Node"] = None, *args: str, c: Annotated[int, "note"]) -> "list[Node]":
    pass


print(get_type_hints(Node), get_type_hints(function), get_type_hints(function, include_extras=True)["c"])
for kind in (List[int], Union[int, str], int | None, Callable[[int], str], Callable[..., int], Annotated[int, 1],
             Literal["a"], list[int], Tuple[int, ...], int, Box[int], Generic, P.args):
    print(get_origin(kind), get_args(kind))


@overload
def choose(a: int) -> int: ...
@overload
def choose(a: str) -> str: ...
def choose(a):
    return a


print(len(get_overloads(choose)), choose(3))
attempt(lambda: get_overloads(choose)[0](1))
attempt(lambda: assert_never("never"))
print(cast(int, "x"), assert_type(3, int), is_typeddict(Movie), final(Node) is Node)
