"""The grammar's statements: blocks of lines that print facts."""
from values import BINARY


class Statements:
    """Functions, loops, handlers, generators, patterns and scopes that note which way they went."""

    def fresh(self, prefix):
        self.count += 1
        return f"{prefix}{self.count}"

    def facts(self):
        return [f"fact({self.fresh('e')!r}, lambda: {self.expression(3)})"]

    def assignments(self):
        name = self.fresh("v")
        lines = ["try:", f"    {name} = {self.expression(2)}"]
        for _ in range(self.random.randrange(3)):
            lines.append("    " + self.pick([
                f"{name} {self.pick([sign for sign in BINARY if sign not in ('**', '<<')])}= {self.leaf()}",
                f"{name} {self.pick(['**', '<<', '@'])}= {self.pick(['0', '2', '-1', '0.5', '5', 'None'])}",
                f"{name}[{self.slice()}] = {self.iterable(1)}",
                f"{name}[{self.small()}] = {self.leaf()}", f"del {name}[{self.small()}]", f"del {name}[{self.slice()}]",
                f"{name}.append({self.leaf()})", f"a, *b = {name}", f"(a, b), c = {name}, 3",
                f"{name} = {name}, {name}",
                f"for {name} in {self.iterable(1)}: pass",
            ]))
        lines += [f"    print({name!r}, show({name}))", "except Exception as error:",
                  f"    print({name!r}, type(error).__name__, error)"]
        return lines

    def flow(self):
        """A function of loops, handlers and jumps that notes which way it went."""
        name = self.fresh("f")
        lines = [f"def {name}(n):", "    trace = []"]
        lines += ["    " + line for line in self.block(2, in_loop=False)]
        lines += ["    return trace", f"for n in range(4): fact({name!r}, lambda: {name}(n))"]
        return lines

    def block(self, depth, in_loop):
        lines = []
        for _ in range(1 + self.random.randrange(3)):
            lines += self.statement(depth, in_loop)
        return lines

    def statement(self, depth, in_loop):
        mark = f"trace.append({self.random.randrange(100)})"
        simple = [[mark], [f"if n == {self.random.randrange(4)}: return trace"],
                  [f"if n > {self.random.randrange(4)}: raise ValueError(n)"],
                  [f"trace.append(1 // (n - {self.random.randrange(4)}))"],
                  ["n += 1"], ["trace += [n]"], [f"trace.append(({self.expression(1)}) is None)"]]
        if in_loop:
            simple += [[f"if n % 2 == {self.random.randrange(2)}: break"],
                [f"if i == {self.random.randrange(3)}: continue"],
                       ["trace.append(i)"]]
        if depth <= 0 or self.chance(0.5):
            return self.pick(simple)

        def inner(loop=in_loop):
            return ["    " + line for line in self.block(depth - 1, loop)]

        kind = self.random.randrange(7)
        if kind == 0:
            return ["for i in range(3):"] + inner(True) + (["else:"] + inner() if self.chance(0.4) else [])
        if kind == 1:
            return ["w = 0", "while w < 3:", "    i = w = w + 1"] + inner(True) + (["else:"] + inner()
                if self.chance(0.4) else [])
        if kind == 2:
            lines = ["try:"] + inner() + [f"except {self.pick(['ValueError', 'ZeroDivisionError', '(ValueError, TypeError)', 'Exception as e'])}:"] + inner()
            return lines + self.ending(inner)
        if kind == 3:
            return ["try:"] + inner() + ["finally:"] + inner()
        if kind == 4:
            return [f"if {self.pick(['n', 'n > 1', 'trace', 'not n', 'len(trace) % 2'])}:"] + inner() + (
                ["else:"] + inner() if self.chance(0.5) else [])
        if kind == 5:
            return [f"match {self.pick(['n', 'trace', '(n, 1)', '{1: n}'])}:",
                    f"    case {self.pick(['0', '1 | 2', '[]', '[x, *rest]', '(a, 1)', '{1: v}', 'int()', 'None', '[0, *_]'])}:"] + [
                        "    " + line for line in inner()] + ["    case _:"] + ["    " + line for line in inner()]
        return [f"with Manager(trace, {self.pick(['True', 'False'])}):"] + inner()

    def generator(self):
        name = self.fresh("g")
        body = []
        for _ in range(1 + self.random.randrange(4)):
            body += self.pick([
                [f"got = yield {self.random.randrange(9)}", "log.append(got)"], ["yield from range(2)"],
                ["try:", "    yield 'try'", "except ValueError as e:", "    log.append(str(e))", "    yield 'caught'",
                 "finally:", "    log.append('finally')"],
                ["for i in range(2):", "    yield i, (yield)"], ["if log: return len(log)"],
                ["log.append((yield) or 0)"],
                ["x = yield from inner(log)", "log.append(x)"], ["with Manager(log, False):", "    yield 'with'"],
            ])
        driver = [
            self.pick(["log.append(next(g))", "log.append(next(g, 'end'))", "log.append(g.send(None))",
            "log.append(g.send(5))",
                       "log.append(g.throw(ValueError('thrown')))", "g.close()", "log.append(list(g))"])
            for _ in range(1 + self.random.randrange(5))]
        return [f"def {name}(log):"] + ["    " + line for line in body] + [
            f"def run_{name}():", "    log = []", f"    g = {name}(log)"] + [
            line for step in driver for line in (
                "    try:", f"        {step}", "    except Exception as e:",
                "        log.append((type(e).__name__, str(e), getattr(e, 'value', None)))")] + [
            # A generator that is dropped runs its `finally` later than under CPython.
            "    try: g.close()", "    except Exception as e: log.append(str(e))",
            "    return log", f"fact({name!r}, run_{name})"]

    def closures(self):
        name = self.fresh("k")
        default = self.pick(["1", "[]", "None"])
        call = self.pick(["1", "1, 2", "1, y=5", "*[1, 2, 3]", "1, **{'y': 2, 'z': 3}", "x=1", "", "1, 2, 3, 4, w=5",
            "y=1"])
        signature = self.pick(["x", "x, y=%s" % default, "x, /, y=2", "x, *, y=2", "*x, y=1", "x, *y, **z", "**z",
            "x, y, /, z=1"])
        return [f"def {name}({signature}):", "    count = 0", "    def inner():", "        nonlocal count",
                f"        count += {self.random.randrange(3)}", "        return count, sorted(locals())",
                "    inner()", "    return inner(), sorted(k for k in locals() if k != 'inner')",
                f"fact({name!r}, lambda: {name}({call}))"]

    # Patterns

    def pattern(self, depth, names):
        """A pattern of `match`; `names` are those that are free still."""
        kind = self.random.randrange(12 if depth > 0 else 6)
        if kind < 2:
            return self.pick(["0", "1", "-1", "2.5", "'a'", "b'a'", "None", "True", "False", "'abc'", "'a' 'bc'",
                "-2.5"])
        if kind == 2:
            return "_"
        if kind == 3 and names:
            return names.pop()
        if kind == 4:
            return self.pick(["Point.ORIGIN", "int()", "str()", "float()", "list()", "dict()", "tuple()", "bool()",
                "bytes()", "Point()"])
        if kind < 7:
            return self.pick(["[]", "()", "{}", "[_]", "[*_]", "(_, *_)"])
        inner = [self.pattern(depth - 1, names) for _ in range(self.random.randrange(4))]
        if kind < 9:
            if names and self.chance(0.4):
                inner.insert(self.random.randrange(len(inner) + 1), "*" + (names.pop() if self.chance(0.7) else "_"))
            return "[" + ", ".join(inner) + "]" if self.chance(0.6) else "(" + "".join(one + ", "
                for one in inner) + ")"
        if kind == 9:
            keys = self.random.sample(["1", "'a'", "None", "True", "'k'", "-1", "Point.KEY"], len(inner))
            entries = [f"{key}: {one}" for key, one in zip(keys, inner)]
            if names and self.chance(0.4):
                entries.append("**" + names.pop())
            return "{" + ", ".join(entries) + "}"
        if kind == 10:
            if self.chance(0.3):
                return self.pick(["int", "str", "float", "list", "bool"]) + "(" + ", ".join(inner[:1]) + ")"
            keywords = self.random.sample(["x", "y", "z", "real"], min(len(inner), 2))
            split = self.random.randrange(len(inner) + 1)
            given = inner[:split] + [f"{key}={one}" for key, one in zip(keywords, inner[split:])]
            return f"{self.pick(['Point', 'Point', 'Named', 'Plain'])}({', '.join(given)})"
        if names and self.chance(0.5):
            name = names.pop()
            one = self.pattern(depth - 1, names)
            return f"({one} as {name})" if one != "_" and not one.isidentifier() else f"(0 as {name})"
        options = [self.pattern(depth - 1, []) for _ in range(2)]
        return "(" + " | ".join(one for one in options if one != "_" or one is options[-1]) + ")"

    def matching(self):
        name = self.fresh("m")
        lines = [f"def {name}(value):", "    match value:"]
        for number in range(1 + self.random.randrange(5)):
            names = ["a", "b", "c", "d"]
            pattern = self.pattern(3, names)
            if pattern in ("_", "a", "b", "c", "d"):
                pattern = f"({pattern}) if value != 1" if number else "[0, *_]"
            elif self.chance(0.2):
                pattern += self.pick([" if value", " if not value", " if value == 1", " if a", " if value[0]"])
            lines += [f"        case {pattern}:",
                f"            return {number}, sorted((k, show(v)) for k, v in locals().items() if k != 'value')"]
        lines += [f"fact({name!r}, lambda: {name}({self.subject(3)}))" for _ in range(6)]
        return lines

    def subject(self, depth):
        if depth <= 0 or self.chance(0.3):
            return self.pick(["0", "1", "-1", "2.5", "'a'", "'abc'", "None", "True", "b'a'", "Point(0, 0)", "7", "[]",
                "{}", "()"])
        inner = [self.subject(depth - 1) for _ in range(self.random.randrange(4))]
        kind = self.random.randrange(5)
        if kind < 2:
            return "[" + ", ".join(inner) + "]" if kind else "(" + "".join(one + ", " for one in inner) + ")"
        if kind == 2:
            keys = self.random.sample(["1", "'a'", "None", "True", "'k'", "-1"], len(inner))
            return "{" + ", ".join(f"{key}: {one}" for key, one in zip(keys, inner)) + "}"
        if kind == 3:
            return f"Point({self.subject(depth - 1)}, {self.subject(depth - 1)})"
        return self.pick(["Named(1, 2)", "Plain()", "Named('a', [1])", "range(3)", "deque([1, 2])",
            "defaultdict(int, a=1)", "bytearray(b'a')"])

    # Exceptions

    def ending(self, inner):
        """What may follow the clauses of a `try`."""
        lines = []
        if self.chance(0.3):
            lines += ["else:"] + inner()
        if self.chance(0.4):
            lines += ["finally:"] + inner()
        return lines

    def raising(self, depth):
        """Lines that raise, handle and chain exceptions."""
        raised = self.pick(["ValueError('v')", "KeyError('k')", "TypeError", "Fault(1, 2)", "Fault", "OSError(2, 'no')",
            "StopIteration(3)",
                            "5", "None", "ZeroDivisionError()", "UnicodeDecodeError('utf-8', b'x', 0, 1, 'r')",
                            "AttributeError('a', name='n')"])
        simple = [f"raise {raised}", "1 // 0", "[][5]", "{}['k']", "undefined_name", "None.attribute", "int('x')",
            "raise", "len(5)",
                  f"raise {raised} from {self.pick(['None', 'e', 'KeyError(1)', 'ValueError', '5', 'Fault(0)'])}",
                  "e = 5", "return 'early'",
                  "log.append(1)", "assert not log, 'full'", "assert log", "a, b = 1, 2, 3", "import missing_module_x",
                  "del e",
                  "log.append(repr(e))", "next(iter(()))", "(yield_ for yield_ in 5)",
                  "'%d' % 'x'", "f(1, 2)"]
        if depth <= 0:
            return [self.pick(simple)]

        def inner():
            return ["    " + line for _ in range(1 + self.random.randrange(2)) for line in self.raising(depth - 1)]

        kind = self.random.randrange(6)
        if kind < 3:
            lines = ["try:"] + inner()
            caught = self.random.sample(["ValueError", "(KeyError, IndexError)", "ArithmeticError", "Fault",
                "Exception", "TypeError", "()",
                                         "5", "(ValueError, 'x')", "BaseException", "LookupError"],
                                         1 + self.random.randrange(2))
            for one in caught:
                lines += [f"except {one}{self.pick(['', ' as e', ' as e'])}:"] + inner()
            return lines + self.ending(inner)
        if kind == 3:
            return ["try:"] + inner() + ["finally:"] + inner()
        if kind == 4:
            return [f"with {self.pick(['Manager(log, True)', 'Manager(log, False)', 'suppress(ValueError)', 'Manager(log, False) as e, Manager(log, True)', '5', 'Faulty(1)', 'Faulty(2)', 'Faulty(0)'])}:"] + inner()
        return ["for i in range(2):"] + inner() + ["    " + self.pick(["break", "continue", "pass", "i += 1"])]

    def chains(self):
        name = self.fresh("x")
        body = self.raising(3)
        return [f"def {name}():", "    log = []", "    e = None"] + ["    " + line for line in body] + [
            "    return log", f"chain({name!r}, {name})", f"trace({name!r}, {name})"]

    def failing(self, depth):
        """An expression that fails somewhere, over several lines at times."""
        if depth <= 0:
            return self.pick(["one", "two", "text", "items", "missing", "none", "1", "'s'", "empty", "point.x",
                "items[0]", "items[9]", "none.a.b",
                              "f()", "f(1)", "table['k']", "1 / 0", "point.y.z", "text + one", "f", "2.5", "table"])
        inner = lambda: self.failing(depth - 1)
        kind = self.random.randrange(22)
        if kind < 5:
            return f"({inner()} {self.pick(BINARY + ['<', '==', 'in', 'and', 'or', 'is', 'not in', '@'])} {inner()})"
        if kind == 5:
            return f"({inner()} {self.pick(BINARY)}\n        {inner()})"
        return [
            lambda: f"f({inner()}, {inner()})", lambda: f"f({inner()},\n      {inner()})",
            lambda: f"{inner()}[{inner()}]",
            lambda: f"({inner()})".replace("\n        ", " ") + f".{self.pick(['x', 'attribute', 'append', 'real', 'upper()', 'a.b'])}",
            lambda: f"f(*{inner()}, **{inner()})",
            lambda: f"[{inner()} for i in {inner()}]", lambda: f"(lambda q: {inner()})({inner()})",
            lambda: f"[{inner()}, *{inner()}]",
            lambda: f"({inner()} if {inner()} else {inner()})", lambda: f"(-{inner()})", lambda: f"(not {inner()})",
            lambda: f"sum({inner()} for i in {inner()})", lambda: "f'{" + self.pick(["one", "missing", "text[9]",
            "1 / 0", "none.x", "one:>x", "text:d"]) + "}'",
            lambda: f"{inner()} < {inner()} < {inner()}", lambda: f"{{{inner()}: {inner()}}}",
            lambda: f"{inner()}({inner()})",
            lambda: f"len({inner()})",
        ][kind - 5 if kind - 5 < 17 else 0]()

    def tracing(self):
        """A function whose exception's traceback is printed, with its carets."""
        name = self.fresh("t")
        value = self.failing(3)
        statement = self.pick([
            f"return {value}", f"value = {value}", f"one += {value}", f"items[{self.failing(1)}] = {value}",
            f"a, b = {value}", f"a, *b = {value}",
            f"for i in {value}: pass", f"with {self.failing(1)}: pass", f"assert {value}, {self.failing(1)}",
            f"raise {self.failing(1)} from {self.failing(1)}",
            f"del items[{self.failing(1)}]", f"if {value}: pass", f"while {value}: break", f"print({value})",
            f"items[0] += {value}", f"point.x.y = {value}",
            f"return [\n        {self.failing(1)},\n        {value},\n    ]", f"def g(a={value}): pass",
            f"class D: z = {value}",
            f"@{self.pick(['f', 'missing', 'f(1)', 'none', 'point.x'])}\n    def g(): pass", f"raise Fault({value})",
            f"match {value}:\n        case Point(a, b, c): pass",
            f"return {{\n        k: {self.failing(1)}\n        for k in {self.failing(1)}\n    }}",
            f"import {self.pick(['missing_module', 'math.missing', 'json'])}",
            f"x: int = {value}", f"return (yield_ := {value})", f"del point.x, point.y.z",
            f"value = (\n        {value}\n        + {self.failing(1)}\n    )",
            f"try:\n        {value}\n    finally:\n        {self.failing(2)}",
            f"try:\n        {value}\n    except Exception as error:\n        {self.failing(2)}",
            f"try:\n        {value}\n    except Exception as error:\n        raise Fault('again') from error",
        ])
        return [f"def {name}():",
            "    one, two, text, items, none, empty, point, table = 1, 2, 'abc', [1, 2], None, (), Point(1, None), {'a': 1}",
                "    def f(*a): return a[0] / len(a)", "    " + statement, f"trace({name!r}, {name})"]

    # Scopes, unpacking, decorators

    def scopes(self):
        name = self.fresh("s")
        kind = self.random.randrange(8)
        if kind == 0:
            lines = self.random.sample([
                f"log.append([x for x in {self.iterable(1)}])", "log.append([y := 5, y ** 2])",
                "log.append([(i, j) for i in range(3) for j in range(i) if j != 1])",
                "log.append({i: [i for i in range(i)] for i in range(3)})",
                "log.append([f() for f in [lambda: i for i in range(3)]])",
                "i = 9; [i for i in range(2)]; log.append(i)",
                "log.append(any((last := n) > 2 for n in range(5))); log.append(last)",
                "log.append(sorted({x % 3 for x in range(10)}))",
                "log.append(sum(a * b for a, b in zip(range(4), range(4))))",
                "fs = []\nfor k in range(3): fs.append(lambda k=k: k)\nlog.append([f() for f in fs])",
                "fs = [lambda: k for k in 'ab']; log.append(fs[0]())",
                "if (m := len(log)) > 1: log.append(m)", "while (m := len(log)) < 4: log.append(m)",
                "log.append([[x for x in row if x] for row in [[0, 1], [2]]])",
                "try: log.append(undefined)\nexcept NameError as e: log.append(str(e))",
                "try: log.append(late)\nexcept NameError as e: log.append(str(e))\nlate = 1",
                "del log[:1]", "exec('log.append(5)')", "log.append([*range(3), *'ab'])",
                "log.append((lambda *, a, b=2: (a, b))(a=1))"], 4)
            body = [line for one in lines for line in one.split("\n")]
            return [f"def {name}():", "    log = []"] + ["    " + line for line in body] + ["    return log",
                f"fact({name!r}, {name})"]
        if kind == 1:
            return [f"{name} = 1", f"def f{name}():",
                f"    {self.pick([f'global {name}', f'nonlocal_ = 1', f'{name} = 5'])}",
                    f"    {self.pick([f'{name} = 2', f'{name} += 2', f'del {name}', 'pass'])}",
                    f"    return {self.pick([name, 'locals()'])}",
                    f"fact({name!r}, f{name})", f"fact({name!r}, lambda: {name})"]
        if kind == 2:
            change = self.pick(["count += 1", "count = 5", "del count", "count = [count]", "pass"])
            return [f"def {name}():", "    count = 1", "    def a():",
                f"        {self.pick(['nonlocal count', 'count = 0', 'global count'])}", f"        {change}",
                    "        def b(): return count", f"        return {self.pick(['b()', 'b', 'count'])}",
                    "    first = a()", "    return first() if callable(first) else first, count",
                    f"fact({name!r}, {name})"]
        if kind == 3:
            target = self.pick(["a, b", "a, *b", "*a, b", "a, *b, c", "(a, b), c", "[a, [b, *c]]", "a, (b, (c,))",
                "*a,", "a, b, *c, d", "a[0], b", "*a.x, b", "(a)", "a, a, b"])
            names = "{k: show(v) for k, v in locals().items()}"
            return [f"def {name}():", "    a, b, c, d = [0], 0, 0, 0",
                f"    {target} = {self.subject(3) if self.chance(0.5) else self.expression(2)}", f"    return {names}",
                f"fact({name!r}, {name})"]
        if kind == 4:
            return [f"def d{name}(*given):", "    log.append(given)", "    def wrap(f):",
                "        log.append(f.__name__)",
                f"        return {self.pick(['f', 'lambda *a, **k: (f(*a, **k), 1)', 'None', 'given'])}",
                    "    return wrap", "log = []", f"@d{name}(1)",
                    f"@{self.pick([f'd{name}(2, 3)', 'functools.lru_cache', 'staticmethod', 'functools.wraps(len)', 'property', 'classmethod', 'print', 'functools.cache'])}",
                    f"def {name}(a, b=2): return a, b",
                    f"fact({name!r}, lambda: ({name}({self.pick(['1', '1, 2', '', 'a=5', '1, 2, 3'])}), log))"]
        if kind == 5:
            signature = self.fill("«a¦a, b=1¦a, /, b¦a, *, b¦*a¦**a¦a, b, *c, d=4, **e¦a=1, *, b=2¦a, b, /, c=3, *, d»")
            call = self.fill("«1¦1, 2¦1, 2, 3¦a=1¦b=2¦1, b=2¦1, a=2¦*[1, 2]¦**{'a': 1}¦1, **{'b': 2, 'z': 3}¦*(), **{}¦1, 2, d=5, x=6¦*5¦**5¦**{1: 2}¦b=1, **{'b': 2}¦»")
            return [f"def {name}({signature}): return locals()", f"fact({name!r}, lambda: {name}({call}))",
                f"fact({name!r}, lambda: str(inspect.signature({name})))"]
        if kind == 6:
            return [f"def {name}(n):",
                f"    return {self.pick(['n if n < 2 else', 'n and', 'n or'])} {name}(n - 1) {self.pick(['+', '*', '-'])} {self.pick(['n', '1', f'{name}(n - 2)'])}",
                    f"fact({name!r}, lambda: {name}({self.pick(['0', '3', '6'])}))"]
        code = self.fill("«x = 1¦x = y¦def f(): return x¦class K: z = x¦for x in range(3): pass¦del x¦x += 1¦raise ValueError(x)¦import math¦[x for x in (1, 2)]¦x: int = 3¦global x¦lambda: x¦"
                         "return 1¦break¦x = = 1¦if x:¦  x¦nonlocal x¦yield x¦x y¦1 = x¦f(x=1, x=2)¦"
                         "def f(a, a): pass¦print x¦'abc¦(1, 2¦x = 08¦del f()¦with x as 1: pass¦continue¦"
                         "from x import *»")
        return [f"def {name}():", f"    names = {{'x': {self.leaf()}, 'y': 2}}", f"    exec({code!r}, names)",
            "    return sorted((k, show(v)) for k, v in names.items() if k not in ('__builtins__', 'f', 'K', 'math'))",
                f"fact({name!r}, {name})"]
