class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x = x; self.y = y
    def __repr__(self): return f"Point({self.x}, {self.y})"
class Sub(Point): pass
class Color:
    RED = 1
    class Deep: BLUE = "blue"
def f(v):
    match v:
        case 0: return "zero"
        case -1: return "minus one"
        case 1.5: return "one and a half"
        case "a" | "b": return "a or b"
        case b"x": return "bytes"
        case None: return "none"
        case True: return "true"
        case Color.Deep.BLUE: return "deep blue"
        case []: return "empty"
        case [x]: return f"one {x}"
        case [1, 2, *rest]: return f"12 {rest}"
        case [*init, "end"]: return f"{init} end"
        case (a, [b, c], *_): return f"nested {a} {b} {c}"
        case {"kind": "p", "n": int(n)}: return f"kind p {n}"
        case {"kind": k, **rest}: return f"kind {k} {rest}"
        case {}: return "mapping"
        case Point(0, 0): return "origin"
        case Point(x=0, y=yy): return f"y axis {yy}"
        case Point(xx, yy) if xx == yy: return f"diagonal {xx}"
        case Point() as p: return f"point {p}"
        case str(s): return f"str {s}"
        case int(i) | float(i): return f"number {i}"
        case set() | frozenset(): return "set"
        case _: return "other"

for v in [0, 0.0, False, True, -1, 1.5, "a", "b", "c", b"x", b"y", None, "blue", [], (), [1], [1, 2], [1, 2, 3, 4], ["q", "w", "end"], [1, [2, 3], 4, 5], (1, (2, 3)),
          {"kind": "p", "n": 3}, {"kind": "p", "n": "3"}, {"kind": "z", "a": 1}, {}, {"x": 1}, Point(0, 0), Point(0, 5), Point(3, 3), Point(1, 2), Sub(0, 0), 7, 7.25,
          {1}, frozenset(), object, range(1), range(3), bytearray(b"x"), 10**30]:
    print(repr(v) if not isinstance(v, (set,)) else "set", "->", f(v))
def g(v):
    match v:
        case (int() | str()) as first, *others: return first, others
        case {"a": [x, y, *_]} | {"b": (y, x)}: return x, y
        case [[[deep]]]: return deep
    return "no match"
for v in [(1, 2, 3), ("s",), {"a": [1, 2, 3]}, {"b": (1, 2)}, [[[5]]], 3]:
    print(g(v))
# captured names stay, unmatched ones don't get bound
match [1, 2]:
    case [first, 3]: print("no")
    case [first, second]: print(first, second)
match = 3
case = 4
print(match, case)
match (1, 2):
    case x, y: print(x + y)
try:
    match {"a": 1}:
        case {"a": 1, **r} if r: pass
        case {**r}: print("r", r)
except NameError as e: print(e)
class Bad: __match_args__ = ["x"]
class Bad2: __match_args__ = (1,)
class Two: __match_args__ = ("x", "x"); x = 1
def h(v):
    try:
        match v:
            case Bad(1): pass
            case Bad2(1): pass
            case Two(1, 1): pass
            case Point(1, 2, 3): pass
            case int(1, 2): pass
            case object(1): pass
            case _: return "fallback"
    except TypeError as e: return f"TypeError {e}"
for v in [Bad(), Bad2(), Two(), Point(1, 2), 5, "x"]: print(h(v))
Foo = 3
try:
    match 1:
        case Foo(): pass
except TypeError as e: print(e)
try:
    k = "a"
    class K: a = "a"; b = "a"
    match {"a": 1}:
        case {K.a: 1, K.b: 1}: pass
except ValueError as e: print(e)
class Eq:
    def __eq__(self, o): print("eq", o); return o == 2
match Eq():
    case 1: print("one")
    case 2: print("two")
for command in ["go north", "get the lamp", "quit", "drop a b c"]:
    match command.split():
        case ["quit"]: print("bye")
        case ["go", ("north" | "south") as d]: print("going", d)
        case ["get", *obj]: print("get", obj)
        case ["drop", *objs] if len(objs) > 2: print("drop many", objs)
