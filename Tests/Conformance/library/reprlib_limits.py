"""Representations with limits."""
import array
import collections
import reprlib

short = reprlib.Repr()
values = ["x" * 29, "x" * 28, "x" * 40, "'\"" * 20, "é" * 40, 10 ** 50, -10 ** 37, 10 ** 38, 3.5, None, True, b"bytes " * 10, range(5), [], (), {},
          set(), frozenset(), [1], (1,), {1}, {1: 2}, [*range(7)], (*range(6),), {*range(8)}, frozenset("abcdefgh"), {n: n for n in range(5)},
          {"b": 1, "a": 2}, [[[[[[[[1]]]]]]]], [[[[[[[[]]]]]]]], {1: {2: {3: {4: {5: {6: {7: {8: 9}}}}}}}},
          collections.deque(range(9)), collections.deque(), array.array("i", range(6)), array.array("u"), array.array("d", [1.5]),
          collections.Counter("aab"), ("x" * 50, ["y" * 50] * 8), print, int]
for value in values:
    print(reprlib.repr(value))
short.maxlist, short.maxstring, short.maxlevel, short.maxother, short.maxlong, short.fillvalue = 2, 10, 2, 12, 8, "…"
for value in values:
    print(short.repr(value))


class Broken:
    def __repr__(self):
        raise ValueError


class Long:
    def __repr__(self):
        return "Long" * 20


print(reprlib.repr(Broken()).split(" at ")[0], reprlib.repr(Long()), reprlib.repr([Long()]))


class Own(reprlib.Repr):
    def repr_Long(self, x, level):
        return f"long at {level}"

    def repr_str(self, x, level):
        return x.upper()


print(Own().repr([Long(), ["a", {"b": Long()}]]), Own().repr1("x", 1))


class Tree:
    def __init__(self):
        self.below = [self, 1]

    @reprlib.recursive_repr("<again>")
    def __repr__(self) -> str:
        """Shows itself."""
        return f"Tree({self.below})"


print(Tree(), Tree.__repr__.__name__, Tree.__repr__.__doc__, Tree.__repr__.__qualname__, Tree.__repr__.__annotations__)
print(reprlib.__all__, reprlib.aRepr.maxdict)
