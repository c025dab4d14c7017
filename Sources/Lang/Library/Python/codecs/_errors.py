"""What stands for characters and bytes that an encoding has nothing for."""

__name__ = "codecs"


def register_error(errors, handler, /):
    raise RuntimeError("codecs.register_error() is refused: the handlers are those of the language")


def lookup_error(name, /):
    if name in ("surrogateescape", "surrogatepass"):
        raise RuntimeError("codecs.lookup_error() of %r is not supported" % name)
    found = globals().get(name + "_errors")
    if found is None or name == "lookup":
        raise LookupError("unknown error handler name '%s'" % name)
    return found


def _wrong(exception):
    return TypeError("don't know how to handle %s in error callback" % type(exception).__name__)


def strict_errors(exception, /):
    if not isinstance(exception, Exception):
        raise TypeError("codec must pass exception instance")
    raise exception


def ignore_errors(exception, /):
    if not isinstance(exception, (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)):
        raise _wrong(exception)
    return "", exception.end


def replace_errors(exception, /):
    if isinstance(exception, UnicodeEncodeError):
        return "?" * (exception.end - exception.start), exception.end
    if isinstance(exception, UnicodeDecodeError):
        return "\ufffd", exception.end
    if isinstance(exception, UnicodeTranslateError):
        return "\ufffd" * (exception.end - exception.start), exception.end
    raise _wrong(exception)


def xmlcharrefreplace_errors(exception, /):
    if not isinstance(exception, UnicodeEncodeError):
        raise _wrong(exception)
    return "".join("&#%d;" % ord(c) for c in exception.object[exception.start:exception.end]), exception.end


def _escaped(character):
    code = ord(character)
    return "\\x%02x" % code if code < 0x100 else "\\u%04x" % code if code < 0x10000 else "\\U%08x" % code


def backslashreplace_errors(exception, /):
    if isinstance(exception, UnicodeDecodeError):
        text = "".join("\\x%02x" % byte for byte in exception.object[exception.start:exception.end])
    elif isinstance(exception, (UnicodeEncodeError, UnicodeTranslateError)):
        text = "".join(map(_escaped, exception.object[exception.start:exception.end]))
    else:
        raise _wrong(exception)
    return text, exception.end


def namereplace_errors(exception, /):
    if not isinstance(exception, UnicodeEncodeError):
        raise _wrong(exception)
    from unicodedata import name
    names = [(name(c, None), c) for c in exception.object[exception.start:exception.end]]
    return "".join("\\N{%s}" % found if found else _escaped(c) for found, c in names), exception.end
