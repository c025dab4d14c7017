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
    return _normalized(form, unistr, "normalize")


def _normalized(form, unistr, function):
    for at, given in enumerate((form, unistr), 1):
        if not isinstance(given, str):
            raise TypeError("%s() argument %d must be str, not %s" % (
                function, at, "None" if given is None else type(given).__name__))
    if form not in ("NFC", "NFD", "NFKC", "NFKD"):
        raise ValueError("invalid normalization form")
    if unistr.isascii():
        return unistr
    try:
        unistr.encode()
    except UnicodeEncodeError as error:
        # Half of a pair of surrogates stays as it is, and keeps apart what stands around it.
        before, after = unistr[:error.start], unistr[error.start + 1:]
        return _normalized(form, before, function) + unistr[error.start] + _normalized(form, after, function)
    return _katydid.normalize(form, unistr)


def is_normalized(form, unistr, /):
    return _normalized(form, unistr, "is_normalized") == unistr


# Other names of characters: their numbers, and the names.
_OTHER_NAMES = """
    0 NULL|NUL; 1 START OF HEADING|SOH; 2 START OF TEXT|STX; 3 END OF TEXT|ETX; 4 END OF TRANSMISSION|EOT; 5
    ENQUIRY|ENQ; 6 ACKNOWLEDGE|ACK; 7 ALERT|BEL; 8 BACKSPACE|BS; 9 CHARACTER TABULATION|HORIZONTAL
    TABULATION|HT|TAB; A LINE FEED|NEW LINE|END OF LINE|LF|NL|EOL; B LINE TABULATION|VERTICAL TABULATION|VT; C
    FORM FEED|FF; D CARRIAGE RETURN|CR; E SHIFT OUT|LOCKING-SHIFT ONE|SO; F SHIFT IN|LOCKING-SHIFT ZERO|SI; 10
    DATA LINK ESCAPE|DLE; 11 DEVICE CONTROL ONE|DC1; 12 DEVICE CONTROL TWO|DC2; 13 DEVICE CONTROL THREE|DC3; 14
    DEVICE CONTROL FOUR|DC4; 15 NEGATIVE ACKNOWLEDGE|NAK; 16 SYNCHRONOUS IDLE|SYN; 17 END OF TRANSMISSION
    BLOCK|ETB; 18 CANCEL|CAN; 19 END OF MEDIUM|EOM; 1A SUBSTITUTE|SUB; 1B ESCAPE|ESC; 1C INFORMATION SEPARATOR
    FOUR|FILE SEPARATOR|FS; 1D INFORMATION SEPARATOR THREE|GROUP SEPARATOR|GS; 1E INFORMATION SEPARATOR
    TWO|RECORD SEPARATOR|RS; 1F INFORMATION SEPARATOR ONE|UNIT SEPARATOR|US; 20 SP; 7F DELETE|DEL; 80 PADDING
    CHARACTER|PAD; 81 HIGH OCTET PRESET|HOP; 82 BREAK PERMITTED HERE|BPH; 83 NO BREAK HERE|NBH; 84 INDEX|IND; 85
    NEXT LINE|NEL; A0 NBSP; AD SHY; 1A2 LATIN CAPITAL LETTER GHA; 1A3 LATIN SMALL LETTER GHA; 34F CGJ; 61C ALM;
    180B FVS1; 180E MVS; 200B ZWSP; 200C ZWNJ; 200D ZWJ; 200E LRM; 200F RLM; 202A LRE; 202B RLE; 202C PDF; 202D
    LRO; 202E RLO; 202F NNBSP; 205F MMSP; 2060 WJ; 2066 LRI; 2067 RLI; 2068 FSI; 2069 PDI; 2118 WEIERSTRASS
    ELLIPTIC FUNCTION; FE00 VS1; FE0F VS16; FEFF BYTE ORDER MARK|BOM|ZWNBSP
"""
_by_other_name = {}


def _other_name(name):
    if not _by_other_name:
        for entry in _OTHER_NAMES.split(";"):
            number, _, names = " ".join(entry.split()).partition(" ")
            _by_other_name.update(dict.fromkeys(names.split("|"), chr(int(number, 16))))
    return _by_other_name.get(name.upper())


def lookup(name, /):
    if isinstance(name, (bytes, bytearray)):
        name = name.decode("ascii")
    if not isinstance(name, str):
        raise TypeError("a bytes-like object is required, not '%s'" % type(name).__name__)
    if len(name) > 256:
        raise KeyError("name too long")
    found = _other_name(name) or _named(name.upper(), name)
    if found is None:
        raise KeyError("undefined character name '%s'" % name)
    return found


_IDEOGRAPH = "CJK UNIFIED IDEOGRAPH-"
# The numbers of characters by their names, which are gathered when they are first asked for.
_by_name = {}


def _named(name, given):
    if name.startswith(_IDEOGRAPH):
        # Their names have their numbers, in capitals only.
        digits = given[len(_IDEOGRAPH):]
        if len(digits) in (4, 5) and all(digit in "0123456789ABCDEF" for digit in digits):
            code = int(digits, 16)
            if _katydid.character_name(code) == name:
                return chr(code)
        return None
    if not _by_name:
        for start, end in ((0, 0x3400), (0x4DC0, 0x4E00), (0xA000, 0xD800), (0xE000, 0x20000), (0x2F800, 0x2FA20),
                           (0xE0000, 0xE0200)):
            for code in range(start, end):
                found = _katydid.character_name(code)
                if found is not None:
                    _by_name[found] = code
    return chr(_by_name[name]) if name in _by_name else None


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
