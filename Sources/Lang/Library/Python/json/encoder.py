"""Writing JSON; the functions write one string."""
from json import JSONEncoder, dumps as _dumps


def _checked(s):
    if not isinstance(s, str):
        raise TypeError(f"first argument must be a string, not {type(s).__name__}")
    return s


def encode_basestring(s, /):
    return _dumps(_checked(s), ensure_ascii=False)


def encode_basestring_ascii(s, /):
    return _dumps(_checked(s))


py_encode_basestring = c_encode_basestring = encode_basestring
py_encode_basestring_ascii = c_encode_basestring_ascii = encode_basestring_ascii
