"""cached_property, partial and their kin: attributes, errors, texts."""
import functools


def t(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)




class Plain:
    @functools.cached_property
    def cost(self):
        """The cost of the item."""
        print("computing")
        return 5

    def _hidden(self):
        return self.cost + 1

    shown = functools.cached_property(_hidden)


plain = Plain()
print(plain.cost, plain.cost, plain.shown, plain.__dict__, Plain.cost.__doc__, Plain.cost.attrname, Plain.shown.attrname)
plain.cost = 9
print(plain.cost)
del plain.cost
print(plain.cost)


class Slotted:
    __slots__ = ()

    @functools.cached_property
    def cost(self):
        return 1


t(lambda: Slotted().cost)
unbound = functools.cached_property(lambda self: 1)
t(lambda: unbound.__get__(plain))
print(isinstance(Plain.__dict__["cost"], functools.cached_property))


class Child(Plain):
    @functools.cached_property
    def cost(self):
        return super().cost + 1


print(Child().cost)
part = functools.partial(int, "11", base=2)
print(part, part(), part.func, part.args, part.keywords)
part.extra = 5
print(part.extra, part.__dict__)
for name in ("func", "args", "keywords"):
    t(setattr, part, name, 1)
t(functools.partial)
t(functools.partial, 5)
print(functools.partial(functools.partial(max, 1), 2)(3))


class Methods:
    def both(self, a, b=2):
        return a, b

    first = functools.partialmethod(both, 5)
    second = functools.partialmethod(both, 5, b=7)


print(Methods().first(), Methods().second())
print(repr(Methods.__dict__["second"]).split(" at 0x")[0], repr(Methods.__dict__["first"])[-7:])
key = functools.cmp_to_key(lambda a, b: a - b)
t(lambda: key(1) < 5)
t(lambda: hash(key(1)))
print(sorted([3, 1, 2], key=key))
