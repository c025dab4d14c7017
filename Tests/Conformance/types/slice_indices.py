"""slice objects."""
from facts import each

values = [slice(5), slice(1, 5), slice(None), slice(None, None, -1), slice(-3, None), slice(10, 0, -2), slice(0, 5,
    0), slice("a")]
each("indices", values, 0, 3, 10, -1, "a")
for value in values:
    print(repr(value), value.start, value.stop, value.step, value == slice(1, 5))
    for sequence in (list(range(8)), "abcdefgh", b"abcdefgh", (1, 2), range(6)):
        try:
            print(sequence[value])
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
