"""Chains of contexts, also circular ones, and the notes of exceptions."""


def chain(error):
    seen = []
    while error is not None and len(seen) < 6:
        seen.append(repr(error))
        error = error.__context__
    return seen


class MyException(Exception):
    pass


try:
    try:
        raise TypeError("first")
    except Exception as first:
        raise ValueError("second")
except ValueError as error:
    print(chain(error))
first, second, third = TypeError("a"), ValueError("b"), KeyError("c")
first.__context__ = second
second.__context__ = first
try:
    try:
        raise first
    except TypeError:
        raise third
except KeyError as error:
    print(chain(error))
try:
    try:
        raise first
    except TypeError:
        raise second
except ValueError as error:
    print(chain(error))
try:
    try:
        raise IndexError("one")
    except IndexError as one:
        try:
            raise KeyError("two")
        except KeyError as two:
            raise one
except IndexError as error:
    print(chain(error))
error = Exception("noted")
for note in ["n1", 2]:
    try:
        error.add_note(note)
    except TypeError as problem:
        print(problem)
print(error.__notes__)
error.__notes__ = "no list"
try:
    error.add_note("n")
except TypeError as problem:
    print(problem)
del error.__notes__
error.add_note("again")
print(error.__notes__)
for name in ["__cause__", "__context__", "args", "__traceback__", "__suppress_context__"]:
    try:
        delattr(error, name)
    except (TypeError, AttributeError) as problem:
        print(type(problem).__name__, problem)
for name in ["__cause__", "__context__", "__traceback__"]:
    try:
        setattr(error, name, 1)
    except TypeError as problem:
        print(problem)
imported = ImportError("x", name="n", path="p")
del imported.name
print(imported.name, imported.path, imported.msg)
for arguments in [("f", 1, 2), ("f", 1, 2, "t", 3), ("f", 1, 2, "t", 1, 2, 3)]:
    try:
        SyntaxError("m", arguments)
    except TypeError as problem:
        print(problem)
