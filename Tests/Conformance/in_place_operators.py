# `+=` and `*=` of sequences and their subclasses: whose methods come first, and whether the target itself changes.


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


class R:
    def __radd__(s, o):
        return 'radd'

    def __rmul__(s, o):
        return 'rmul'

    def __ror__(s, o):
        return 'ror'


class RI(R):
    def __iter__(s):
        return iter([7])

    def __index__(s):
        return 2


class RN(RI):
    def __radd__(s, o):
        return NotImplemented

    def __rmul__(s, o):
        return NotImplemented


class L(list):
    def __mul__(s, o):
        return 'mul'

    def __add__(s, o):
        return 'add'


class LN(list):
    def __mul__(s, o):
        return NotImplemented

    def __add__(s, o):
        return NotImplemented


class LR(list):
    def __rmul__(s, o):
        return 'LR'

    def __radd__(s, o):
        return 'LR'


class BA(bytearray):
    def __add__(s, o):
        return 'baadd'


class P(list):
    pass


def iadd(x, y):
    z = x
    x += y
    return (x, x is z, z)


def imul(x, y):
    z = x
    x *= y
    return (x, x is z, z)


for mk in (lambda: [1], lambda: L([1]), lambda: LN([1]), lambda: LR([1]), lambda: P([1]), lambda: bytearray(b'a'), lambda: BA(b'a'), lambda: (1,), lambda: 'a', lambda: {1}, lambda: {1: 2}):
    for o in (R(), RI(), RN(), 2, [5], (5,), L([5]), 'b', b'b', None, LR([4])):
        show(lambda: iadd(mk(), o))
        show(lambda: imul(mk(), o))


# In place, what is a container itself doesn't have the right operand repeated.
for left in (range(2), {}, set(), frozenset(), {}.keys(), 2, None, 1.5, print):
    for right in ([1], (1,), 'a', b'a', P([1])):
        show(lambda: imul(left, right)[0])
        show(lambda: left * right)
