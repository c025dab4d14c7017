x: int = 3
y: "str"
z: list[int] = []
print(__annotations__)
class A:
    a: int
    b: str = "x"
    c: "list[A]" = None
    def m(self, p: int, q: str = "s", *args: float, k: bool = True, **kw: dict) -> "A": pass
print(A.__annotations__)
print(A.m.__annotations__)
class B(A):
    d: float
print(B.__annotations__, A.__annotations__)
class C(A): pass
print(C.__annotations__ == A.__annotations__, "__annotations__" in C.__dict__)
def f(a, b: int, c: int | None = None) -> None: pass
print(f.__annotations__)
f.__annotations__["new"] = 1
print(f.__annotations__)
def g(): pass
print(g.__annotations__)
print((lambda: 0).__annotations__)
def h():
    local: int = 1
    other: undefined_name
    return local
print(h())
class D:
    (par): int = 1
    A.attr: int = 2
print(D.__annotations__, A.attr)
def outer():
    T = int
    def inner(a: T) -> T: return a
    class K: f: T
    return inner.__annotations__, K.__annotations__
print(outer())
def order(a: print("ann a"), b=print("default b")) -> print("ret"): pass
print(order.__annotations__)
try:
    class E: q: undefined_thing
except NameError as e: print(e)
v: int | str = 1
print(__annotations__["v"])
lst = [1, 2]
lst[0]: int = 5
print(lst)
