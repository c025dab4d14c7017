# Functions with many variables, and calls with many arguments, whose values outlive collections.
def garbage():
    for number in range(200_000):
        text = [str(number), {"number": number}]
    return text[0]


def many_variables(first):
    a0 = a1 = a2 = a3 = a4 = a5 = a6 = a7 = a8 = a9 = b0 = b1 = b2 = b3 = b4 = b5 = b6 = b7 = b8 = b9 = None
    c0 = c1 = c2 = c3 = c4 = c5 = c6 = c7 = c8 = c9 = d0 = d1 = d2 = d3 = d4 = d5 = d6 = d7 = d8 = d9 = ()
    made = "made of " + first
    numbers = [str(number) + "!" for number in range(3)]
    table = {"key" + first: first * 2}
    last = garbage()
    return first, made, numbers, table, last, a0, d9


print(many_variables("one" + str(1)))
print(many_variables(first="two" + str(2)))


def many_arguments(a, b, c, d, e, f, g, h, i, j, *rest, k=None, l=None, **named):
    last = garbage()
    return a, b, c, d, e, f, g, h, i, j, rest, k, l, named, last


print(many_arguments(*["argument " + str(number) for number in range(14)], k="k" + str(1), l=["l" + str(2)],
                     more={"more" + str(3): garbage()}, other="o" + str(4)))
print(many_arguments("a" + str(1), "b" + str(1), "c" + str(1), "d" + str(1), "e" + str(1), "f" + str(1), "g" + str(1),
                     "h" + str(1), "i" + str(1), "j" + garbage(), "k" + str(1), "l" + garbage()))


class Many:
    def __init__(self, a, b, c, d, e, f, g, h, i, j):
        self.all = [a, b, c, d, e, f, g, h, i, j]
        self.last = garbage()

    def method(self, *args, **kwargs):
        return args, sorted(kwargs.items()), garbage()

    def __call__(self, a, b, c, d, e, f, g, h, i, j=("default",)):
        return a, b, c, d, e, f, g, h, i, j, garbage()


texts = ["text " + str(number) for number in range(10)]
many = Many(*[text.upper() for text in texts])
print(many.all, many.last)
print(many.method(*[text.title() for text in texts], **{"name" + str(number): [number] for number in range(10)}))
print(many(*[text + "?" for text in texts[:9]]))


def generator(start):
    e0 = e1 = e2 = e3 = e4 = e5 = e6 = e7 = e8 = e9 = f0 = f1 = f2 = f3 = f4 = f5 = f6 = f7 = f8 = f9 = None
    g0 = g1 = g2 = g3 = g4 = g5 = g6 = g7 = g8 = g9 = h0 = h1 = h2 = h3 = h4 = h5 = h6 = h7 = h8 = h9 = []
    mine = "mine " + start
    for number in range(3):
        item = [mine, str(number) + "#"]
        yield item, garbage()
    yield mine, e0, h9


for item in generator("start" + str(0)):
    print(item)


class Base:
    def __init_subclass__(cls, **kwargs):
        cls.kept = {name: str(value) + garbage() for name, value in kwargs.items()}


def name_of(text):
    garbage()
    return text + "_made"


class Derived(Base, one="1" + str(1), two=["2" + str(2)]):
    label = name_of("label")
    other = [name_of("other"), garbage()]


print(Derived.__name__, Derived.__qualname__, Derived.label, Derived.other, Derived.kept, Derived.__module__)
