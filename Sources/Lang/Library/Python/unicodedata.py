"""What Unicode says of characters."""
import _katydid

unidata_version = "14.0.0"
_MISSING = object()


def _code(character, function):
    if not isinstance(character, str) or len(character) != 1:
        which = " 1" if function in ("name", "decimal", "digit", "numeric") else ""
        raise TypeError("%s() argument%s must be a unicode character, not %s" % (
            function, which, "None" if character is None else type(character).__name__))
    return ord(character)


def category(chr, /):
    return _katydid.general_category(_code(chr, "category"))


def combining(chr, /):
    return _katydid.combining_class(_code(chr, "combining"))


def name(chr, default=_MISSING, /):
    found = _katydid.character_name(_code(chr, "name"))
    if found is None:
        if default is not _MISSING:
            return default
        raise ValueError("no such name")
    return found


def decimal(chr, default=_MISSING, /):
    _code(chr, "decimal")
    if chr.isdecimal():
        return int(chr)
    if default is not _MISSING:
        return default
    raise ValueError("not a decimal")


def digit(chr, default=_MISSING, /):
    _code(chr, "digit")
    if chr.isdigit():
        return int(_katydid.numeric_value(ord(chr)))
    if default is not _MISSING:
        return default
    raise ValueError("not a digit")


def numeric(chr, default=_MISSING, /):
    value = _katydid.numeric_value(_code(chr, "numeric"))
    if value is None:
        if default is not _MISSING:
            return default
        raise ValueError("not a numeric character")
    return value


def normalize(form, unistr, /):
    for at, given in enumerate((form, unistr), 1):
        if not isinstance(given, str):
            raise TypeError("normalize() argument %d must be str, not %s" % (
                at, "None" if given is None else type(given).__name__))
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


_tables = {}


def _value(table, chr, function):
    """What a table says of a character."""
    import _unicode_tables
    from bisect import bisect

    code = _code(chr, function)
    if table not in _tables:
        _tables[table] = getattr(_unicode_tables, table)()
    starts, values = _tables[table]
    return values[bisect(starts, code) - 1]


def east_asian_width(chr, /):
    return _value("widths", chr, "east_asian_width")


def bidirectional(chr, /):
    return _value("directions", chr, "bidirectional")


def mirrored(chr, /):
    return _value("mirrored", chr, "mirrored")


def decomposition(chr, /):
    code = _code(chr, "decomposition")
    if "decompositions" not in _tables:
        import _unicode_decompositions

        _tables["decompositions"] = _unicode_decompositions.table()
    return _tables["decompositions"].get(code, "")
