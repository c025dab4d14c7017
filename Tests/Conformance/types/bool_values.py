"""Truth, and bool as a number."""
from facts import calls


class Length:
    def __init__(self, length):
        self.length = length

    def __len__(self):
        return self.length

    def __repr__(self):
        return "Length(%r)" % (self.length,)


class Truth(Length):
    def __bool__(self):
        return self.length


calls(bool, (), 0, 1, -1, 0.0, float("nan"), "", "0", [], [0], ((),), ((0,),), {}, {1: 2}, set(), {0}, None, ...,
    print, b"", b"0",
      range(0), range(1), Length(0), Length(2), Length(-1), Length("a"), Truth(True), Truth(0), Truth(None))
print(True + True, True * 3, -True, ~False, True & 1, True | 2, True ^ True, False < True, True == 1.0, str(True),
    [10, 20][True])
print(True and "x", 0 or "y", not "", not 1, None and 1 / 0, 1 or 1 / 0, isinstance(True, int), bool.__mro__,
    int(True), float(False))
