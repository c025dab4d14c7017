# runs: 0 | 1 | 2 | 3 | 4 | 5
import sys
class T:
    def __getattr__(self, name): raise AttributeError(f"no {name}")
def each():
    x = [1, 2]; d = {"k": {"n": None}}
    yield lambda: x[0] + d["k"]["n"]
    yield lambda: x[1][2]["q"]
    yield lambda: d["k"]["n"].foo.bar
    yield lambda: (x[0]   +   "a") * 2
    yield lambda: x[0] // 0 + 1
    yield lambda: -d
    yield lambda: not T().thing
    yield lambda: x.index(5) + x.count(1)
    yield lambda: f"{x[5]} text"
    yield lambda: [a for a in x if a.bad]
    yield lambda: {**x}
    yield lambda: print(*1)
    yield lambda: d["k"]["n"](1, 2)
    yield lambda: 1 in 2
    yield lambda: x < d
    yield lambda: x[d]
    yield lambda: (yield_ := undefined_name)
    yield lambda: max(x, key=1)
    yield lambda: sorted([1, "a"])
    yield lambda: T().thing
    yield lambda: x @ x
    yield lambda: "äö" + x[0]
    yield lambda: ("long text " * 3).join(x) or x
def report(f):
    try: f()
    except Exception as e:
        raise RuntimeError("wrapped") from e
for f in each():
    try: report(f)
    except RuntimeError as e:
        pass
    last = f
hook = list(each())
hook[int(sys.argv[1])]()
