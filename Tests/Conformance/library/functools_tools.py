"""functools."""
import functools

from facts import calls

calls(functools.reduce, (max, [3, 1, 2]), (max, []), (max, [], 0), (min, [5]))
add = functools.partial(pow, 2)
print(add(3), add.func is pow, add.args, add.keywords, repr(functools.partial(int, base=2))[:30],
    functools.partial(int, base=2)("101"))


@functools.lru_cache(maxsize=2)
def square(x):
    print("computing", x)
    return x * x


print([square(n) for n in (1, 2, 1, 3, 1, 2)], square.cache_info(), square.__wrapped__(9))
square.cache_clear()
print(square.cache_info())


@functools.total_ordering
class Size:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n

    @functools.cached_property
    def heavy(self):
        print("once")
        return self.n * 100

    @functools.singledispatchmethod
    def show(self, value):
        return "other"

    @show.register
    def _(self, value: int):
        return "int"


one = Size(1)
print(one <= Size(1), one > Size(0), one >= Size(2), one.heavy, one.heavy, one.__dict__, one.show(5), one.show("a"))


@functools.singledispatch
def kind(value):
    return "object"


@kind.register(int)
@kind.register(float)
def _number(value):
    return "number"


@kind.register
def _list(value: list):
    return "list"


print(kind(1), kind(1.5), kind([]), kind("a"), kind(True), kind.dispatch(bool).__name__, sorted(map(str,
    kind.registry)))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))


def wrapped():
    """doc"""


@functools.wraps(wrapped)
def wrapper():
    pass


print(wrapper.__name__, wrapper.__doc__, wrapper.__wrapped__ is wrapped, functools.WRAPPER_ASSIGNMENTS)
