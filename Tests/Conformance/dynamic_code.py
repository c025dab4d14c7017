"""exec, eval and compile: which names the code sees, and what becomes of those it binds."""
x = 10


def show(label, value):
    print(label, value)


show("eval", eval("x + 1"))
show("bytes", eval(b" 2 * x"))
exec("y = 5\nz = y * 2")
show("bound here", (y, z))


def inside(q):
    exec("q2 = q + 1")
    return eval("q * 2"), eval("q + w", None, {"w": 5, "q": 1})


show("in a function", inside(4))
space = {}
exec("def h():\n  global k\n  k = 3\n  return k\nclass C:\n  v = 1\nh()", space)
show("globals", sorted(name for name in space if name != "__builtins__"))
show("function", (space["k"], space["h"](), space["C"].v, space["h"].__globals__ is space))
space["k"] = 9
show("changed", eval("k", space))
local = {}
exec("t = 1\ndef f(): return 7\nfor i in range(3): pass\nu = [n for n in range(2)]", {}, local)
show("locals", {name: value for name, value in local.items() if name != "f"})
code = compile("a = 1\nb = a + 1", "f.py", "exec")
for _ in range(2):
    names = {}
    exec(code, names)
    show("code", (names["a"], names["b"], code.co_name, code.co_filename))
show("eval code", eval(compile("10 + 3", "f", "eval")))
exec(compile("1 + 1\nNone\n'text'\n", "f", "exec"))
exec(compile("for i in range(2): i\n", "f", "single"))
exec(compile("if 1: 'shown'\n", "f", "single"))


class Names(dict):
    def __getitem__(self, name):
        if name == "print":
            raise KeyError(name)
        return "<" + name + ">"


show("mapping", eval("a + b", {}, Names()))
for text in ["x +", "1 if", "def f(:", "if 1:\nx=1", "x\n y", "(", "'", "a b", "return 1"]:
    for run in (eval, exec):
        try:
            run(text, {})
        except SyntaxError as error:
            show(text, type(error).__name__ if run is exec else "no expression")
for action in [lambda: eval("nothing", {}), lambda: eval(3), lambda: exec("", []), lambda: eval("1", []),
               lambda: compile("1", "f", "other"), lambda: eval("1\0"), lambda: exec("raise ValueError(3)"),
               lambda: exec("x", {}, 5), lambda: compile("1", "f"), lambda: eval("")]:
    try:
        show("result", action())
    except Exception as error:
        show(type(error).__name__, error if not isinstance(error, SyntaxError) else "")
show("nested", eval("eval('x') + eval('y', {'y': 1})"))
show("lambda", eval("(lambda a: a + x)(1)"))
show("comprehension", eval("[i * x for i in range(3) if i]"))
exec("import math\nfrom math import pi as circle\ndel z")
show("imported", (math.floor(2.5), round(circle, 3), "z" in globals()))


class Body:
    value = 1
    exec("other = value + 1")
    third = eval("other + 1")


show("class body", (Body.other, Body.third))
print([eval("x") for x in range(3)])
