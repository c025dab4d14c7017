"""Classes made at run time, namespaces that contain themselves, interpolations of many steps."""
import configparser
import types


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **keywords):
        return {"prepared": (name, len(bases), sorted(keywords))}

    def __new__(mcls, name, bases, space, **keywords):
        return super().__new__(mcls, name, bases, space)

    def __init__(cls, name, bases, space, **keywords):
        super().__init__(name, bases, space)


class Entry:
    def __init__(self, *kinds):
        self.kinds = kinds

    def __mro_entries__(self, bases):
        return self.kinds


class A:
    pass


class B(metaclass=Meta):
    pass


made = types.new_class("C", (A, B), {"extra": 1}, lambda space: space.update(x=1))
print(made, type(made), made.prepared, made.x, made.__bases__)
made = types.new_class("D", (Entry(A), Entry()), None, None)
print(made.__bases__, [type(base).__name__ for base in made.__orig_bases__])
print(types.resolve_bases((A, Entry(B))), types.resolve_bases((A,)) == (A,))
print(types.prepare_class("E", (B,), {"metaclass": type, "k": 1}))
for function, arguments in ((types.new_class, ("F", (Entry(5),))), (types.resolve_bases, ((type("G", (), {
        "__mro_entries__": lambda self, bases: [A]})(),),))):
    try:
        print(function(*arguments))
    except TypeError as error:
        print(error)


class Other(type):
    pass


try:
    types.new_class("H", (B, Other("I", (), {})))
except TypeError as error:
    print(error)
space = types.SimpleNamespace(a=1)
space.me = [space]
print(space, space == types.SimpleNamespace(a=1), types.SimpleNamespace())
text = "[s]\n" + "".join([f"k{n} = %(k{n + 1})s x\n" for n in range(12)]) + "k12 = end\n"
parser = configparser.ConfigParser()
parser.read_string(text)
for name in ("k2", "k3", "k11", "k12"):
    try:
        print(parser.get("s", name))
    except configparser.InterpolationDepthError as error:
        print(error, error.__suppress_context__)
for ask in (lambda: parser.get("s", "no"), lambda: parser.get("no", "k"), lambda: parser.items("no")):
    try:
        ask()
    except configparser.Error as error:
        print(type(error).__name__, error, error.__suppress_context__)
