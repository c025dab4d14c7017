import collections
import dataclasses
import decimal
import enum
import math
import re


def t(act):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)


t(lambda: math.lcm(0, 1.5))
t(lambda: math.lcm(0, 4))
t(lambda: math.lcm())
t(lambda: math.lcm(3, 0, -4))


def changing(view, change):
    ordered = collections.OrderedDict.fromkeys("abcd")
    iterator = iter(view(ordered))
    next(iterator)
    change(ordered)
    return list(iterator)


t(lambda: changing(iter, lambda d: d.pop("b")))
t(lambda: changing(lambda d: d.items(), lambda d: d.update(z=1)))
t(lambda: changing(lambda d: d.values(), lambda d: d.pop("d")))
t(lambda: decimal.setcontext(5))
t(lambda: decimal.localcontext(5))
t(lambda: decimal.Decimal(1).to_integral_value(rounding="x"))
t(lambda: decimal.Decimal(1).scaleb(10**10))
t(lambda: decimal.Decimal(1).scaleb(decimal.Decimal("1.5")))
t(lambda: decimal.Decimal("1.5").scaleb(3))
print(collections.namedtuple("One", "x").__doc__, collections.namedtuple("Two", "x y").__doc__)
print(collections.namedtuple("One", "x").__new__.__doc__)
print(re.sub("0x[0-9a-f]+", "0x", repr(dataclasses.field())), re.sub("0x[0-9a-f]+", "0x", repr(dataclasses.KW_ONLY)))


class Shown(str, enum.Enum):
    item = "x"

    def __repr__(self):
        return "item.test"
    __str__ = object.__str__


class Third(enum.StrEnum):
    third = "3"
    __str__ = object.__str__


print(str(Shown.item), repr(Shown.item), format(Shown.item), "%s" % Shown.item, str(Third.third))
