"""Writing JSON; the functions write one string."""
import re as _re
from json import JSONEncoder, dumps as _dumps

ESCAPE = _re.compile(r'[\x00-\x1f\\"\b\f\n\r\t]')
ESCAPE_ASCII = _re.compile(r'([\\"]|[^\ -~])')
HAS_UTF8 = _re.compile(b"[\x80-\xff]")
ESCAPE_DCT = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t",
              **{chr(_code): "\\u%04x" % _code for _code in range(32) if chr(_code) not in "\b\f\n\r\t"}}
INFINITY = float("inf")


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
