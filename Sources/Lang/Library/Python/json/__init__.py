"""The classes of json; reading and writing are native."""
from operator import index as _index


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError("Object of type %s is not JSON serializable" % o.__class__.__name__)

    def encode(self, o):
        return _encode(o, False, self.skipkeys, self.ensure_ascii, self.check_circular, self.allow_nan, None,
                       self.indent, (self.item_separator, self.key_separator), self.default, self.sort_keys, {})

    def iterencode(self, o, _one_shot=False):
        from json._pieces import pieces
        return pieces(self, o, _one_shot)


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def _hooks(self):
        # The built-in types are what reading gives anyway.
        return (self.object_hook, None if self.parse_float is float else self.parse_float,
                None if self.parse_int is int else self.parse_int, self.parse_constant, self.object_pairs_hook,
                self.strict)

    def decode(self, s):
        if not isinstance(s, str):
            import re
            re.match("", s)
        return _decode(s, *self._hooks())

    def raw_decode(self, s, idx=0):
        if not isinstance(s, str):
            raise TypeError("first argument must be a string, not %s" % type(s).__name__)
        if not isinstance(idx, int):
            idx = _index(idx)
        if idx < 0:
            raise ValueError("idx cannot be negative")
        return _decode_prefix(s, idx, *self._hooks())


def detect_encoding(b):
    starts = b.startswith
    if starts((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32"
    if starts((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if starts(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    # Without a mark the zeros among the first bytes tell, as a JSON text begins with ASCII characters (RFC 4627).
    if len(b) >= 4:
        if not b[0]:
            return "utf-16-be" if b[1] else "utf-32-be"
        if not b[1]:
            return "utf-16-le" if b[2] or b[3] else "utf-32-le"
    elif len(b) == 2:
        if not b[0]:
            return "utf-16-be"
        if not b[1]:
            return "utf-16-le"
    return "utf-8"
