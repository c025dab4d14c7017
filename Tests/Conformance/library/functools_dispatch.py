"""Dispatch by the first argument's class: bases, abstract classes, unions, errors; what wraps copies."""
import collections.abc as c
import functools
import typing


@functools.singledispatch
def kind(arg):
    "How it is called."
    return "base"


@kind.register
def _(arg: int | str):
    return "int or str"


@kind.register(list)
@kind.register(tuple)
def _(arg):
    return "sequence"


@kind.register
def _(arg: c.Mapping):
    return "mapping"


@kind.register
def sized(arg: c.Sized):
    return "sized"


@kind.register
def _(arg: typing.Union[bytes, bytearray]):
    return "bytes"


class Table(dict):
    pass


class Bag:
    def __len__(self):
        return 0


class Both(c.Mapping, list):
    pass


for value in (1, "s", True, [], (), {}, Table(), set(), Bag(), b"", bytearray(), 1.5, None):
    print(repr(value)[:20], kind(value))
print(kind.__name__, kind.__doc__, kind.dispatch(Table) is kind.dispatch(dict), type(kind.registry).__name__,
      kind.dispatch(set) is sized)


def tried(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])


def plain(arg):
    pass


def wrong(arg: typing.List[int]):
    pass


def union(arg: typing.Union[int, typing.List[int]]):
    pass


tried(kind)
tried(kind.register, plain)
tried(kind.register, wrong)
tried(kind.register, union)
tried(kind.register, 5, plain)


@functools.singledispatch
def unclear(arg):
    pass


unclear.register(c.Iterable, plain)
unclear.register(c.Sized, plain)
tried(unclear, Bag())


class Own(c.Iterable, c.Sized):
    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0


tried(unclear, Own())


class Methods:
    @functools.singledispatchmethod
    def show(self, arg):
        return "other"

    @show.register
    def _(self, arg: int):
        return "int"

    @functools.singledispatchmethod
    @classmethod
    def make(cls, arg):
        return cls.__name__, "other"

    @make.register
    @classmethod
    def _(cls, arg: str):
        return cls.__name__, "str"


print(Methods().show(1), Methods().show(""), Methods.make("x"), Methods().make(1))


def wrapped():
    "Its doc."


wrapped.note = "a note"


@functools.wraps(wrapped, (), ())
def nothing():
    pass


@functools.wraps(wrapped, ("__doc__",), ("__dict__",))
def some():
    pass


@functools.wraps(wrapped)
def all_of_it():
    pass


for f in (nothing, some, all_of_it):
    print(f.__name__, f.__doc__, getattr(f, "note", None), f.__wrapped__ is wrapped)
