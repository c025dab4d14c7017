"""Special methods that give what they must not, and metaclasses with an order of their own."""
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class G:
    def __getitem__(self, i): return i
class I:
    def __index__(self): return None
class H(str):
    def __hash__(self): return None
class B:
    def __iter__(self): return None
class CI(str):
    def __hash__(self): return hash(self.lower())
    def __eq__(self, o): return self.lower() == o.lower()
t(lambda: reversed(G()))
t(lambda: 'abc'[I():])
t(lambda: [1][I():])
t(lambda: [1][I()])
t(lambda: range(5)[I()])
t(lambda: hash(H('a')))
t(lambda: {H('a'): 1})
t(lambda: bytes(B()))
t(lambda: bytearray(B()))
t(lambda: list(B()))
d = {CI('one'): 1, CI('tWo'): 2}
t(lambda: d[CI('ONE')])
t(lambda: d['one'])
t(lambda: d[CI('TwO')])
t(lambda: d.get('two'))
s = {CI('one')}
t(lambda: CI('ONE') in s)
t(lambda: len(I))
t(lambda: bytes(I()))
t(lambda: reversed(5))
class R:
    def __len__(self): return 3
    def __getitem__(self, i): return i*2
t(lambda: list(reversed(R())))
class R2:
    __reversed__ = None
    def __len__(self): return 3
    def __getitem__(self, i): return i*2
t(lambda: list(reversed(R2())))
class M(type):
    def __init__(cls, name, bases, d):
        print("init", name)
        super(M, cls).__init__(name, bases, d)
bases = object,
P = M('P', bases, {})
class Q(P): pass
class M2(type):
    def mro(cls):
        return [cls, object]
class X(metaclass=M2): pass
class Y(X): pass
print(Y.__mro__)
print(type('A',(),{}).__module__)
class S(str):
    def __hash__(self): return 5
    def __eq__(self, o): return True
d = {S('x'): 1}
print(d)
print('q' in d)
class Meta(type):
    def __init__(cls, name, bases, space):
        print("made", name)

    def __repr__(cls):
        return f"<{cls.__name__}>" if cls.__name__ == "Short" else super().__repr__()


class Short(metaclass=Meta):
    pass


class Long(Short):
    pass


print(type(Short()), type(Long()), type.__repr__(Short))


class Text(str):
    pass


t = Text("abc")
for same in (t.strip(), t.center(3), t.ljust(1), t.zfill(2), t.replace("x", "y"), t.removeprefix("z"), t[:], t[0:3],
             t.rstrip(), t.expandtabs(), t.translate({}), t.partition("x")[0], t + "", t * 1, str(t), t.lower(), "%s" % t,
             "{}".format(t), f"{t}", t.join(["a"]), t.split("x")[0]):
    print(type(same).__name__, same)


class Numbers(bytearray):
    __slots__ = ("extra", "__dict__")


n = Numbers(b"ab")
n.extra, n.other = 1, 2
print(n, n.extra, n.other, Numbers.fromhex("6162"), type(Numbers.fromhex("61")))
for make in (lambda: bytes("a", errors="x"), lambda: bytes(1, "a"), lambda: bytes("a", b"b"), lambda: bytes([2 ** 100]),
             lambda: bytearray([256]), lambda: b"ab".hex("--"), lambda: b"ab".hex("é"), lambda: b"abc".hex(b"-", 2),
             lambda: b"%(a(b)c)b" % {b"a(b)c": b"x"}, lambda: b"a".__rmod__("%r"), lambda: bytearray(b"a").partition(b"x")):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
