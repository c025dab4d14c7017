"""The rest of os.path."""
import _katydid

__all__ = ["normcase", "isabs", "join", "splitdrive", "split", "splitext", "basename", "dirname", "commonprefix",
           "getsize", "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile", "ismount",
           "expanduser", "expandvars", "normpath", "abspath", "samefile", "sameopenfile", "samestat", "curdir", "pardir",
           "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "realpath", "supports_unicode_filenames",
           "relpath", "commonpath"]
curdir = "."
pardir = ".."
extsep = "."
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = False
_resolved = realpath


def _text(path):
    if isinstance(path, (str, bytes)):
        return path
    import os

    return os.fspath(path)


def _texts(function, paths):
    """The paths, all of them text or all of them bytes."""
    paths = tuple(map(_text, paths))
    if len({isinstance(path, bytes) for path in paths}) > 1:
        raise TypeError("Can't mix strings and bytes in path components")
    return paths


def _shaped(text, like):
    """A text as bytes, when the path that it comes from was given so."""
    return text.encode("utf-8", "surrogateescape") if isinstance(like, bytes) else text


def _plain(path):
    return path.decode("utf-8", "surrogateescape") if isinstance(path, bytes) else path


def _checked(path, function="stat", kinds="string, bytes, os.PathLike or integer"):
    """A path to look up."""
    if not isinstance(path, (str, bytes)):
        if isinstance(path, int) and function == "stat":
            raise RuntimeError("file descriptors are refused: give the path of a file")
        if not hasattr(type(path), "__fspath__"):
            raise TypeError(f"{function}: path should be {kinds}, not {type(path).__name__}")
        path = _text(path)
    return path


def _link_checked(path):
    return _checked(path, "lstat", "string, bytes or os.PathLike")


def _tells(test):
    def told(path):
        path = _plain(_checked(path))
        return "\0" not in path and test(path)

    return told


_is_there, _is_file, _is_directory = map(
    _tells, (_katydid.file_exists, _katydid.is_file, _katydid.is_directory))


def exists(path):
    return _is_there(path)


def isfile(path):
    return _is_file(path)


def isdir(s):
    return _is_directory(s)


def lexists(path):
    return _is_there(_link_checked(path))


def islink(path):
    _link_checked(path)
    return False


def ismount(path):
    path = _plain(_link_checked(path))
    return normpath(path) in ("/", "//")


def getsize(filename):
    return _katydid.measure_file(_checked(filename))[0]


def getmtime(filename):
    return _katydid.measure_file(_checked(filename))[1] / 1e9


def getatime(filename):
    return getmtime(filename)


def getctime(filename):
    return getmtime(filename)


def samefile(f1, f2):
    for path in (f1, f2):
        getsize(path)
    return realpath(f1) == realpath(f2)


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def sameopenfile(fp1, fp2):
    import os

    return samestat(os.fstat(fp1), os.fstat(fp2))


def realpath(filename, *, strict=False):
    filename = _text(filename)
    # Bytes that are no text are refused here.
    path = _plain(normpath(filename) and filename)
    if "\0" in path:
        raise ValueError("embedded null byte")
    if strict:
        getsize(filename)
    found = _real(path if path[:1] == "/" else _current() + "/" + path)
    return _shaped(found, filename)


def _current():
    import os

    return os.getcwd()


def _real(path):
    """A path without links. Those of a path that isn't there are those of the folders that are."""
    head, _, tail = path.rstrip("/").rpartition("/")
    if not tail:
        return "/"
    found = _resolved(path)
    if found != normpath(path):
        return found
    if tail == ".":
        return _real(head)
    if tail == "..":
        return dirname(_real(head))
    return join(_real(head), tail)


def abspath(path):
    path = _text(path)
    if isabs(path):
        return normpath(path)
    import os

    return normpath(join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path))


def normcase(s):
    return _text(s)


def splitdrive(p):
    p = _text(p)
    return p[:0], p


def expanduser(path):
    given = _text(path)
    path = _plain(given)
    if path[:1] != "~":
        return given
    import os

    name, slash, rest = path.partition("/")
    if name != "~" or "HOME" not in os.environ:
        raise RuntimeError(f"os.path.expanduser({name!r}) is refused: a spec can't look up users; set HOME, and use ~")
    home = os.environ["HOME"].rstrip("/")
    return _shaped(home + slash + rest or "/", given)


def expandvars(path):
    import os
    import re

    given = _text(path)

    def value(match):
        return os.environ.get(match[1] or match[2] or "", match[0])

    return _shaped(re.sub(r"(?a)\$(?:(\w+)|\{([^}]*)\})", value, _plain(given)), given)


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
    given = _texts("commonpath", paths)
    paths = [_plain(path) for path in given]
    if len({path.startswith("/") for path in paths}) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    split = [[part for part in path.split("/") if part and part != "."] for path in paths]
    low, high = min(split), max(split)
    common = low
    for index, part in enumerate(low):
        if part != high[index]:
            common = low[:index]
            break
    return _shaped(("/" if paths[0].startswith("/") else "") + "/".join(common), given[0])


def relpath(path, start=None):
    if not path:
        raise ValueError("no path specified")
    given = _text(path)
    start = _shaped(".", given) if start is None else _text(start)
    _texts("relpath", (start, given))
    first = [part for part in _plain(abspath(start)).split("/") if part]
    wanted = [part for part in _plain(abspath(given)).split("/") if part]
    shared = len(commonprefix([first, wanted]))
    parts = [".."] * (len(first) - shared) + wanted[shared:]
    return _shaped("/".join(parts) if parts else ".", given)
