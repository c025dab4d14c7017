"""The names of encodings, and the encodings that go from bytes to bytes or from text to text."""
import re as _re

_ALIASES = {
    "utf8": "utf-8", "u8": "utf-8", "utf": "utf-8", "cp65001": "utf-8", "utf16": "utf-16", "u16": "utf-16",
    "utf16le": "utf-16-le", "utf16be": "utf-16-be", "utf32": "utf-32", "u32": "utf-32", "utf32le": "utf-32-le",
    "utf32be": "utf-32-be", "utf8sig": "utf-8-sig", "utf7": "utf-7", "u7": "utf-7", "unicode11utf7": "utf-7",
    "latin1": "iso8859-1", "latin": "iso8859-1", "l1": "iso8859-1", "8859": "iso8859-1", "cp819": "iso8859-1",
    "ascii": "ascii", "usascii": "ascii", "646": "ascii", "latin9": "iso8859-15", "l9": "iso8859-15",
    "latin2": "iso8859-2", "l2": "iso8859-2", "koi8r": "koi8-r", "koi8u": "koi8-u", "macroman": "mac-roman",
    "macintosh": "mac-roman", "hex": "hex", "hexcodec": "hex", "base64": "base64", "base64codec": "base64",
    "zlib": "zlib", "zlibcodec": "zlib", "zip": "zlib", "rot13": "rot-13", "unicodeescape": "unicode-escape",
    "rawunicodeescape": "raw-unicode-escape"}


def shown_name(encoding):
    """What `lookup(encoding).name` says."""
    plain = _re.sub("[^a-z0-9]", "", encoding.lower())
    if plain in _ALIASES:
        return _ALIASES[plain]
    if found := _re.fullmatch("(?:iso)?8859(\\d+)", plain):
        return "iso8859-" + found[1]
    if found := _re.fullmatch("(?:windows|cp|ibm)?(\\d{3,4})", plain):
        return "cp" + found[1]
    return encoding.lower().replace("_", "-")


_rot = {ord(a): b for a, b in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
                                  "NOPQRSTUVWXYZABCDEFGHIJKLMnopqrstuvwxyzabcdefghijklm")}


# What CPython has besides.
_REFUSED = frozenset("""uu uu-codec quopri quopri-codec quoted-printable bz2 bz2-codec big5 big5hkscs cp932 cp949 cp950
    euc-jp euc-jis-2004 euc-jisx0213 euc-kr gb18030 gb2312 gbk hz iso2022-jp iso2022-kr johab shift-jis sjis
    shift-jis-2004 shift-jisx0213 undefined""".split())


def _functions(encoding):
    name = shown_name(encoding)
    if name in _REFUSED:
        raise LookupError("unknown encoding: %s (it is not supported in a spec)" % encoding)
    if name == "hex":
        import binascii

        return binascii.hexlify, binascii.unhexlify
    if name == "base64":
        import base64

        return base64.encodebytes, base64.decodebytes
    if name == "zlib":
        import zlib

        return zlib.compress, zlib.decompress
    if name == "rot-13":
        return lambda text: str.translate(text, _rot), lambda text: str.translate(text, _rot)
    return None


def transform(encoding):
    """The functions of such an encoding; None for one of texts."""
    pair = _functions(encoding)
    return None if pair is None else (_made(pair[0], encoding), _made(pair[1], encoding))


def _made(function, encoding):
    def made(input, errors="strict"):
        if errors != "strict":
            assert shown_name(encoding) == "rot-13"
        return function(input), len(input)

    return made


# Exceptions with more to them than a text say themselves what went wrong.
_OF_THEIR_OWN = (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError, OSError, SyntaxError, StopIteration,
                 SystemExit, ImportError, AttributeError, NameError)


def called(function, obj, errors, action, encoding):
    """What an encoding's function gives; a plain exception of it is said with the encoding's name."""
    try:
        result = function(obj, errors)
    except Exception as error:
        kind, args = type(error), error.args
        if isinstance(error, _OF_THEIR_OWN) or vars(error) or len(args) > 1 or args and not isinstance(args[0], str):
            raise
        if any("__init__" in vars(base) or "__new__" in vars(base) for base in kind.__mro__ if base.__module__ not in (
                "builtins", "binascii", "zlib")):
            raise
        if args and args[0].startswith("%s with '%s' codec failed" % (action, encoding)):
            raise
        raise kind("%s with '%s' codec failed (%s: %s)" % (action, encoding, kind.__name__, error)) from error
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError("%sr must return a tuple (object, integer)" % action.removesuffix("ing").replace("od", "ode"))
    return result[0]
