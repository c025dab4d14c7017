"""Programs made by a grammar, from a seed. Each fact that a program prints stands in a line of its own."""
import random

PRELUDE = '''\
def show(value, depth=0):
    if isinstance(value, (set, frozenset)):
        return type(value).__name__ + "{" + ", ".join(sorted(show(v, depth + 1) for v in value)) + "}"
    if type(value) is dict:
        return "{" + ", ".join(show(k, depth + 1) + ": " + show(v, depth + 1) for k, v in value.items()) + "}"
    if type(value) in (list, tuple):
        return type(value).__name__ + "(" + ", ".join(show(v, depth + 1) for v in value) + ")"
    text = repr(value)
    return "<" + type(value).__name__ + ">" if " at 0x" in text else text[:400]

def fact(name, function):
    try:
        print(name, show(function()))
    except Exception as error:
        print(name, type(error).__name__, str(error)[:400])
'''

INTS = ["0", "1", "-1", "2", "3", "7", "-5", "10", "255", "256", "1000", "-1000", "2**31", "2**48", "2**49", "-2**48",
        "2**62", "2**63", "-2**63", "2**64", "2**64-1", "10**20", "-10**20", "3**50", "2**200+1", "-(2**128)", "True"]
FLOATS = ["0.0", "-0.0", "1.0", "-1.5", "0.1", "2.5", "1e16", "1e-7", "123456.789", "1e300", "float('inf')",
          "float('-inf')", "float('nan')", "3.0", "1e22", "5e-324", "0.30000000000000004", "2.0**53"]
TEXTS = ["''", "'a'", "'abc'", "'Hello World'", "'  x y  '", "'aXbXc'", "'été'", "'ß'", "'日本語'", "'\\n'", "'a\\tb'",
         "'0'", "'42'", "'-7'", "'3.14'", "'1e5'", "'ABC def'", "'a,b,,c'", "'\\x00'", "'𝄞'", "'ǆ'", "'İ'", "'%d'",
         "'{}'", "'{0}'", "'line1\\nline2\\r\\nline3'", "'aaa'", "'_x1'", "'١٢'", "'½'", "\"it's\"", "'\\\\'"]
BYTES = ["b''", "b'a'", "b'abc'", "b'\\x00\\xff'", "b'  x '", "b'Hello'", "bytearray(b'xyz')", "bytes(range(5))"]
SPECS = ["d", "5d", "<5", ">8", "^9", "08.3f", ".2f", ".0f", "e", ".3e", "g", ".4g", "%", ".1%", "x", "#x", "#o", "b",
         "#010b", "+d", " d", ",", ",.2f", "_", "_x", "*^12", "s", "10s", ".2s", "c", "n", "+.3g", "=+8d", "08", "G",
         "E", "X", "0>5", "#.3g", "z.1f", "", "é<6", ".10", "20.15g", "-", "<08d"]
PERCENTS = ["%d", "%5d", "%-5d|", "%05d", "%+d", "%x", "%#x", "%o", "%s", "%10s", "%-10s|", "%.2s", "%r", "%a", "%c",
            "%f", "%.2f", "%e", "%.3g", "%g", "%%", "%i", "%u", "%X", "%#o", "% d", "%+.1e", "%08.2f", "%.0f", "%5%"]

TEXT_METHODS = {
    "upper": 0, "lower": 0, "title": 0, "capitalize": 0, "swapcase": 0, "casefold": 0, "strip": "0?s", "lstrip": "?s",
    "rstrip": "?s", "split": "?s?i", "rsplit": "?s?i", "splitlines": "?b", "join": "l", "replace": "ss?i",
    "find": "s?i?i", "rfind": "s?i?i", "index": "s", "rindex": "s", "count": "s?i?i", "startswith": "s?i",
    "endswith": "s?i", "partition": "s", "rpartition": "s", "center": "w?c", "ljust": "w?c", "rjust": "w?c",
    "zfill": "w", "expandtabs": "?w", "isalpha": 0, "isdigit": 0, "isalnum": 0, "isdecimal": 0, "isnumeric": 0,
    "isspace": 0, "isupper": 0, "islower": 0, "istitle": 0, "isidentifier": 0, "isprintable": 0, "isascii": 0,
    "encode": 0, "removeprefix": "s", "removesuffix": "s", "format": "a?a", "__len__": 0, "__contains__": "s",
}
LIST_METHODS = {
    "append": "a", "extend": "l", "insert": "ia", "pop": "?i", "remove": "a", "clear": 0, "copy": 0, "reverse": 0,
    "count": "a", "index": "a?i?i", "sort": 0, "__len__": 0, "__getitem__": "i", "__contains__": "a",
}
DICT_METHODS = {
    "get": "a?a", "pop": "a?a", "setdefault": "a?a", "update": "d", "keys": 0, "values": 0, "items": 0, "copy": 0,
    "clear": 0, "popitem": 0, "__contains__": "a", "__len__": 0,
}
SET_METHODS = {
    "add": "a", "discard": "a", "remove": "a", "union": "l", "intersection": "l", "difference": "l",
    "symmetric_difference": "l", "issubset": "l", "issuperset": "l", "isdisjoint": "l", "update": "l", "copy": 0,
    "clear": 0, "__len__": 0,
}
BYTES_METHODS = {
    "hex": 0, "decode": 0, "upper": 0, "lower": 0, "split": "?y", "strip": 0, "find": "y", "count": "y",
    "replace": "yy", "startswith": "y", "endswith": "y", "title": 0, "isdigit": 0, "center": "w", "zfill": "w",
    "partition": "y", "join": "0", "index": "y", "rjust": "w", "isalpha": 0, "swapcase": 0,
}
INT_METHODS = {"bit_length": 0, "bit_count": 0, "conjugate": 0, "as_integer_ratio": 0, "__index__": 0, "__abs__": 0}
FLOAT_METHODS = {"is_integer": 0, "hex": 0, "as_integer_ratio": 0, "conjugate": 0, "__int__": 0, "__trunc__": 0}
BINARY = ["+", "-", "*", "/", "//", "%", "**", "&", "|", "^", "<<", ">>"]
COMPARE = ["==", "!=", "<", "<=", ">", ">=", "in", "not in", "is", "is not"]
FUNCTIONS = ["len", "abs", "str", "repr", "int", "float", "bool", "list", "tuple", "sorted", "sum", "min", "max", "any",
             "all", "reversed", "hash_type", "ascii", "bin", "hex", "oct", "chr", "ord", "round", "set", "dict", "bytes",
             "enumerate", "iter_list", "divmod2", "pow2", "zip2", "format1", "type_name", "callable", "frozenset",
             "round2", "int_base", "slice_list", "range_list", "bytearray", "isinstance2"]


class Grammar:
    """Makes one program from a seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.names = []
        self.count = 0

    def pick(self, choices):
        return choices[self.random.randrange(len(choices))]

    def chance(self, probability):
        return self.random.random() < probability

    # Expressions

    def leaf(self):
        kind = self.random.randrange(12)
        if kind < 3:
            return self.pick(INTS)
        if kind < 5:
            return self.pick(FLOATS)
        if kind < 8:
            return self.pick(TEXTS)
        if kind == 8:
            return self.pick(BYTES)
        if kind == 9:
            return self.pick(["None", "True", "False", "...", "NotImplemented", "int", "str", "()", "[]", "{}"])
        if kind == 10 and self.names:
            return self.pick(self.names)
        return self.pick(["range(5)", "range(10, 0, -3)", "slice(1, 3)", "range(0)", "set()", "frozenset('a')"])

    def small(self):
        return self.pick(["0", "1", "2", "3", "-1", "-2", "5", "10", "100", "-100", "None"])

    def text(self, depth):
        if depth <= 0 or self.chance(0.5):
            return self.pick(TEXTS)
        kind = self.random.randrange(5)
        if kind == 0:
            return f"({self.text(depth - 1)} + {self.text(depth - 1)})"
        if kind == 1:
            return f"str({self.expression(depth - 1)})"
        if kind == 2:
            return f"({self.text(depth - 1)})[{self.slice()}]"
        if kind == 3:
            return f"{self.pick(TEXTS)}.{self.pick(['upper', 'lower', 'title', 'strip', 'swapcase'])}()"
        return self.fstring(depth - 1)

    def fstring(self, depth):
        value = self.expression(min(depth, 1)).replace("\\", "").replace("'", '"')
        if value.count('"') or "{" in value or "#" in value:
            value = self.pick(INTS + ["2.5", "1e10", "None"])
        suffix = self.pick(["", "!r", "!s", "!a", ":" + self.pick(SPECS), "=", ":>{5+3}"])
        return f"f'<{{{value}{suffix}}}>'" if "lambda" not in value and "!=" not in value else "'f'"

    def list(self, depth):
        kind = self.random.randrange(7)
        if depth <= 0 or kind < 3:
            items = [self.expression(depth - 1) for _ in range(self.random.randrange(5))]
            return "[" + ", ".join(items) + "]"
        if kind == 3:
            return f"[x for x in {self.iterable(depth - 1)}{self.condition()}]"
        if kind == 4:
            return f"list({self.iterable(depth - 1)})"
        if kind == 5:
            return f"({self.list(depth - 1)} + {self.list(depth - 1)})"
        return f"[*{self.iterable(depth - 1)}, {self.expression(depth - 1)}]"

    def condition(self):
        return self.pick(["", "", " if x", " if x != 1", " if isinstance(x, int)", " if not x"])

    def iterable(self, depth):
        kind = self.random.randrange(8)
        if depth <= 0 or kind == 0:
            return self.pick(["range(4)", "'abc'", "(1, 2, 3)", "[3, 1, 2]", "{1: 2, 3: 4}", "range(3, -3, -2)", "[]"])
        if kind == 1:
            return self.list(depth)
        if kind == 2:
            return f"({self.expression(depth - 1)}, {self.expression(depth - 1)})"
        if kind == 3:
            return f"enumerate({self.iterable(depth - 1)})"
        if kind == 4:
            return f"zip({self.iterable(depth - 1)}, {self.iterable(depth - 1)})"
        if kind == 5:
            return f"map(repr, {self.iterable(depth - 1)})"
        if kind == 6:
            return f"(x for x in {self.iterable(depth - 1)}{self.condition()})"
        return f"sorted({self.iterable(depth - 1)}, key=repr)"

    def dict(self, depth):
        if depth > 0 and self.chance(0.3):
            return f"{{x: i for i, x in enumerate({self.iterable(depth - 1)})}}"
        keys = ["1", "'a'", "(1, 2)", "None", "2.0", "True", "'b'", "-1", "b'k'"]
        entries = [f"{self.pick(keys)}: {self.expression(depth - 1)}" for _ in range(self.random.randrange(4))]
        if self.chance(0.2):
            entries.append(f"**{{'z': {self.leaf()}}}")
        return "{" + ", ".join(entries) + "}"

    def set(self, depth):
        return self.pick(["{1, 2, 3}", "{3}", "set('a')", "frozenset([1, 2])", "{x % 3 for x in range(7)}",
                          f"set({self.iterable(depth - 1)})", "set()", "{1.0, True, 0}"])

    def slice(self):
        parts = [self.pick(["", "0", "1", "2", "-1", "-3", "5", "100", "-100", "None"]) for _ in range(2)]
        step = self.pick(["", "", "1", "2", "-1", "-2", "0", "None"])
        return f"{parts[0]}:{parts[1]}" + (f":{step}" if step else "")

    def number(self, depth):
        if depth <= 0 or self.chance(0.5):
            return self.pick(INTS + FLOATS)
        kind = self.random.randrange(4)
        if kind == 0:
            return f"({self.pick(['-', '+', '~', 'abs', 'round', 'int'])}({self.number(depth - 1)}))"
        op = self.pick(["+", "-", "*", "/", "//", "%", "&", "|", "^"])
        return f"({self.number(depth - 1)} {op} {self.number(depth - 1)})"

    def arguments(self, signature, depth):
        """Arguments for a signature: i an index, s a text, a anything, l an iterable, ? before optional ones."""
        if not signature:
            return "" if self.chance(0.97) else self.leaf()
        made = []
        optional = False
        for letter in signature:
            if letter == "?":
                optional = True
                continue
            if optional and self.chance(0.5):
                break
            made.append({
                "i": self.small, "s": lambda: self.pick(TEXTS), "a": lambda: self.expression(depth - 1),
                "l": lambda: self.iterable(depth - 1), "w": lambda: self.pick(["0", "1", "5", "8", "12", "-3"]),
                "c": lambda: self.pick(["'*'", "' '", "'é'", "'ab'"]), "d": lambda: self.dict(depth - 1),
                "b": lambda: self.pick(["True", "False"]), "y": lambda: self.pick(BYTES), "0": lambda: "[b'a', b'b']",
            }[letter]() if self.chance(0.95) else self.leaf())
        return ", ".join(made)

    def method(self, depth):
        kind = self.random.randrange(7)
        if kind < 2:
            receiver, methods = self.text(depth - 1), TEXT_METHODS
        elif kind == 2:
            receiver, methods = self.list(depth - 1), LIST_METHODS
        elif kind == 3:
            receiver, methods = self.dict(depth - 1), DICT_METHODS
        elif kind == 4:
            receiver, methods = self.set(depth - 1), SET_METHODS
        elif kind == 5:
            receiver, methods = self.pick(BYTES), BYTES_METHODS
        elif self.chance(0.5):
            receiver, methods = f"({self.pick(INTS)})", INT_METHODS
        else:
            receiver, methods = f"({self.pick(FLOATS)})", FLOAT_METHODS
        name = self.pick(sorted(methods))
        return f"{receiver}.{name}({self.arguments(methods[name], depth)})"

    def function(self, depth):
        name = self.pick(FUNCTIONS)
        value = self.expression(depth - 1)
        special = {
            "hash_type": f"type(hash({self.pick(INTS + FLOATS)})).__name__", "iter_list": f"list(iter({value}))",
            "divmod2": f"divmod({self.number(depth - 1)}, {self.number(depth - 1)})",
            "pow2": f"pow({self.pick(INTS[:9])}, {self.pick(['0', '2', '3', '-1', '5'])}, {self.pick(['7', '-7', '1', '97', 'None'])})",
            "zip2": f"list(zip({self.iterable(depth - 1)}, {self.iterable(depth - 1)}, strict={self.pick(['True', 'False'])}))",
            "format1": f"format({self.pick(INTS + FLOATS + TEXTS)}, {self.pick(SPECS)!r})",
            "type_name": f"type({value}).__name__", "round2": f"round({self.pick(INTS + FLOATS)}, {self.small()})",
            "int_base": f"int({self.pick(TEXTS)}, {self.pick(['0', '2', '8', '10', '16', '36', '37'])})",
            "slice_list": f"{self.list(depth - 1)}[{self.slice()}]",
            "range_list": f"list(range({self.small()}, {self.small()}, {self.pick(['1', '-1', '2', '0', '-3'])}))",
            "isinstance2": f"isinstance({value}, {self.pick(['int', 'str', '(list, tuple)', 'int | None', 'float', '5'])})",
            "reversed": f"list(reversed({value}))", "enumerate": f"list(enumerate({value}, {self.small()}))",
        }
        if name in special:
            return special[name]
        if name in ("bytes", "bytearray", "chr", "ord", "bin", "hex", "oct"):
            return f"{name}({self.pick(['0', '3', '65', '255', '-1', 'True', repr('a'), repr('é'), '[1, 2]', 'b' + repr('x'), '2.5', 'None', '1000'])})"
        if name in ("min", "max", "sorted") and self.chance(0.4):
            return f"{name}({self.iterable(depth - 1)}, key={self.pick(['repr', 'str', 'lambda v: -1 if v == 1 else 0', 'abs'])})"
        return f"{name}({value})"

    def expression(self, depth):
        if depth <= 0:
            return self.leaf()
        kind = self.random.randrange(20)
        if kind < 3:
            return f"({self.expression(depth - 1)} {self.pick(['+', '*', '-', '%', '/', '//', '&', '|', '^'])} {self.expression(depth - 1)})"
        if kind == 3:
            return f"({self.expression(depth - 1)} {self.pick(COMPARE)} {self.expression(depth - 1)})" if self.chance(
                0.8) else f"({self.number(0)} {self.pick(COMPARE[:6])} {self.number(0)} {self.pick(COMPARE[:6])} {self.number(0)})"
        if kind < 6:
            return self.number(depth)
        if kind < 8:
            return self.text(depth)
        if kind == 8:
            return self.list(depth)
        if kind == 9:
            return self.dict(depth)
        if kind == 10:
            return self.set(depth)
        if kind < 14:
            return self.method(depth)
        if kind < 17:
            return self.function(depth)
        if kind == 17:
            return f"({self.expression(depth - 1)} {self.pick(['and', 'or'])} {self.expression(depth - 1)})"
        if kind == 18:
            value = self.pick(["({0},)", "({0}, {1})", "{0}"])
            return f"({self.pick(PERCENTS)!r} % {value.format(self.leaf(), self.leaf()) if '{}' not in value else '()'})"
        return self.pick([
            f"({self.expression(depth - 1)} if {self.expression(depth - 1)} else {self.expression(depth - 1)})",
            f"{self.list(depth - 1)}[{self.small()}]", f"{self.dict(depth - 1)}[{self.leaf()}]",
            f"(lambda a, b=1, *c, **d: (a, b, c, d))({self.leaf()}, *{self.iterable(0)})",
            f"(not {self.expression(depth - 1)})", f"({self.pick(['2', '-3', '10'])} ** {self.pick(['0', '3', '-2', '100', '0.5'])})",
            f"({self.pick(INTS)} {self.pick(['<<', '>>'])} {self.pick(['0', '1', '5', '64', '-1', '200'])})",
        ])

    # Statements: blocks of lines that print facts.

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
                f"{name} {self.pick(BINARY)}= {self.leaf()}", f"{name}[{self.slice()}] = {self.iterable(1)}",
                f"{name}[{self.small()}] = {self.leaf()}", f"del {name}[{self.small()}]", f"del {name}[{self.slice()}]",
                f"{name}.append({self.leaf()})", f"a, *b = {name}", f"(a, b), c = {name}, 3", f"{name} = {name}, {name}",
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
                  [f"if n > {self.random.randrange(4)}: raise ValueError(n)"], [f"trace.append(1 // (n - {self.random.randrange(4)}))"],
                  ["n += 1"], ["trace += [n]"], [f"trace.append(({self.expression(1)}) is None)"]]
        if in_loop:
            simple += [[f"if n % 2 == {self.random.randrange(2)}: break"], [f"if i == {self.random.randrange(3)}: continue"],
                       ["trace.append(i)"]]
        if depth <= 0 or self.chance(0.5):
            return self.pick(simple)

        def inner(loop=in_loop):
            return ["    " + line for line in self.block(depth - 1, loop)]

        kind = self.random.randrange(7)
        if kind == 0:
            return ["for i in range(3):"] + inner(True) + (["else:"] + inner() if self.chance(0.4) else [])
        if kind == 1:
            return ["i = 0", "while i < 3:", "    i += 1"] + inner(True) + (["else:"] + inner() if self.chance(0.4) else [])
        if kind == 2:
            lines = ["try:"] + inner() + [f"except {self.pick(['ValueError', 'ZeroDivisionError', '(ValueError, TypeError)', 'Exception as e'])}:"] + inner()
            if self.chance(0.3):
                lines += ["else:"] + inner()
            if self.chance(0.4):
                lines += ["finally:"] + inner()
            return lines
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
                ["for i in range(2):", "    yield i, (yield)"], ["if log: return len(log)"], ["log.append((yield) or 0)"],
                ["x = yield from inner(log)", "log.append(x)"], ["with Manager(log, False):", "    yield 'with'"],
            ])
        driver = [
            self.pick(["log.append(next(g))", "log.append(next(g, 'end'))", "log.append(g.send(None))", "log.append(g.send(5))",
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

    def classes(self):
        name = self.fresh("C")
        dunders = {
            "__add__": "other", "__radd__": "other", "__iadd__": "other", "__mul__": "other", "__rmul__": "other",
            "__eq__": "other", "__lt__": "other", "__le__": "other", "__gt__": "other", "__ne__": "other",
            "__getitem__": "key", "__contains__": "key", "__call__": "*args, **kwargs", "__len__": "", "__bool__": "",
            "__neg__": "", "__index__": "", "__int__": "", "__float__": "", "__str__": "", "__hash__": "",
            "__getattr__": "name", "__iter__": "", "__sub__": "other", "__rsub__": "other", "__floordiv__": "other",
            "__format__": "spec", "__abs__": "", "__round__": "*args", "__reversed__": "", "__setitem__": "key, value",
            "__delitem__": "key", "__or__": "other", "__rand__": "other", "__pow__": "other",
        }
        results = {
            "__len__": ["3", "0", "-1", "'x'", "2**70"], "__bool__": ["True", "False", "1"],
            "__index__": ["2", "'x'", "-1"], "__int__": ["7", "'x'", "True"], "__float__": ["1.5", "1"],
            "__str__": ["'text'", "5"], "__hash__": ["1", "'x'", "2**70"], "__iter__": ["iter([1, 2])", "5", "[1]"],
            "__format__": ["'<' + spec + '>'", "5"],
        }
        base = self.pick(["", "", "(int)", "(str)", "(list)", "(dict)", "(tuple)", "(float)"])
        lines = [f"class {name}{base}:", f"    attribute = {self.leaf()}"]
        chosen = self.random.sample(sorted(dunders), self.random.randrange(1, 6))
        for method in chosen:
            parameters = dunders[method]
            result = self.pick(results.get(method, [
                "NotImplemented", f"({method!r}, 1)", "5", "None", "'r'", "self", "True"]))
            lines.append(f"    def {method}(self{', ' + parameters if parameters else ''}): return {result}")
        make = f"{name}()"
        uses = [f"{make} + 1", f"1 + {make}", f"{make} == {make}", f"{make} != 1", f"{make} < 1", f"1 > {make}",
                f"{make}[0]", f"{make}[1:2]", f"1 in {make}", f"{make}()", f"{make}(1, x=2)", f"len({make})", f"bool({make})",
                f"-{make}", f"[1, 2, 3][{make}]", f"int({make})", f"float({make})", f"str({make})", f"hash({make}) == 1",
                f"{make}.missing", f"list({make})", f"'%s' % ({make},)", f"f'{{{make}:x}}'", f"{make} * 2", f"2 * {make}",
                f"{make} - 1", f"1 - {make}", f"{make} // 2", f"abs({make})", f"round({make})", f"list(reversed({make}))",
                f"{make} | 1", f"1 & {make}", f"{make} ** 2", f"sorted([{make}, {make}])[0].attribute", f"max({make}, 1)",
                f"{{{make}: 1}}[{make}]", f"[] + {make}", f"'' + {make}", f"{make} += 1" if False else f"{make} <= 2",
                f"range({make})", f"'abc'[{make}:]", f"{make}.attribute", f"isinstance({make}, {name})", f"'x' * {make}",
                f"divmod({make}, 2)", f"bytes({make})", f"sum([{make}, 1])", f"print_type({make})"]
        for use in self.random.sample(uses, 8):
            lines.append(f"fact({self.fresh('c')!r}, lambda: {use})")
        return lines

    def closures(self):
        name = self.fresh("k")
        default = self.pick(["1", "[]", "None"])
        call = self.pick(["1", "1, 2", "1, y=5", "*[1, 2, 3]", "1, **{'y': 2, 'z': 3}", "x=1", "", "1, 2, 3, 4, w=5", "y=1"])
        signature = self.pick(["x", "x, y=%s" % default, "x, /, y=2", "x, *, y=2", "*x, y=1", "x, *y, **z", "**z", "x, y, /, z=1"])
        return [f"def {name}({signature}):", "    count = 0", "    def inner():", "        nonlocal count",
                f"        count += {self.random.randrange(3)}", "        return count, sorted(locals())",
                "    inner()", "    return inner(), sorted(k for k in locals() if k != 'inner')",
                f"fact({name!r}, lambda: {name}({call}))"]

    def program(self, size):
        """The text of a program of so many parts."""
        parts = [PRELUDE, CLASSES]
        for _ in range(size):
            kind = self.random.randrange(12)
            if kind < 5:
                lines = self.facts()
            elif kind < 7:
                lines = self.assignments()
            elif kind == 7:
                lines = self.flow()
            elif kind == 8:
                lines = self.generator()
            elif kind < 11:
                lines = self.classes()
            else:
                lines = self.closures()
            parts.append("\n".join(lines) + "\n")
        return "\n".join(parts)


CLASSES = '''\
class Manager:
    def __init__(self, trace, swallow): self.trace, self.swallow = trace, swallow
    def __enter__(self): self.trace.append("enter"); return self
    def __exit__(self, kind, value, traceback):
        self.trace.append(kind.__name__ if kind else "exit")
        return self.swallow

def inner(log):
    log.append("inner")
    yield "from"
    return "result"

def print_type(value): return type(value).__mro__[1].__name__
'''
