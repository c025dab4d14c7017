"""The grammar's expressions."""
import random
import re

from values import (
    BINARY, BYTEARRAY_METHODS, BYTES, BYTES_METHODS, COMPARE, DICT_METHODS, FLOATS, FLOAT_METHODS, FUNCTION_CALLS, INTS,
    INT_METHODS, KEYWORDS, LARGE, LIST_METHODS, MEMORYVIEW_METHODS, NUMBER_TEXTS, ODD, PERCENTS, RANGE_METHODS,
    SET_METHODS,
    SLICE_METHODS, SPECS, TEXTS, TEXT_METHODS, TUPLE_METHODS, TYPES, ENCODINGS, ERRORS)

class Expressions:
    """Expressions from a seed, of any type and with any fault."""

    def __init__(self, seed, settled=False):
        self.random = random.Random(seed)
        self.settled = settled
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
        suffix = self.pick(["", "!r", "!s", "!a", ":" + self.spec(), "=", ":>{5+3}", "=!r:>12", " = ",
            "=:" + self.spec(),
                            "!r:^{4 * 3}.{2 + 3}", "!s:>9", ":{'>'}{10}", "!a:*<14"])
        if "lambda" in value or "!=" in value:
            return "'f'"
        suffix = suffix.replace("'", '"').replace("\\", "")
        return f"f'<{{{value}{suffix}}}>{self.pick(['', '{{}}', ' %d', '{1}', chr(123) + '1:' + chr(125)])}'"

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

    def odd_index(self):
        return self.pick([
            self.small(), self.slice(), self.leaf(), "True", "-2**70", "2**64:", ":-2**70:-1", "'1'", "1.0", "::True",
            "1, 2",
            "slice(None, None, -1)", "...", "::2**70", "::-2**63", "1:'x'", "-1:None:None", "1.5:", "*(1, 2)", "()",
            "slice(0, 2), 1"])

    def spec(self):
        """A format specification, a right one more often than not."""
        if self.chance(0.3):
            return self.pick(SPECS)
        part = lambda probability, choices: self.pick(choices) if self.chance(probability) else ""
        align = part(0.4, ["<", ">", "^", "=", "*<", "x>", "0^", " =", "é^", "{<"])
        return (align + part(0.3, ["+", "-", " "]) + part(0.1, ["z"]) + part(0.2, ["#"]) + part(0.2, ["0"])
                + part(0.5, ["1", "5", "12", "20", "08"]) + part(0.2, [",", "_"]) + part(0.4, [".0", ".1", ".3", ".10",
                ".20", "."])
                + part(0.7, list("dfFeEgGn%xXobsc") + ["i", "r", "dd"])).replace("{", "(")

    def percent(self):
        """A % formatting of one to three directives."""
        part = lambda probability, choices: self.pick(choices) if self.chance(probability) else ""
        made, values, is_named = "", [], self.chance(0.2)
        for _ in range(1 + self.random.randrange(2)):
            if self.chance(0.3):
                made += self.pick(PERCENTS)
            else:
                width, precision = part(0.4, ["5", "12", "*", "08"]), part(0.3, [".0", ".3", ".*", ".10", "."])
                values += [self.pick(["3", "-4", "12"]) for text in (width, precision) if "*" in text]
                made += ("%" + ("(k)" if is_named else "") + part(0.3, ["-", "+", " ", "#", "0", "-0",
                    "+#"]) + width + precision
                         + part(0.1, ["l", "h", "L"]) + self.pick("diouxXeEfFgGcrsadiouxXeEfFgGcrsay"))
            values.append(self.leaf())
        if is_named:
            given = self.pick([f"{{'k': {self.leaf()}}}", "{'x': 1}", "(1,)", "{}"])
        else:
            if self.chance(0.1):
                values.append("1")
            given = self.leaf() if self.chance(0.2) and "*" not in made else "(" + ", ".join(values) + ",)"
        return f"({self.pick(['', '', '', 'b'])}{made!a} % {given})"

    def tuple(self, depth):
        items = [self.expression(depth - 1) for _ in range(self.random.randrange(4))]
        return "(" + "".join(item + ", " for item in items) + ")"

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
                "e": lambda: self.pick(ENCODINGS), "r": lambda: self.pick(ERRORS), "n": lambda: self.number(0),
                "k": lambda: self.pick(KEYWORDS), "o": lambda: self.pick(["'big'", "'little'", "'x'"]),
                "t": lambda: self.pick(TYPES),
            }[letter]() if self.chance(0.93) else self.pick(ODD))
        if self.chance(0.02):
            made.append(self.pick(KEYWORDS))
        if any("=" in one or one.startswith("**") for one in made[:-1]):
            made.sort(key=lambda one: one in KEYWORDS)
        return ", ".join(made)

    def method(self, depth):
        kind = self.random.randrange(11)
        if kind < 2:
            receiver, methods = self.text(depth - 1), TEXT_METHODS
        elif kind == 7:
            receiver, methods = self.tuple(depth - 1), TUPLE_METHODS
        elif kind == 8:
            receiver, methods = self.pick([
                ("bytearray(b'aXbXc')", BYTEARRAY_METHODS), ("range(10, -5, -3)", RANGE_METHODS), ("range(7)",
                RANGE_METHODS),
                ("slice(5, None, -1)", SLICE_METHODS), ("slice(1, 9, 2)", SLICE_METHODS),
                ("memoryview(bytearray(b'abcdefgh'))", MEMORYVIEW_METHODS), ("memoryview(b'xyz')[::2]",
                MEMORYVIEW_METHODS)])
        elif kind == 9:
            receiver, methods = self.pick([("str", TEXT_METHODS), ("list", LIST_METHODS), ("dict", DICT_METHODS), (
                "int", INT_METHODS), ("float", FLOAT_METHODS), ("bytes", BYTES_METHODS), ("set", SET_METHODS)])
            name = self.pick(sorted(methods))
            rest = self.arguments(methods[name], depth)
            value = self.expression(0) if self.chance(0.3) else {
                "str": self.pick(TEXTS), "list": "[1, 2]", "dict": "{1: 2}", "int": "7", "float": "2.5",
                "bytes": "b'x'",
                "set": "{1, 2}"}[receiver]
            return f"{receiver}.{name}({value}{', ' + rest if rest else ''})"
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
        return self.fill(self.pick(FUNCTION_CALLS), depth - 1)

    def fill(self, template, depth=1, more=None, level=0):
        """A template with its choices «a¦"
            "b» made and its slots $name filled; `more` has further slots' templates, plain ones first."""
        while "«" in template:
            template = re.sub("«([^«»]*)»", lambda found: self.pick(found[1].split("¦")), template)

        def slot(found):
            name = found[1]
            if name == "$":
                return name
            if more and name in more:
                return self.fill(self.pick(more[name]) if level < 5 else more[name][0], depth, more, level + 1)
            return {
                "any": lambda: self.expression(depth), "leaf": self.leaf, "int": lambda: self.pick(INTS),
                "float": lambda: self.pick(FLOATS), "num": lambda: self.number(depth), "text": lambda: self.text(depth),
                "plain": lambda: self.pick(TEXTS), "iter": lambda: self.iterable(depth),
                "list": lambda: self.list(depth),
                "dict": lambda: self.dict(depth), "set": lambda: self.set(depth), "bytes": lambda: self.pick(BYTES),
                "small": self.small, "slice": self.slice, "spec": lambda: repr(self.spec()),
                "odd": lambda: self.pick(ODD),
                "numtext": lambda: self.pick(NUMBER_TEXTS), "types": lambda: self.pick(TYPES),
                "oddindex": self.odd_index,
                "percent": self.percent, "large": lambda: self.pick(LARGE), "cmp": lambda: self.pick(COMPARE),
                "op": lambda: self.pick(BINARY), "kw": lambda: self.pick(KEYWORDS),
                "digit": lambda: self.pick("0123456789"),
                "tuple": lambda: self.tuple(depth), "enc": lambda: self.pick(ENCODINGS),
                "err": lambda: self.pick(ERRORS),
            }[name]()

        return re.sub(r"\$(\$|[a-z]+)", slot, template)

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
            return self.percent()
        return self.pick([
            f"({self.expression(depth - 1)} if {self.expression(depth - 1)} else {self.expression(depth - 1)})",
            f"{self.list(depth - 1)}[{self.small()}]", f"{self.dict(depth - 1)}[{self.leaf()}]",
            f"(lambda a, b=1, *c, **d: (a, b, c, d))({self.leaf()}, *{self.iterable(0)})",
            f"(not {self.expression(depth - 1)})",
            f"({self.pick(['2', '-3', '10'])} ** {self.pick(['0', '3', '-2', '100', '0.5'])})",
            f"({self.pick(INTS)} {self.pick(['<<', '>>'])} {self.pick(['0', '1', '5', '64', '-1', '200'])})",
        ])

