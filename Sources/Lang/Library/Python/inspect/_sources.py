"""Where things are written, and their text."""
import _katydid
import sys as _sys
import types as _types
from inspect._kinds import iscode, isclass, isframe, isfunction, ismethod, ismodule, istraceback

__name__ = "inspect"


class ClassFoundException(Exception):
    pass


class EndOfBlock(Exception):
    pass


def unwrapped(func):
    from inspect._signatures import unwrap

    return unwrap(func)


def _code(object):
    """The code of what has one; None for other things."""
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    return object if iscode(object) else None


def getfile(object):
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError("{!r} is a built-in module".format(object))
    if isclass(object):
        if hasattr(object, "__module__"):
            module = _sys.modules.get(object.__module__)
            if getattr(module, "__file__", None):
                return module.__file__
            if object.__module__ == "__main__":
                raise OSError("source code not available")
        raise TypeError("{!r} is a built-in class".format(object))
    code = _code(object)
    if code is not None:
        return code.co_filename
    raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got {}".format(
        type(object).__name__))


def getsourcefile(object):
    name = getfile(object)
    return name if _lines(object) else None


def getabsfile(object, _filename=None):
    import os

    return os.path.normcase(os.path.abspath(_filename or getsourcefile(object) or getfile(object)))


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    if hasattr(object, "__module__"):
        return _sys.modules.get(object.__module__)
    try:
        name = getfile(object)
    except (TypeError, FileNotFoundError):
        return None
    for module in list(_sys.modules.values()):
        if ismodule(module) and getattr(module, "__file__", None) == name:
            return module
    return None


def _lines(object):
    """The lines of the text in which something is written; none where there is no such text."""
    code = _code(object)
    if code is not None:
        return _katydid.frame_lines(code)
    module = object if ismodule(object) else _sys.modules.get(getattr(object, "__module__", None))
    for value in list(getattr(module, "__dict__", {}).values()):
        # Every function of a module knows its text.
        inner = value.__dict__.values() if isclass(value) else (value,)
        for function in inner:
            if isfunction(function) and function.__module__ == module.__name__ and function.__code__.co_filename == getattr(
                    module, "__file__", None):
                return _katydid.frame_lines(function.__code__)
    try:
        with open(module.__file__, encoding="utf-8") as file:
            return file.readlines()
    except (AttributeError, OSError, RuntimeError):
        return []


def findsource(object):
    getfile(object)
    lines = _lines(object)
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        return lines, _class_line(lines, object.__qualname__)
    code = _code(object)
    if code.co_firstlineno > len(lines):
        raise OSError("lineno is out of bounds")
    return lines, _decorated(lines, code.co_firstlineno - 1)


def _decorated(lines, number):
    """The line in which the decorators of what stands in a line begin; the line itself where there are none."""
    if not lines[number].lstrip().startswith(("def ", "class ", "async ")):
        return number
    depth, start = indentsize(lines[number]), number
    for at in range(number - 1, -1, -1):
        text = lines[at].strip()
        is_level = text and indentsize(lines[at]) == depth
        if is_level and text[0] == "@":
            start = at
        elif text and text[0] not in "#)]}" and indentsize(lines[at]) <= depth:
            break
    return start


def _class_line(lines, qualname):
    """Where a class stands of a dotted name: within the classes and functions that it names."""
    open_blocks, found = [], None
    for number, line in enumerate(lines):
        text = line.lstrip()
        words = text.replace("(", " ").replace(":", " ").split()
        if len(words) < 2 or words[0] not in ("class", "def"):
            continue
        depth = len(line) - len(text)
        while open_blocks and open_blocks[-1][0] >= depth:
            open_blocks.pop()
        open_blocks.append((depth, words[1] if words[0] == "class" else words[1] + ".<locals>"))
        if words[0] == "class" and ".".join(name for _, name in open_blocks) == qualname:
            found = number
    if found is None:
        raise OSError("could not find class definition")
    return _decorated(lines, found)


def indentsize(line):
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


class _Scanner:
    """Knows, line by line, whether a statement goes on."""

    def __init__(self):
        self.brackets, self.quote, self.is_continued = 0, "", False

    def is_inside(self):
        return bool(self.brackets > 0 or self.quote or self.is_continued)

    def read(self, line):
        at, self.is_continued = 0, False
        while at < len(line):
            if self.quote:
                if line[at] == "\\":
                    at += 1
                elif line.startswith(self.quote, at):
                    at += len(self.quote) - 1
                    self.quote = ""
            elif line[at] in "\"'":
                self.quote = line[at:at + 3] if line[at:at + 3] == line[at] * 3 else line[at]
                at += len(self.quote) - 1
            elif line[at] == "#":
                break
            elif line[at] in "([{":
                self.brackets += 1
            elif line[at] in ")]}":
                self.brackets -= 1
            elif line[at] == "\\" and line[at + 1:].strip() == "":
                self.is_continued = True
            at += 1
        if len(self.quote) == 1 and not line.rstrip("\n").endswith("\\"):
            self.quote = ""


def getblock(lines):
    """The lines of the block that begins with the first one."""
    depth, end, scanner, has_header, inner = indentsize(lines[0]), 0, _Scanner(), False, None
    for number, line in enumerate(lines):
        text = line.strip()
        if not scanner.is_inside():
            if text[:1] == "#" and has_header:
                # A comment ends nothing, and belongs to the block when it stands as far in.
                if inner is not None and indentsize(line) >= inner:
                    end = number + 1
                continue
            if has_header and text and indentsize(line) <= depth:
                break
            if has_header and text and inner is None:
                inner = indentsize(line)
            if text and not has_header and text[0] not in "@#" and number:
                # What follows the decorators.
                has_header = True
            if not number:
                has_header = text[:1] != "@"
        scanner.read(line)
        if text:
            end = number + 1
    return lines[:end]


def getsourcelines(object):
    object = unwrapped(object)
    lines, number = findsource(object)
    if ismodule(object) or (code := _code(object)) is not None and code.co_name == "<module>":
        return lines, 0
    return getblock(lines[number:]), number + 1


def getsource(object):
    return "".join(getsourcelines(object)[0])


def getcomments(object):
    try:
        lines, number = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        start = 1 if lines and lines[0][:2] == "#!" else 0
        while start < len(lines) and lines[start].strip() in ("", "#"):
            start += 1
        end = start
        while end < len(lines) and lines[end][:1] == "#":
            end += 1
        return "".join(line.expandtabs() for line in lines[start:end]) or None
    depth, start = indentsize(lines[number]), number
    while start and lines[start - 1].lstrip()[:1] == "#" and indentsize(lines[start - 1]) == depth:
        start -= 1
    return "".join(line.expandtabs().lstrip() for line in lines[start:number]) or None
