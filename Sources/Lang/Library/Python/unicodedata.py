"""What Unicode says of characters."""
import _katydid

unidata_version = "14.0.0"


def _code(character, function):
    if not isinstance(character, str) or len(character) != 1:
        raise TypeError("%s() argument must be a unicode character, not %s" % (function, type(character).__name__))
    return ord(character)


def category(chr, /):
    return _katydid.general_category(_code(chr, "category"))


def combining(chr, /):
    return _katydid.combining_class(_code(chr, "combining"))


def name(chr, *default):
    found = _katydid.character_name(_code(chr, "name"))
    if found is None:
        if default:
            return default[0]
        raise ValueError("no such name")
    return found


def decimal(chr, *default):
    if chr.isdecimal():
        return int(chr)
    if default:
        return default[0]
    raise ValueError("not a decimal")


def digit(chr, *default):
    if chr.isdigit():
        return int(_katydid.numeric_value(ord(chr)))
    if default:
        return default[0]
    raise ValueError("not a digit")


def numeric(chr, *default):
    value = _katydid.numeric_value(_code(chr, "numeric"))
    if value is None:
        if default:
            return default[0]
        raise ValueError("not a numeric character")
    return value


def normalize(form, unistr, /):
    if form not in ("NFC", "NFD", "NFKC", "NFKD"):
        raise ValueError("invalid normalization form")
    return unistr if unistr.isascii() else _katydid.normalize(form, unistr)


def is_normalized(form, unistr, /):
    return normalize(form, unistr) == unistr


def lookup(name, /):
    import re
    wanted = name.upper()
    for code in range(0x110000):
        if not 0xD800 <= code < 0xE000 and _katydid.character_name(code) == wanted:
            return chr(code)
    raise KeyError("undefined character name %r" % name)


def east_asian_width(chr, /):
    code = _code(chr, "east_asian_width")
    if 0x1100 <= code <= 0x115F or 0x2E80 <= code <= 0x303E or 0x3041 <= code <= 0xA4CF or 0xAC00 <= code <= 0xD7A3 \
            or 0xF900 <= code <= 0xFAFF or 0xFE30 <= code <= 0xFE6F or 0x1F300 <= code <= 0x1FAFF \
            or 0x20000 <= code <= 0x3FFFD:
        return "W"
    if 0xFF01 <= code <= 0xFF60 or 0xFFE0 <= code <= 0xFFE6:
        return "F"
    if 0xFF61 <= code <= 0xFFDC:
        return "H"
    return "Na" if 0x20 <= code <= 0x7E else "N"


def mirrored(chr, /):
    return int(chr in "()<>[]{}«»")
