"""Patterns, imports and classes that are no Python, and what is said of them."""
for source in ['match x:\n case {"a": 1, "a": 2}: pass', "match x:\n case {1: 1, 1: 2}: pass", "match x:\n case {a: 1}: pass",
               "match x:\n case {**_}: pass", "match x:\n case -a: pass", "match x:\n case {a.b: 1, -1: 2, 'c': 3}: pass",
               "match x:\n case {**rest}: pass", "from a import ()", "from a import b,", "from a import (b, c,)",
               "class A(x for x in y): pass", "class A((x for x in y)): pass", "class A(B, metaclass=C): pass"]:
    try:
        compile(source, "<text>", "exec")
        print("read", repr(source))
    except SyntaxError as error:
        print(type(error).__name__, error.msg)
