"""The grammar's classes: operators, attributes, and how classes are made."""

OPERATORS = ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "and", "or", "xor", "lshift", "rshift", "matmul",
    "divmod"]
SIGNS = {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "and": "&",
    "or": "|",
         "xor": "^", "lshift": "<<", "rshift": ">>", "matmul": "@"}
# The parameters of special methods beside self.
METHODS = {
    **{f"__{prefix}{name}__": "other" for name in OPERATORS for prefix in ("", "r", "i") if (prefix, name) != ("i",
    "divmod")},
    **{f"__{name}__": "other" for name in ("eq", "ne", "lt", "le", "gt", "ge")},
    **{f"__{name}__": "" for name in (
        "len", "bool", "neg", "pos", "invert", "abs", "index", "int", "float", "str", "repr", "bytes", "hash", "iter",
        "reversed", "next",
        "length_hint", "trunc", "floor", "ceil", "complex", "dir", "enter", "fspath", "sizeof")},
    "__getitem__": "key", "__contains__": "key", "__call__": "*args, **kwargs", "__getattr__": "name",
    "__format__": "spec",
    "__round__": "*args", "__setitem__": "key, value", "__delitem__": "key", "__exit__": "*info", "__missing__": "key",
    "keys": "",
    "__setattr__": "name, value", "__delattr__": "name", "__getattribute__": "name", "__instancecheck__": "other",
    "__get__": "*where",
    "__set__": "owner, value", "__init__": "*args", "__new__": "*args", "__class_getitem__": "key",
}
# What they give beside the usual: right results and wrong ones.
RESULTS = {
    "__len__": ["3", "0", "-1", "'x'", "None", "True", "1.0"], "__bool__": ["True", "False", "1", "None"],
    "__index__": ["2", "-1", "True"], "__int__": ["7", "True"],
    "__float__": ["1.5", "1", "None", "'x'"], "__str__": ["'text'", "5", "None"], "__repr__": ["'shown'", "5", "None"],
    "__hash__": ["1", "2**70", "-1", "True"], "__iter__": ["iter([1, 2])", "5", "[1]", "self", "None",
    "(i for i in 'ab')"],
    "__format__": ["'<' + spec + '>'", "5", "None"], "__bytes__": ["b'by'", "'x'", "None"],
    "__reversed__": ["iter([2, 1])", "5", "[3]"],
    "__length_hint__": ["5", "-1", "'x'", "NotImplemented"], "__dir__": ["['b', 'a']", "5", "('x',)"],
    "keys": ["['a', 'b']", "'ab'"],
    "__init__": ["None", "5"], "__new__": ["super().__new__(self)", "5", "None"], "__complex__": ["1", "'x'"],
    "__exit__": ["True", "False", "None"],
    "__trunc__": ["3"], "__fspath__": ["'p'"], "__sizeof__": ["5"],
    "__next__": ["self.__dict__.setdefault('_i', iter('xy')).__next__()", "next(iter(()))"],
    # Without an end, a walk over the object would have none.
    "__getitem__": ["[7, 8, 9][key]", "{0: 'zero', 'a': 1}[key]", "'abc'[key]",
    "(key,) if key in ('a', -1) else [][0]"],
    "__getattribute__": ["object.__getattribute__(self, name)", "(name,)"],
    "__setattr__": ["object.__setattr__(self, name, 7)", "None"],
}
GENERAL = ["NotImplemented", "('{0}', 1)", "5", "None", "'r'", "self", "True", "[1]", "1 // 0", "{{}}"]
USES = [
    *(f"$C {sign} $o" for sign in SIGNS.values()), *(f"$o {sign} $C" for sign in SIGNS.values()), *(f"$C {sign} $C"
    for sign in SIGNS.values()),
    *(f"inplace($C, '{sign}', $o)" for sign in SIGNS.values()), *(f"inplace($o, '{sign}', $C)"
    for sign in SIGNS.values()),
    *(f"$C {sign} $o" for sign in ("==", "!=", "<", "<=", ">", ">=", "in", "is")), *(f"$o {sign} $C" for sign in ("==",
    "!=", "<", "<=", ">", ">=", "in", "not in")),
    "$C < $C", "$C == $C", "$C[$o]", "$C[1:2]", "$C[1:2, 3]", "$C[-1]", "$C()", "$C(1, x=2)", "len($C)", "bool($C)",
    "-$C", "+$C", "~$C", "not $C",
    "[1, 2, 3][$C]", "[1, 2, 3][$C:]", "int($C)", "float($C)", "str($C)", "repr($C)", "ascii($C)", "bytes($C)",
     "hash($C) == 1", "$C.missing",
    "list($C)", "tuple($C)", "set($C)", "sorted($C)", "dict($C)", "'%s' % ($C,)", "'%d' % $C", "'%x' % $C", "'%f' % $C",
    "'%c' % $C", "'%s' % $C", "f'{$C:x}'", "f'{$C}'", "f'{$C!r:>9}'",
    "'{0.a} {0[k]}'.format($C)", "format($C, '5')", "abs($C)", "round($C)", "round($C, 1)", "round(2.567, $C)",
    "list(reversed($C))", "sorted([$C, $C])[0].attribute", "max($C, 1)", "min([$C, 2])",
    "{$C: 1}[$C]", "[] + $C", "'' + $C", "range($C)", "'abc'[$C:]", "$C.attribute", "isinstance($C, $N)",
    "isinstance(1, $C)", "issubclass(int, $C)", "divmod($C, 2)", 
     "pow(2, $C)", "sum([$C, 1])", "print_type($C)", 
      "math.sqrt($C)", "bin($C)", "hex($C)", "chr($C)", "ord($C)",
    "any($C)", "all([$C])", "list(zip($C, [1]))", "list(map(str, $C))", "[*$C]", "{**$C}", "call(**$C)", "call(*$C)",
    "'-'.join($C)", "'-'.join([$C])", "b''.join([$C])", "next($C)", "iter($C) is None",
    "'abc'.replace('a', $C)", "'abc'.find($C)", "'abc'.startswith($C)", "'abc'.center($C)", "'abc' * $C",
    "[1, 2].index($C)", "[1, 2].count($C)", "[1].insert($C, 2)", "[1].pop($C)", "[1].extend($C)",
    "{1: 2}.get($C)", "{1: 2}.update($C)", "{1, 2} | $C", "{1} & {$C}", "{1}.union($C)", "$C in [$C]", "$C in {1: 2}",
    "1 in $C", "operator.index($C)",
    "unpack($C)", "int('10', $C)", "int.from_bytes($C, 'big')", "enter($C)", "exec_for($C)", "setattr($C, 'z', 1)",
    "delattr($C, 'attribute')", "setitem($C, 0, 1)", "delitem($C, 0)", "vars($C)", "hasattr($C, 'zz')",
    "getattr($C, 'zz', 4)", "complex_free($C)", "slice($C).indices(5)", "float.fromhex($C)", "memoryview($C)",
    "callable($C)", "$N[5]", "$N.attribute", "$C.__class__.__name__", "os.fspath($C)", "copy.copy($C)",
    "$C.__init__(1)",
    "type($C).__len__", "enumerate($C, $C)", "str($C, 'utf-8')", "[3, 1, 2].sort(key=$C)", "sorted([1, 2], reverse=$C)",
    "json.dumps($C)", "random.Random(1).choice($C)",  "print(end=$C)",
    "'{:{}}'.format(5, $C)", "'%*d' % ($C, 5)", "[1, 2, 3] * $C", "b'ab' * $C", "(1,) * $C", "$C.real", "$C.__dict__",
    "math.gcd($C, 4)", "math.comb(5, $C)", "3 << $C", "1.5 < $C", "None == $C",
]

# So many of the uses, the operators and comparisons, are asked where programs are settled.
SETTLED = USES.index("$C[$o]")


class Classes:
    """Classes with odd special methods, and what is done with their objects."""

    def classes(self):
        names = [self.fresh("C")]
        bases = ["", "", "", "", "(int)", "(str)", "(list)", "(dict)", "(tuple)", "(float)", "(set)", "(bytes)", "(Exception)"]
        lines = self.operator_class(names[0], "" if self.settled else self.pick(bases))
        if self.chance(0.4) and not self.settled:
            names.append(self.fresh("C"))
            lines += self.operator_class(names[1], self.pick([f"({names[0]})", f"({names[0]})", "", "(int)"]))
        for use in self.random.sample(USES[:SETTLED] if self.settled else USES, 10):
            def other(name=self.pick(names)):
                return use.replace("$N", name).replace("$C", self.pick(names) + "()")
            lines.append(f"fact({self.fresh('c')!r}, lambda: {other().replace('$o', self.pick(names) + '()' if self.chance(0.3) else self.leaf())})")
        return lines

    def operator_class(self, name, base):
        lines = [f"class {name}{base}:", f"    attribute = {self.leaf()}"]
        for method in self.random.sample(sorted(METHODS), self.random.randrange(1, 7)):
            parameters = METHODS[method]
            results = RESULTS.get(method, []) if self.chance(0.9) else []
            result = self.pick(results[:1] or GENERAL[:2] if self.settled else results or GENERAL)
            if method in ("__getitem__", "__next__", "__index__", "__int__", "__trunc__", "__hash__", "__fspath__", "keys"):
                result = self.pick(RESULTS[method])
            if result in GENERAL:
                result = result.format(method)
            if method in ("__getattr__", "__getattribute__") and "name" not in result and self.chance(0.5):
                result = "object.__getattribute__(self, name)"
            if self.chance(0.04) and not self.settled:
                lines.append(f"    {method} = {self.pick(['None', '5', 'len', 'property(lambda self: 1)', 'staticmethod(lambda *a: 3)', 'classmethod(lambda *a: 4)'])}")
            elif self.chance(0.05):
                lines.append(f"    def {method}(self{', ' + parameters if parameters else ''}): raise {self.pick(['ValueError(1)', 'TypeError', 'AttributeError(2)', 'StopIteration', 'IndexError', 'KeyError'])}")
            else:
                lines.append(f"    def {method}(self{', ' + parameters if parameters else ''}): return {result}")
        return lines

    # Attributes

    def attributes(self):
        """A class of descriptors, properties and slots, and what getting, setting and deleting its attributes does."""
        name = self.fresh("A")
        base = self.pick(["", "", "(Base)", "(Slotted)", "(int)", "(Base, Mixin)"])
        lines = [f"class {name}{base}:"]
        members = [
            "x = Reading('x')", "x = Both('x')", "x = Refusing()", "x = 5",
            "y = property(lambda self: log.append('get') or 3)", "y = property()",
            "y = property(None, lambda self, v: log.append(('set', v)))", "__slots__ = ('x', 'z')", "__slots__ = 'q'",
            "__slots__ = ('__dict__',)", "__slots__ = ()",
            "def x(self): return 'method'", "@staticmethod\ndef y(*a): return a",
            "@classmethod\ndef y(cls, *a): return cls.__name__, a",
            "@property\ndef x(self): return log\n@x.setter\ndef x(self, v): log.append(v)\n@x.deleter\ndef x(self): log.append('del')",
            "@functools.cached_property\ndef z(self): log.append('cached'); return 8",
            "def __getattr__(self, n): log.append(('getattr', n)); return n if n < 'y' else object.__getattribute__(self, n)",
            "def __setattr__(self, n, v): log.append(('setattr', n)); super().__setattr__(n, v)",
            "def __delattr__(self, n): log.append(('delattr', n)); super().__delattr__(n)",
            "def __getattribute__(self, n): return super().__getattribute__(n)",
            "def __init__(self): self.z = 1", "def __init__(self): self.x = 2", "def __dir__(self): return ['z', 'x']",
            "def __init_subclass__(cls, **k): log.append(('sub', cls.__name__, k))",
            "def __set_name__(self, owner, name): log.append(name)", "z = 1; z += 1", "z: int = 3", "y = Both('y')",
            "__hash__ = None",
            "def __eq__(self, o): return True", 
            "class Inner: x = 1", "__match_args__ = ('x',)", "def __repr__(self): return 'shown'"]
        for one in self.random.sample(members, self.random.randrange(1, 6)):
            lines += ["    " + line for line in one.split("\n")]
        steps = [
            "o.x", "o.y", "o.z", "o.x = 1", "o.y = 2", "o.z = 3", "del o.x", "del o.y", "del o.z", "o.x()", "o.y(1)",
            "o.z(2)", f"{name}.x", f"{name}.y", f"{name}.z", f"{name}.x = 4", f"del {name}.x",
            f"{name}.y = property(lambda s: 'late')",  "hasattr(o, 'x')",
            "getattr(o, 'y', 'default')",  "o.x += 1",
            "o.__class__.__name__",
            f"super({name}, o).x", f"{name}.__dict__['x'].__get__(o)", f"object.__getattribute__(o, 'x')",
            f"object.__setattr__(o, 'z', 5)", f"type(o).__mro__[1].__name__", "o.__slots__", "o == o",
            "hash(o) == hash(o)", "repr(o)[:6]",
            f"type('Sub', ({name},), {{}}).__name__", "o.__doc__", "o.__module__",
            f"{name}.__name__ = 'New'", f"{name}.__annotations__", "o.missing", f"{name}.missing", "o.missing = 1",
            f"{name}.__qualname__", "o.w.v"]
        lines += ["log = []", "def step(name, text):", "    try: result = eval(text, globals())",
            "    except SyntaxError:", "        try: exec(text, globals()); result = None",
                  "        except Exception as e: result = (type(e).__name__, str(e))",
                  "    except Exception as e: result = (type(e).__name__, str(e))",
                  "    print(name, show(result), show(log)); log.clear()",
                  "try: o = " + name + "()", "except Exception as e: print(type(e).__name__, e)"]
        body = ["try:"] + ["    " + line for line in lines[:lines.index("log = []")]] + ["except Exception as e:",
            "    print(type(e).__name__, e)", f"    class {name}: pass"]
        lines = ["log = []"] + body + lines[lines.index("log = []") + 1:]
        return lines + [f"step({self.fresh('a')!r}, {step!r})" for step in self.random.sample(steps, 12)]

    # How classes are made

    def makings(self):
        """Metaclasses, hooks, abstract classes, data classes, enumerations and named tuples."""
        name = self.fresh("M")
        kind = self.random.randrange(5)
        if kind == 0:
            parts = self.random.sample([
                "def __new__(m, n, b, d, **k): log.append(('new', n, sorted(k))); return super().__new__(m, n, b, d)",
                "def __init__(c, n, b, d, **k): log.append(('init', n)); super().__init__(n, b, d)",
                "def __call__(c, *a, **k): log.append(('call', a, k)); return super().__call__(*a, **k)",
                "@classmethod\ndef __prepare__(m, n, b, **k): log.append(('prepare', n, k)); return {'added': 1}",
                "def __getattr__(c, n): return 'meta ' + n", "def __len__(c): return 7",
                "def __iter__(c): return iter('it')", "def __contains__(c, o): return True",
                "def __instancecheck__(c, o): return 'yes'",
                "def __subclasscheck__(c, o): return 0", "def __getitem__(c, k): return 'xyz'[k]",
                "def __repr__(c): return 'R'", "def __eq__(c, o): return True", "def mro(c): return [c, object]",
                "def __add__(c, o): return 'sum'",
                "def __dir__(c): return ['a']", "x = property(lambda c: 'prop')", "def __bool__(c): return False",
                "def __or__(c, o): return 'or'"], self.random.randrange(1, 5))
            lines = [f"class Meta{name}(type):"] + ["    " + line for one in parts for line in one.split("\n")]
            use = self.fill("«¦, key=1¦, x=2, y=3»")
            body = self.fill("«pass¦x = 1¦def __init__(self, *a): log.append(a)¦def __new__(cls, *a): return 5¦added += 1¦def __init_subclass__(cls, **k): log.append(k)»")
            lines += [f"class {name}({self.pick(['', 'Base, ', 'int, ', 'Mixin, Base, '])}metaclass=Meta{name}{use}):",
                f"    {body}", f"class Sub{name}({name}{self.pick(['', ', z=1'])}): pass"]
            checks = [f"{name}.x", f"len({name})", f"list({name})", f"5 in {name}", f"isinstance(5, {name})",
                f"issubclass(int, {name})", f"repr({name})", f"{name} == 5", f"{name}(1)", f"Sub{name}()",
                f"{name} + 1",
                      f"type(Sub{name}).__name__", f"{name}.missing", f"bool({name})", f"{name}.added", f"[c.__name__ for c in Sub{name}.__mro__]", f"{name}(a=1)",
                      f"type({name}()).__name__", f"hash({name}) == 1"]
            return self.guarded(name, lines, checks)
        if kind == 1:
            options = self.fill("(«¦order=True¦frozen=True¦eq=False¦slots=True¦kw_only=True¦repr=False¦unsafe_hash=True¦init=False¦frozen=True, order=True¦order=True, eq=False¦match_args=False»)")
            fields = self.random.sample([
                "a: int", "b: str = 'b'", "c: list = field(default_factory=list)",
                "d: int = field(default=4, repr=False)", "e: ClassVar[int] = 5", "f: InitVar[int] = 6",
                "g: float = field(compare=False, default=1.0)",
                "h: int = field(init=False, default=8)", "_: KW_ONLY", "j: int = field(kw_only=True)",
                "k: int = field(hash=False, default=2)", "l: int = field(default=1, default_factory=int)",
                "m: 'int' = 3",
                "def __post_init__(self, *a): log.append(a)", "n = 5", "@property\ndef o(self): return 'o'",
                "p: int = field(init=False)"], self.random.randrange(1, 6))
            lines = [f"@dataclass{options}", f"class {name}{self.pick(['', '(Data)', '(Base)'])}:"] + ["    " + line
                for one in fields for line in one.split("\n")]
            make = f"{name}({self.pick(['', '1', '1, 2', '1, 2, 3', 'a=1', 'a=1, j=2', '1, j=5', 'b=2', 'x=1'])})"
            checks = [make, f"{make} == {make}", f"{make} < {make}", f"(lambda a, b: hash(a) == hash(b))({make}, {make})", f"asdict({make})",
                f"astuple({make})", f"replace({make}, a=5)", f"replace({make}, b=6)",
                f"[f.name for f in fields({name})]",
                      f"str(inspect.signature({name}))", f"setattr({make}, 'a', 1)", f"{make}.__match_args__",
                      f"delattr({make}, 'b')", f"{name}.__hash__ is None", f"{make}.b", f"{name}.e", f"{make}.c",
                      f"is_dataclass({name})", f"[repr(f)[:60] for f in fields({name})]"]
            return self.guarded(name, lines, checks)
        if kind == 2:
            base = self.pick(["Enum", "IntEnum", "Flag", "IntFlag", "StrEnum", "str, Enum", "Enum", "int, Enum"])
            members = self.random.sample(["A = 1", "B = 2", "C = 4", "D = 1", "E = auto()", "F = 'text'", "G = (1, 2)",
                "H = A", "I = 6", "J = -1", "K = 3", "def method(self): return self.name", "__str__ = lambda self: 'S'",
                                          "@classmethod\ndef _missing_(cls, v): return None", "L = 0",
                                          "_ignore_ = ['Z']", "M = auto()", "A = 2",
                                          "def _generate_next_value_(n, s, c, l): return n.lower()", "N = 'n'",
                                          "x: int"], self.random.randrange(2, 7))
            if base != "Enum":
                # What goes wrong with these has no text to rely on.
                members = [one for one in members if one[:1] not in "FGN"]
            lines = [f"class {name}({base}{self.pick(['', '', ', boundary=KEEP', ', boundary=STRICT']) if 'Flag' in base else ''}):"] + ["    " + line
                for one in members for line in one.split("\n")]
            checks = [f"list({name})", f"{name}.A", f"repr({name}.A)", f"str({name}.B)", f"{name}(1)", f"{name}(3)",
                f"{name}(7)", f"{name}(-2)", f"{name}['A']", f"{name}['Z']", f"{name}.A | {name}.B",
                f"{name}.A & {name}.B", f"~{name}.A", f"{name}.A ^ {name}.C",
                      f"{name}.A == 1", f"{name}.A < {name}.B", f"{name}.A.name, {name}.A.value",
                      f"f'{{{name}.A}} {{{name}.B:>9}}'", f"'%s %d' % ({name}.A, {name}.B)", f"{name}.A in {name}",
                      f"1 in {name}", f"'x' in {name}", f"len({name})", f"{name}.A = 5",
                      f"sorted({name}.__members__)", f"list(reversed({name}))", f"{name}.A.B",
                      f"type({name}.A).__name__", f"{name}(1) is {name}.A", f"bool({name}.A)",
                      f"hash({name}.A) == hash('A')", f"{name}.A.method()", f"json.dumps({name}.A)", f"list({name}.A)",
                      f"{name}('n')", f"{name}({name}.A)", f"{name}.A + 1", f"{name}('Dyn', 'P Q')",
                      f"{base.split(', ')[-1]}('Dyn', 'P Q', start=3)", f"copy.copy({name}.A)",
                      f"format({name}.A, 's')", f"{name}.E.value", f"{name}.missing", f"setattr({name}, 'A', 2)",
                      f"delattr({name}, 'A')", f"{name}.__doc__"]
            return self.guarded(name, lines, checks)
        if kind == 3:
            fields = self.fill("«'a b'¦['a', 'b', 'c']¦'a, b'¦'a a'¦'_x'¦'class'¦()¦'a 1'¦"
                f"['a', 'def'], rename=True¦'a b', defaults=[1]¦'a', defaults=[1, 2]¦'a b', module='m'¦"
                f"'x y z', defaults=(None,)»")
            lines = [f"{name} = namedtuple('{name}', {fields})", f"class Sub{name}({name}):", "    __slots__ = ()",
                "    def total(self): return len(self)"]
            make = f"{name}({self.pick(['1', '1, 2', '1, 2, 3', '', 'a=1', 'a=1, b=2', '*range(2)', 'z=1'])})"
            checks = [make, f"{make}._asdict()", f"{make}._replace(a=9)", f"{make}._replace(q=9)", f"{name}._fields",
                f"{name}._field_defaults", f"{name}._make([1, 2])", f"{make}[0]", f"{make}.a", f"{make} + (1,)",
                f"{make} == (1, 2)", f"Sub{make}.total()", f"repr(Sub{make})",
                      f"{make}.a = 5", f"setattr({make}, 'a', 5)", f"{name}.__doc__", f"str(inspect.signature({name}))",
                      f"{name}.__match_args__", f"len({make})", f"{make}.index(1)", f"copy.copy({make})",
                      f"{name}.a.__doc__", f"hash({make}) == hash((1, 2))", f"{make} < (3,)"]
            return self.guarded(name, lines, checks)
        body = self.random.sample(["@abstractmethod\ndef f(self): return 'abstract'",
            "@property\n@abstractmethod\ndef p(self): ...", "def g(self): return 'g'",
            "@classmethod\n@abstractmethod\ndef c(cls): ...", "__call__ = abstractmethod(lambda self: 1)",
                                   "@classmethod\ndef __subclasshook__(cls, o): return o is int or NotImplemented"],
                                   self.random.randrange(1, 4))
        lines = [f"class {name}(ABC):"] + ["    " + line for one in body
            for line in one.split("\n")] + [f"class Sub{name}({name}):",
            f"    {self.pick(['def f(self): return super().f()', 'p = 5', 'pass', 'def __call__(self): return 2'])}"]
        checks = [f"{name}()", f"Sub{name}()", f"Sub{name}().f()", f"sorted({name}.__abstractmethods__)",
            f"isinstance(5, {name})", f"issubclass(bool, {name})", f"{name}.register(str)", f"isinstance('x', {name})",
            f"issubclass(Sub{name}, {name})", f"Sub{name}().p", f"{name}.register({name})",
                  f"{name}.register(5)", f"sorted(Sub{name}.__abstractmethods__)", f"inspect.isabstract({name})",
                  f"{name}.__mro__[1].__name__"]
        return self.guarded(name, lines, checks)

    def guarded(self, name, lines, checks):
        """Lines that may fail where a class is made, and facts about it."""
        facts = [f"fact({self.fresh('q')!r}, lambda: ({check}))" for check in self.random.sample(checks, min(9,
            len(checks))) if " = " not in check]
        return ["log = []", "try:"] + ["    " + line for line in lines] + ["except Exception as e:",
            f"    print({name!r}, type(e).__name__, e)", "else:"] + [
            "    " + line for line in facts] + [f"print({name!r}, show(log))"]
