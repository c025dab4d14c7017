"""The functions that CPython's encodings are made of: `utf_8_decode(data, errors, final)` and their like."""
from codecs._names import shown_name
from codecs._pieces import decoded

_PIECEWISE = ("utf_8", "utf_7", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be")
_ESCAPED = ("unicode_escape", "raw_unicode_escape")


def functions():
    for name in _PIECEWISE + _ESCAPED:
        yield name + "_decode", _decoder(name, name in _ESCAPED)
    for name in ("latin_1", "ascii"):
        yield name + "_decode", _whole_decoder(name)
    for name in _PIECEWISE + _ESCAPED + ("latin_1", "ascii"):
        yield name + "_encode", _encoder(name)
    yield from (("utf_16_ex_decode", _with_order("utf-16")), ("utf_32_ex_decode", _with_order("utf-32")),
                ("charmap_decode", charmap_decode), ("charmap_encode", charmap_encode),
                ("charmap_build", charmap_build), ("readbuffer_encode", readbuffer_encode),
                ("escape_decode", escape_decode), ("escape_encode", escape_encode))


def _bytes(data):
    return memoryview(data).tobytes()


def _decoder(name, is_final):
    def decode(data, errors=None, final=is_final, /):
        data = data.encode() if is_final and isinstance(data, str) else _bytes(data)
        return decoded(data, shown_name(name), name, errors or "strict", final)[:2]

    decode.__name__ = name + "_decode"
    return decode


def _whole_decoder(name):
    def decode(data, errors=None, /):
        data = _bytes(data)
        return data.decode(name, errors or "strict"), len(data)

    decode.__name__ = name + "_decode"
    return decode


def _encoder(name):
    def encode(text, errors=None, /, *more):
        if not isinstance(text, str):
            raise TypeError("%s_encode() argument 1 must be str, not %s" % (name, type(text).__name__))
        return text.encode(name, errors or "strict"), len(text)

    encode.__name__ = name + "_encode"
    return encode


def _with_order(name):
    def decode(data, errors=None, byteorder=0, final=False, /):
        known = {0: None, -1: name + "-le", 1: name + "-be"}[byteorder]
        text, used, found = decoded(_bytes(data), name, name, errors or "strict", final, known)
        return text, used, 0 if found is None else -1 if found.endswith("-le") else 1

    return decode


def readbuffer_encode(data, errors=None, /):
    data = data.encode() if isinstance(data, str) else _bytes(data)
    return data, len(data)


def charmap_build(map, /):
    return {ord(character): number for number, character in enumerate(map)}


def charmap_decode(data, errors="strict", mapping=None, /):
    data = _bytes(data)
    if mapping is None:
        return data.decode("latin-1"), len(data)
    out = []
    for at, byte in enumerate(data):
        try:
            found = mapping[byte]
        except LookupError:
            found = None
        if isinstance(found, int) and 0 <= found < 0x110000:
            found = chr(found)
        elif isinstance(found, int):
            raise TypeError("character mapping must be in range(0x110000)")
        elif found is not None and not isinstance(found, str):
            raise TypeError("character mapping must return integer, None or str")
        if found is None or found == "\ufffe":
            from codecs import lookup_error

            error = UnicodeDecodeError("charmap", data, at, at + 1, "character maps to <undefined>")
            found, _ = lookup_error(errors or "strict")(error)
        out.append(found)
    return "".join(out), len(data)


def charmap_encode(text, errors="strict", mapping=None, /):
    if mapping is None:
        return text.encode("latin-1", errors or "strict"), len(text)
    out, at = [], 0

    def mapped(character):
        try:
            found = mapping[ord(character)]
        except LookupError:
            return None
        if isinstance(found, int) and not 0 <= found < 256:
            raise TypeError("character mapping must be in range(256)")
        if isinstance(found, int):
            return bytes((found,))
        if found is not None and not isinstance(found, bytes):
            raise TypeError("character mapping must return integer, bytes or None, not %s" % type(found).__name__)
        return found

    while at < len(text):
        found = mapped(text[at])
        if found is not None:
            out.append(found)
            at += 1
            continue
        end = at + 1
        while end < len(text) and mapped(text[end]) is None:
            end += 1
        from codecs import lookup_error

        error = UnicodeEncodeError("charmap", text, at, end, "character maps to <undefined>")
        instead, at = lookup_error(errors or "strict")(error)
        for character in instead:
            found = mapped(character)
            if found is None:
                raise error
            out.append(found)
    return b"".join(out), len(text)


_SIMPLE = {"\n": b"", "\\": b"\\", "'": b"'", '"': b'"', "a": b"\a", "b": b"\b", "f": b"\f", "n": b"\n", "r": b"\r",
           "t": b"\t", "v": b"\v"}


def escape_encode(data, errors=None, /):
    if not isinstance(data, bytes):
        raise TypeError("escape_encode() argument 1 must be bytes, not " + type(data).__name__)
    text = repr(data)[2:-1]
    if repr(data)[1] == '"':
        text = text.replace("'", "\\'")
    return text.encode(), len(data)


def escape_decode(data, errors=None, /):
    """Bytes with the escapes of literals of bytes."""
    import warnings

    data = data.encode() if isinstance(data, str) else _bytes(data)
    text, out, at, odd = data.decode("latin-1"), [], 0, None
    while at < len(text):
        cut = text.find("\\", at)
        if cut < 0:
            cut = len(text)
        out.append(data[at:cut])
        if cut == len(text):
            break
        at = cut + 1
        if at == len(text):
            raise ValueError("Trailing \\ in string")
        kind = text[at]
        at += 1
        if kind in _SIMPLE:
            out.append(_SIMPLE[kind])
        elif kind in "01234567":
            end = at
            while end < at + 2 and text[end:end + 1] and text[end] in "01234567":
                end += 1
            number, at = int(text[at - 1:end], 8), end
            if number > 255 and odd is None:
                odd = "invalid octal escape sequence '\\%o'" % number
            out.append(bytes((number & 255,)))
        elif kind == "x":
            digits = text[at:at + 2]
            if len(digits) == 2 and all(digit in "0123456789abcdefABCDEF" for digit in digits):
                out.append(bytes((int(digits, 16),)))
                at += 2
                continue
            if errors in (None, "strict"):
                raise ValueError("invalid \\x escape at position %d" % (at - 2))
            if errors not in ("ignore", "replace"):
                raise ValueError("decoding error; unknown error handling code: " + errors)
            out.append(b"?" if errors == "replace" else b"")
            if digits[:1] and digits[0] in "0123456789abcdefABCDEF":
                at += 1
        else:
            odd = odd or "invalid escape sequence '\\%s'" % kind
            out.append(data[at - 2:at])
    if odd is not None:
        warnings.warn(odd, DeprecationWarning, stacklevel=2)
    return b"".join(out), len(data)
