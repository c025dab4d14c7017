# Who asks an object for its length before it takes the items, and what a wrong answer does.
import collections
import operator


def show(label, make, *args):
    try:
        print(label, repr(make(*args)))
    except Exception as error:
        print(label, type(error).__name__, error)


class Sized:
    def __init__(self, size):
        self.size = size

    def __iter__(self):
        print("iter", end=" ")
        return iter([1, 2])

    def __len__(self):
        print("len", end=" ")
        return self.size


class Hinted:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter([1, 2])

    def __length_hint__(self):
        print("hint", end=" ")
        if isinstance(self.hint, type):
            raise self.hint("no")
        return self.hint


class HintedIterator(Hinted):
    taken = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.taken += 1
        if self.taken > 2:
            raise StopIteration
        return self.taken


def given(*args):
    return args


def replaced(value):
    result = [1, 2, 3]
    result[0:1] = value
    return result


def extended(value):
    result = [1]
    result += value
    return result


USES = {
    "list": list, "tuple": tuple, "sorted": sorted, "display": lambda x: [*x], "tuple display": lambda x: (*x,),
    "call": lambda x: given(*x), "second": lambda x: given(0, *x, *[9]), "extend": lambda x: [1].extend(x),
    "extended": extended, "slice": replaced, "join": lambda x: ",".join(x), "set": set, "bytes": bytes, "sum": sum,
    "bool": bool, "deque": collections.deque, "hint": operator.length_hint, "in": lambda x: 2 in x,
    "subclass": type("Items", (list,), {}), "length": lambda x: len(x), "and": lambda x: bool(x and 1),
    "condition": lambda x: 1 if x else 2, "not": lambda x: not x, "any": any, "map": lambda x: list(map(str, x)),
}
for label, use in USES.items():
    for size in (2, 0, -1, "a", 10 ** 30, -10 ** 30, True, None):
        show(f"{label} of a length {size!r}:", lambda: use(Sized(size)))
    for hint in (2, -1, "x", TypeError, ValueError, NotImplemented, None, 10 ** 30):
        if hint == 10 ** 30 and label in ("bytes", "slice", "join"):
            continue
        for kind in (Hinted, HintedIterator):
            show(f"{label} of a {kind.__name__} {hint!r}:", lambda: use(kind(hint)))


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


for size in (Index(3), Index(-1), Index("a"), 1.5):
    show("bool", lambda: bool(Sized(size)))
    show("len", lambda: len(Sized(size)))


class Keys:
    def __init__(self, keys):
        self.given = keys

    def keys(self):
        return self.given

    def __getitem__(self, key):
        print("get", key, end=" ")
        return key * 2


class Walked(dict):
    def __iter__(self):
        return iter(["x"])

    def keys(self):
        return ["y"]

    def __getitem__(self, key):
        return key + "!"


def named(**names):
    return names


def updated(source):
    result = {"z": 0}
    result |= source
    return result


for keys in (3, None, [], ["a", "b"], ("a",), {"a": 1}, iter("ab"), "ab", [1]):
    for label, use in {"call": lambda x: named(**x), "display": lambda x: {**x}, "dict": dict,
                       "update": lambda x: {}.update(x), "in place": updated}.items():
        keys = iter("ab") if type(keys).__name__.endswith("iterator") else keys
        show(f"{label} {type(keys).__name__}:", lambda: use(Keys(keys)))
for use in (lambda x: named(**x), lambda x: {**x}, dict, updated):
    show("walked", lambda: use(Walked(a=1)))


def match(subject, key):
    class Names:
        first, second = "a", key
    match subject:
        case {"a": int(), Names.second: str() as found}:
            return found
    return None


for key in ("a", "b"):
    for subject in ({}, {"a": 1, "b": "x"}, {"a": "1", "b": "x"}, [1]):
        show("match", lambda: match(subject, key))
