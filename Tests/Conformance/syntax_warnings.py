# What the compiler warns of goes to standard error, which is compared as well.
import sys
import warnings
x = 5
def never():
    return x is 3, x is not "a", x is None, x is True, x is ..., 3 is x
print(x is 5 is x, x is -1, x is (1, 2), x is (), x is [1], x is (x, 1))
print(x is 1 + 1, x is not 1, x is (not 1), x is "a" "b", x is f"a{x}", x is b"c")
assert (x, "always")
assert (1, "two")
assert ()  or 1
if 0:
    x is 7
while False:
    x is 8
try:
    pass
finally:
    x is 9
for f in [lambda: 1(), lambda: "a"(), lambda: None(), lambda: ...(), lambda: True(), lambda: 1.5(2), lambda: (1, 2)(3), lambda: [1](2), lambda: [y for y in "a"](1),
          lambda: {}(1), lambda: {1: 2 for y in ""}(2), lambda: {1}(2), lambda: {y for y in ""}(1), lambda: (y for y in "")(1), lambda: f"{x}"(2), lambda: b"a"(2), lambda: (lambda: 1)(2), lambda: x(2)(3), lambda: -1(2), lambda: (-1)(2)]:
    try:
        print(f())
    except TypeError as e:
        print(e)
for f in [lambda: 1[0], lambda: None[0], lambda: ...[0], lambda: True[0], lambda: 1.5[0], lambda: {1}[0], lambda: {y for y in ""}[0], lambda: (y for y in "")[0], lambda: (lambda: 1)[0],
          lambda: "a"["b"], lambda: "a"[1.5], lambda: "a"[0], lambda: "a"[True], lambda: "a"[None], lambda: b"a"["c"], lambda: (1, 2)["a"], lambda: (1, x)[1, 2], lambda: [1]["a"], lambda: [1][1:2],
          lambda: [y for y in "a"][x], lambda: [1][x, 2], lambda: f"{x}"["a"], lambda: [1][f"{x}"], lambda: [1][[1]], lambda: [1][{1}], lambda: [1][{}], lambda: [1][lambda: 1], lambda: [1][(y for y in "")], lambda: [1]["a" "b"], lambda: {}["a"], lambda: (1)["a"], lambda: [[1], [2] [1, 2]]]:
    try:
        print(f())
    except (TypeError, KeyError) as e:
        print(e)
class C:
    y: x is 1 = 3
    def m(self, a=x is 2, *, b: x is 3 = 4) -> x is 4:
        x is 1; return x is 2
@(lambda f: f if x is 11 else f)
def g(): pass
print(x is
      5, [1 for i in () if i is 1], {1: x is 3}, f"{x is 4}", x if x is 5 else 6)
match x:
    case 5 if x is 3:
        pass

exec("print(x is 1)")
print(eval("x is 1"))
code = compile("x is 2\nif x:\n  assert (1, 2)\n", "name.py", "exec")
exec(code)
exec(code)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    compile("1()", "<s>", "eval")
print([(str(w.message), w.category.__name__, w.filename, w.lineno, w.line) for w in log])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        exec("y = 3\ny is 3\n")
    except SyntaxError as error:
        print(type(error).__name__, error, error.lineno, error.offset, error.end_offset)
for text in ["def f():\n  pass\n bad\n", "if 1:\n\tx\n        y\n", "if 1:\nx", " x", "x\n  y"]:
    try:
        exec(text)
    except SyntaxError as error:
        print(type(error), error.args)
