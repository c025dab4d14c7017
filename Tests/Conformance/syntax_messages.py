# What is said of text that is no program.
TEXTS = [
    "lambda x", "def f(*a, /): pass", "match x:\npass", "(a for b in c) = 1", "f(a=)", "x = f(a, b=)",
    "if x.a = 1: pass", "if x = 1: pass", "if f() = 1: pass", "if x = y = 1: pass", "while x[0] = 1: pass", "[x = 1]",
    "(x = 1)", "{x = 1}", "(x.y = 1)", "[1, x = 2]", "(a, b = 1)", "f(x = 1 = 2)", "f(x.y=1)", "x[a = 1]", "if True = 1: pass",
    "if a < b = c: pass", "f'\\N'", "f'\\N{'", "f'\\N{foo}'", "f'\\N{DIGIT ONE'", "'\\N{'", "'\\N{spam'", "'\\N{}'", "'\\Nabc'",
    "'\\x1'", "'ab\\u12'", "'é\\u12'", "b'ab\\x1'", "'\\U00110000'", "f'\\x'", "'\\N{no such}'",
    "match x:\n case {0: 1, -0: 2}: pass", "match x:\n case {1: _, True: _}: pass", "match x:\n case {f'a': _}: pass",
    "match x:\n case {1: _, 1.0: _}: pass", "match x:\n case {-1: _, -1: _}: pass", "match x:\n case {0: _, False: _}: pass",
    "match x:\n case 0 + 0: pass", "match x:\n case {2.5: _, 2.50: _}: pass", "match x:\n case {-1: _, 1: _}: pass",
    "match x:\n case {None: 1, None: 2}: pass", "match x:\n case {a.b: 1, a.b: 2}: pass",
    "match x:\n case 1 if y = 2: pass",
]
for text in TEXTS:
    try:
        compile(text, "s", "exec")
    except SyntaxError as e:
        print(type(e).__name__, e, repr(text))
    else:
        print("fine", repr(text))
