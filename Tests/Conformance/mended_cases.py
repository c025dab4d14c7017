"""Cases that were once wrong: numbers at their edges, deques, caches, descriptors, dir and regular expressions."""
import collections
import functools
import math
import random
import re


def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
t(lambda: math.ulp(math.inf)); t(lambda: math.ulp(-math.inf)); t(lambda: math.ulp(math.nan))
t(lambda: float.fromhex('0x1p1024')); t(lambda: float.fromhex('-0x1.fffffffffffff8p1023')); t(lambda: float.fromhex('+ 0x1.0p0'))
t(lambda: math.fsum([math.inf, -math.inf])); t(lambda: math.fsum([math.inf, 1])); t(lambda: math.fsum([1e308,1e308,-1e308]))
t(lambda: float('  \u0663.\u0661\u0664  ')); t(lambda: int('\u0663\u0661')); t(lambda: float('infinit')); t(lambda: float('nan1'))
t(lambda: {1} in {frozenset({1})}); t(lambda: collections.deque([1,2],3)*3)
d=collections.deque([1,2]); d*=2; print(d); t(lambda: 2*collections.deque('a'))
@functools.lru_cache(maxsize=7, typed=True)
def f(x): return x
t(lambda: f.cache_parameters())
b=bytearray(b'ab'); c=b; b*=3; print(c, b is c); t(lambda: bytearray.__imul__(bytearray(b'x'),2))
t(lambda: random.randint('a', 3)); t(lambda: random.randrange('a')); t(lambda: random.randrange(3,1)); t(lambda: random.randint(3,1))
t(lambda: round(1.5e308, -308)); t(lambda: round(1.5, 10**30)); t(lambda: round(1.5, -10**30)); t(lambda: math.copysign(1,float('-nan')))
t(lambda: {1} in {frozenset({1}): 2}); t(lambda: set([frozenset({1})]).remove({1})); t(lambda: set([frozenset({1})]).discard({2}))
t(lambda: float(memoryview(b'1.5'))); t(lambda: int(memoryview(b'12'))); t(lambda: float(b' 12 '))


class Shown(int):
    def __repr__(self):
        return "own " + super().__repr__()

    __str__ = int.__repr__


class Plain:
    def __repr__(self):
        return "Plain " + super().__repr__()[:16]

    def __dir__(self):
        return [*super().__dir__(), "more"]


print(repr(Shown(3)), str(Shown(3)), Plain(), [name for name in dir(Plain()) if name[0] != "_"])


class Derived(property):
    pass


class Owner:
    @Derived
    def part(self):
        return 1

    whole = property()


print(Owner().part, isinstance(Owner.part, Derived))
t(lambda: setattr(Owner(), "part", 2))
t(lambda: Owner().whole)


class Endless:
    pass


Endless.__call__ = Endless()
t(lambda: Endless()())


class Clearing:
    def __eq__(self, other):
        queue.clear()
        return True


queue = collections.deque(range(40))
for act in (queue.count,):
    queue.extend(range(40))
    t(lambda: act(Clearing()))
queue.append(queue)
print(queue)

for pattern in ("*a", "a**", "^*", "(?P<n>a)(?P<n>b)", "(?P=x)", "a{2,1}", "(?<=a+)b", "[b-a]", "[\\w-b]", "(", ")", "(?z)",
                "(?i-i:a)", "a(?i)b", "\\q", "(?(2)a)", "(\\1)", "[a", "(?P<1>a)", "\\x1", "(?#", "(?P<a", "\\400"):
    t(lambda: re.compile(pattern))
print(re.I, repr(re.I | re.M), re.compile("a", re.I | re.X), re.compile("a") == re.compile("a"))
print(re.findall("(?a:\\w)+|(?u:\\w)", "aé\u0663"), re.findall(r"\s", "\x1c a\x1f"), re.search(r"\B", ""))
print(re.sub("x", r"\111", "x"), re.findall(b"a.", memoryview(b"abac")), re.fullmatch(" (?x) a +", "aa", re.X))

# A backslash before a brace of an f-string is no escape.
six = 6
print(f'\{six * 7}', f'a\{six}\}}', f'\{{', rf'\{six}', f'\N{DIGIT ONE}{six}', f'\\{six}')
