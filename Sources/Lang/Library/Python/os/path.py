"""The rest of os.path."""
import _katydid

curdir = "."
pardir = ".."
extsep = "."
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = False


def _text(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__)
    return method(path)


def getsize(filename):
    return _katydid.measure_file(_text(filename))[0]


def getmtime(filename):
    return _katydid.measure_file(_text(filename))[1] / 1e9


getctime = getmtime
getatime = getmtime


def lexists(path):
    return exists(path)


def islink(path):
    return False


def ismount(path):
    return normpath(_text(path)) == "/"


def samefile(f1, f2):
    for path in (f1, f2):
        getsize(path)
    return realpath(f1) == realpath(f2)


def normcase(s):
    return _text(s)


def splitdrive(p):
    p = _text(p)
    return p[:0], p


def expandvars(path):
    import os
    import re
    path = _text(path)

    def value(match):
        return os.environ.get(match.group(1) or match.group(2), match.group(0))

    return re.sub(r"\$(?:(\w+)|\{([^}]*)\})", value, path)


def commonprefix(m):
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(_text, m))
    low, high = min(m), max(m)
    for index, character in enumerate(low):
        if character != high[index]:
            return low[:index]
    return low


def commonpath(paths):
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    paths = tuple(map(_text, paths))
    if len({path.startswith("/") for path in paths}) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    split = [[part for part in path.split("/") if part and part != "."] for path in paths]
    low, high = min(split), max(split)
    common = low
    for index, part in enumerate(low):
        if part != high[index]:
            common = low[:index]
            break
    return ("/" if paths[0].startswith("/") else "") + "/".join(common)


def relpath(path, start=None):
    path = _text(path)
    if not path:
        raise ValueError("no path specified")
    first = [part for part in abspath("." if start is None else _text(start)).split("/") if part]
    wanted = [part for part in abspath(path).split("/") if part]
    shared = len(commonprefix([first, wanted]))
    parts = [".."] * (len(first) - shared) + wanted[shared:]
    return "/".join(parts) if parts else "."
