"""Variables of contexts, their tokens, and contexts themselves."""
import contextvars
from contextvars import *
import re
def t(f):
    try: r = repr(f())
    except BaseException as e: r = type(e).__name__ + " " + str(e)
    print(re.sub(r"0x[0-9a-f]+", "0x", r))
c = ContextVar("c"); d = ContextVar("d", default=42)
t(lambda: ContextVar()); t(lambda: ContextVar(1)); t(lambda: ContextVar("a", 1)); t(lambda: ContextVar("a", foo=1)); t(lambda: ContextVar("a", default=None).get()); t(lambda: ContextVar(name="n").name)
t(lambda: c); t(lambda: d); t(lambda: c.name); t(lambda: c.get()); t(lambda: c.get(5)); t(lambda: d.get()); t(lambda: d.get(5)); t(lambda: c.get(1, 2)); t(lambda: c.get(default=3)); t(lambda: c.set())
t(lambda: setattr(c, "name", "z")); t(lambda: setattr(c, "foo", "z")); t(lambda: hash(c) == hash(c)); t(lambda: type("X", (ContextVar,), {})); t(lambda: type("X", (Context,), {})); t(lambda: type("X", (Token,), {})); t(lambda: ContextVar[int]); t(lambda: Token[int]); t(lambda: Token())
k = c.set(1); t(lambda: k); t(lambda: k.var is c); t(lambda: k.old_value); t(lambda: k.old_value is Token.MISSING); t(lambda: c.get()); k2 = c.set(2); t(lambda: k2.old_value); t(lambda: setattr(k2, "var", 1))
t(lambda: d.reset(k)); t(lambda: c.reset(5)); t(lambda: c.reset(k2)); t(lambda: c.get()); t(lambda: c.reset(k2)); t(lambda: k2); t(lambda: c.reset(k)); t(lambda: c.get("gone")); t(lambda: c.reset(k))
x = Context(); t(lambda: Context(1)); t(lambda: Context(a=1)); t(lambda: x.run()); t(lambda: x.run(5)); t(lambda: x.run(lambda *a, **k: (a, k), 1, b=2)); t(lambda: len(x)); t(lambda: x.run(c.set, 7)); t(lambda: len(x)); t(lambda: x[c]); t(lambda: x[d]); t(lambda: x[1]); t(lambda: c in x); t(lambda: d in x); t(lambda: 1 in x); t(lambda: x.get(c)); t(lambda: x.get(d)); t(lambda: x.get(d, 3)); t(lambda: x.get(1)); t(lambda: list(x)[0] is c); t(lambda: list(x.keys())[0] is c); t(lambda: list(x.values())); t(lambda: list(x.items())[0][1]); t(lambda: x == x.copy()); t(lambda: x == Context()); t(lambda: x != Context()); t(lambda: x == 5); t(lambda: hash(x)); t(lambda: x.run(x.run, print)); t(lambda: x)
tok = x.run(c.set, 9); t(lambda: c.reset(tok)); t(lambda: x.run(c.reset, tok)); t(lambda: x[c])
import collections.abc; t(lambda: isinstance(x, collections.abc.Mapping)); t(lambda: issubclass(Context, collections.abc.Mapping)); t(lambda: type(x).__mro__)
def g():
    c.set("in"); raise ValueError("v")
t(lambda: x.run(g)); t(lambda: x[c]); t(lambda: c.get("out")); t(lambda: Token.MISSING); t(lambda: type(Token.MISSING)); t(lambda: contextvars.__all__)
import threading
c.set("main"); out = []
th = threading.Thread(target=lambda: out.append(c.get("fresh"))); th.start(); th.join(); t(lambda: out)
ctx = copy_context(); th = threading.Thread(target=ctx.run, args=(lambda: (out.append(c.get()), c.set("t")),)); th.start(); th.join(); t(lambda: (out, c.get(), ctx[c]))
import copy; t(lambda: copy.copy(c)); t(lambda: copy.deepcopy(c));
