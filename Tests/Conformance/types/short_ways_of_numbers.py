"""Ints that a machine word holds and those beyond, and what else has a short way of its own."""
import collections, copy
d = collections.defaultdict(int)
d["a"] += 1
print(d, d.default_factory)
d.default_factory = list
print(d["b"], d)
try: d.x = 1
except AttributeError as e: print(e)
q = collections.deque([1])
try: q.x = 1
except AttributeError as e: print(e)
class D(collections.defaultdict): pass
e = D(list); e.x = 3; print(e, e.x, vars(e), e["q"], e.default_factory)
class Q(collections.deque): pass
q = Q([1]); q.y = 2; print(q, vars(q))
print(copy.copy(d), copy.deepcopy(d), d.copy())
print([1.0 < 2, 1 < 1.0, 2**53+1 > 2.0**53, 0 == 0.0, 3 != 3.5, -1 >= -1.0])
for x in (2**47, 2**48, 2**48-1, -2**48, -2**48-1, 2**62, 2**63-1, 2**63, -2**63, -2**63-1, 2**64, 10**30):
    print(x, -x, abs(x), ~x, x+1, x-1, x*2, x//7, x%7, -x//7, -x%7, x>>3, x&0xFF, x^5, x|1, hash(x), hash(-x), float(x), bool(x), round(x), int(x), hex(x), bin(x)[:12], oct(-x), divmod(x, -10), x == x+0, x < x+1, x.bit_length(), x.bit_count(), str(x), "%d|%x" % (x, x), f"{x:,}", x**2, pow(x, 3, 1000), int(str(x)), x.to_bytes(17, "little", signed=True), int.from_bytes((x).to_bytes(17, "big", signed=True), "big", signed=True))
for b in range(-3, 4):
    for e in (0, 1, 2, 3, 5, 20, 40, 41, 63, 64): print(b**e, end=" ")
print()
print([int(x) for x in (3.7, -3.7, 1e15, 1e18, 1e19, -1e19, 0.0, -0.0, 2.0**62, 2.0**63)], [round(x) for x in (0.5, 1.5, 2.5, -0.5, 1e18, 1e19)])
print(int.from_bytes(b"", "big"), int.from_bytes(b"\x00\x01", "little"), int.from_bytes(bytes(range(20)), "big"), (0).to_bytes(0, "big"), (255).to_bytes(3, "little"))
for bad in (lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: (-129).to_bytes(1, "big", signed=True), lambda: (128).to_bytes(1, "big", signed=True)):
    try: print(bad())
    except OverflowError as e: print(e)
print("%s %d %s" % ("a", 3, 4.5), "%s" % "x", "%d%%" % 5, "%(k)s %(n)d" % {"k": "v", "n": 3}, "%s" % {"a": 1}, "%s %s" % (True, None), "%5s|%-5d|%05d" % ("a", 3, 4), "%c%r" % ("x", "y"))
for f, a in (("%s %s", ("a",)), ("%s", ("a", "b")), ("%d", "x"), ("%s", ()), ("%z", 1), ("%", 1), ("%s%", "a"), ("%ls", "a"), ("%d", 2**70), ("%d", True), ("%s", True)):
    try: print(f % a)
    except Exception as e: print(type(e).__name__, e)
print(sum([1, 2.5]), sum([[1], [2]], []), sum(x for x in (1, 2)), any([]), all([]), any([0, 2]), all((1, 0)), any(range(3)), sum(range(10)), sum({1: 2, 3: 4}))
print("a-b-c".replace("-", "é"), "é-x".replace("-", "+"), "aaa".replace("a", "b", 2), "x".replace("", "-"), "abc".replace("z", "y"))
import random
r = random.Random(5)
print([r.randrange(10) for _ in range(5)], [r.randrange(3, 30, 4) for _ in range(5)], [r.randrange(10, 0, -3) for _ in range(5)], r.randrange(2**70), r.randrange(5, None) if False else 0, r.randrange(0, 5))
for a in ((0,), (5, 5), (1, 5, 0), (5, 1), (1, 5, -1), (-3,)):
    try: print(r.randrange(*a))
    except ValueError as e: print(e)
import uuid
u = uuid.UUID("12345678-1234-5678-1234-567812345678"); print(u, u.hex, u.int, u.bytes, uuid.UUID(int=0), uuid.UUID(int=2**128-1), uuid.UUID(int=5))
u = uuid.uuid4(); print(u.version, u.variant, len(str(u)), u == uuid.UUID(str(u)), repr(u)[:5])
import datetime
print(datetime.datetime.fromtimestamp(1700000000.5), datetime.datetime.utcfromtimestamp(0), datetime.datetime.fromtimestamp(1e9, datetime.timezone.utc))
class DT(datetime.datetime): pass
print(repr(DT.fromtimestamp(1700000000)), repr(DT.now())[:3], type(DT.now()), datetime.datetime.now().year > 2020)
try:
    try: raise ValueError("a")
    except ValueError:
        raise KeyError("b")
except KeyError as e: print(repr(e.__context__))
def gen():
    try: yield 1
    except ValueError as e: yield repr(e)
    finally: print("fin")
g = gen(); next(g); print(g.throw(ValueError("z"))); g.close()
for width in range(1, 10):
    print([("%%0%dd|%%0%dd" % (width, width)) % (n, m) for n, m in ((0, 7), (10 ** (width - 1), 10 ** width), (99, -5), (2 ** 50, True))])
print("%04d-%02d-%02d" % (2024, 1, 12), "%02d:%02d" % (5, 30), "%0d" % 3, "%00d" % 3, "%01d" % 42, "%012d" % 5, "%02s" % "x", "%02x" % 10)
print([divmod(a, b) for a in (7, -7, 0, 2 ** 47) for b in (3, -3, 1, -1, 2 ** 47)], divmod(True, 2), divmod(7, 2.0))
for a, b in ((1, 0), (1.5, 0), ("a", 1)):
    try: print(divmod(a, b))
    except Exception as e: print(type(e).__name__, e)
