"""What urllib.parse had before urlparse, each function with its warning; read when one is asked for."""
import re as _re
import warnings as _warnings

__name__ = "urllib.parse"


def _old(function):
    """The function with a warning, which names what is to be used."""
    instead = {"_splitvalue": "urllib.parse.parse_qsl() instead", "_to_bytes": ""}.get(
        function.__name__, "urllib.parse.urlparse() instead")
    name = function.__name__[1:]
    text = f"urllib.parse.{name}() is deprecated as of 3.8" + (f", use {instead}" if instead else "")

    def deprecated(*args, **kwargs):
        _warnings.warn(text, DeprecationWarning, stacklevel=2)
        return function(*args, **kwargs)

    deprecated.__name__ = deprecated.__qualname__ = name
    return deprecated


class _Quoter(dict):
    """What each byte becomes."""

    def __init__(self, safe):
        self.safe = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~" + bytes(safe))

    def __repr__(self):
        return f"<Quoter {dict(self)!r}>"

    def __missing__(self, b):
        self[b] = chr(b) if b in self.safe else f"%{b:02X}"
        return self[b]


def _splittype(url):
    match = _re.match("([^/:]+):(.*)", url, _re.DOTALL)
    return (match[1].lower(), match[2]) if match else (None, url)


def _splithost(url):
    match = _re.match("//([^/#?]*)(.*)", url, _re.DOTALL)
    if match is None:
        return None, url
    host, path = match.groups()
    return host, "/" + path if path and path[0] != "/" else path


def _splituser(host):
    user, at, host = host.rpartition("@")
    return user if at else None, host


def _splitpasswd(user):
    user, colon, password = user.partition(":")
    return user, password if colon else None


def _splitport(host):
    match = _re.fullmatch("(.*):([0-9]*)", host, _re.DOTALL)
    return (match[1], match[2] or None) if match else (host, None)


def _splitnport(host, defport=-1):
    name, colon, port = host.rpartition(":")
    if not colon:
        return port, defport
    if not port:
        return name, defport
    return name, int(port) if port.isdigit() and port.isascii() else None


def _splitquery(url):
    path, mark, query = url.rpartition("?")
    return (path, query) if mark else (url, None)


def _splittag(url):
    path, mark, tag = url.rpartition("#")
    return (path, tag) if mark else (url, None)


def _splitattr(url):
    path, *attributes = url.split(";")
    return path, attributes


def _splitvalue(attr):
    name, equals, value = attr.partition("=")
    return name, value if equals else None


def _to_bytes(url):
    if isinstance(url, str) and not url.isascii():
        raise UnicodeError(f"URL {url!r} contains non-ASCII characters")
    return url


splittype, splithost, splituser, splitpasswd = _old(_splittype), _old(_splithost), _old(_splituser), _old(_splitpasswd)
splitport, splitnport, splitquery, splittag = _old(_splitport), _old(_splitnport), _old(_splitquery), _old(_splittag)
splitattr, splitvalue, to_bytes = _old(_splitattr), _old(_splitvalue), _old(_to_bytes)
