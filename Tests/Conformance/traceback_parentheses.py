"""The carets of operations whose operands stand in parentheses."""
import traceback


class Where:
    at = 1


here, none, items = Where(), None, [1]


def first():
    return 1 // (here.at - 1)


def second():
    return (1) // (here.at - 1) if here.at else here


def third():
    return (here.at - 1) ** (-1)


def fourth():
    return ((1)) + (none)


def fifth():
    return (here.at)+(none)


def sixth():
    return (items)[(5)]


def seventh():
    return items [ 5 ]


def eighth():
    return (items) [(here.at + 3) ]


def ninth():
    return -(none)


def tenth():
    return (1) < (none)


def eleventh():
    return (1 < 2) + (none)


def twelfth():
    return [1 // (here.at - 1) for _ in [1]]


def thirteenth():
    return (1 + (2)) // (here.at - 1) * 2 + 3


def fourteenth():
    return (none).attribute


def fifteenth():
    return (none)(1)


def sixteenth():
    return (yes := (1 // 0))


for function in (first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth, thirteenth,
                 fourteenth, fifteenth, sixteenth):
    try:
        function()
    except Exception:
        print(traceback.format_exc())
