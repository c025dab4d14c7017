"""The locale of a spec: always C, with texts in UTF-8."""
import re as _re

__all__ = ["getlocale", "getdefaultlocale", "getpreferredencoding", "Error", "setlocale", "resetlocale", "localeconv",
           "strcoll", "strxfrm", "str", "atof", "atoi", "format", "format_string", "currency", "normalize", "LC_CTYPE",
           "LC_COLLATE", "LC_TIME", "LC_MONETARY", "LC_NUMERIC", "LC_ALL", "CHAR_MAX", "getencoding", "LC_MESSAGES"]

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127
CODESET = 14
_text = str
_NAMES = {"": "C", "C": "C", "POSIX": "C", "C.UTF-8": "C.UTF-8", "C.utf8": "C.UTF-8"}
_set = dict.fromkeys(range(6), "C")


class Error(Exception):
    pass


def setlocale(category, locale=None):
    if locale and not isinstance(locale, _text):
        try:
            language, encoding = locale
        except (TypeError, ValueError):
            raise TypeError("Locale must be None, a string, or an iterable of two strings -- language code, encoding."
                            ) from None
        locale = normalize((language or "C") + ("." + encoding if encoding else ""))
    if not isinstance(category, int):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(category).__name__)
    if category not in range(7):
        raise Error("unsupported locale setting" if locale is not None else "invalid locale category")
    categories = range(6) if category == LC_ALL else (category,)
    if locale is not None:
        if locale not in _NAMES:
            raise Error("unsupported locale setting")
        for each in categories:
            _set[each] = _NAMES[locale]
    found = {_set[each] for each in categories}
    if len(found) == 1:
        return found.pop()
    shown = ("LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES")
    rest = ";".join("LC_%s=C" % name for name in ("PAPER", "NAME", "ADDRESS", "TELEPHONE", "MEASUREMENT", "IDENTIFICATION"))
    return ";".join("%s=%s" % (name, _set[at]) for at, name in enumerate(shown)) + ";" + rest


def resetlocale(category=LC_ALL):
    import warnings

    warnings.warn("Use locale.setlocale(locale.LC_ALL, \"\") instead", DeprecationWarning, stacklevel=2)
    setlocale(category, "C")


def getlocale(category=LC_CTYPE):
    if category not in range(7):
        raise Error("locale query failed")
    if category == LC_ALL and len(set(_set.values())) > 1:
        raise TypeError("category LC_ALL is not supported")
    return ("en_US", "UTF-8") if category == LC_CTYPE or _set[min(category, 5)] != "C" else (None, None)


def getdefaultlocale(envvars=()):
    return "en_US", "UTF-8"


def getpreferredencoding(do_setlocale=True):
    return "UTF-8"


def getencoding():
    return "UTF-8"


def nl_langinfo(key, /):
    if key == CODESET:
        return "UTF-8"
    raise RuntimeError("locale.nl_langinfo() is refused: the names of days and months are those of time.strftime()")


def normalize(localename):
    name, _, encoding = localename.partition(".")
    if name.upper() in ("C", "POSIX"):
        return "C" if not encoding else "C.UTF-8" if encoding.lower() in ("utf-8", "utf8") else localename
    if encoding.lower() in ("utf-8", "utf8"):
        language, _, country = name.partition("_")
        return language.lower() + ("_" + country.upper() if country else "") + ".UTF-8"
    raise RuntimeError("locale.normalize(%r) is refused: name the encoding as well, as in 'en_US.UTF-8'" % localename)


def localeconv():
    unknown, texts = CHAR_MAX, ""
    return {"int_curr_symbol": texts, "currency_symbol": texts, "mon_decimal_point": texts, "mon_thousands_sep": texts,
            "mon_grouping": [], "positive_sign": texts, "negative_sign": texts, "int_frac_digits": unknown,
            "frac_digits": unknown, "p_cs_precedes": unknown, "p_sep_by_space": unknown, "n_cs_precedes": unknown,
            "n_sep_by_space": unknown, "p_sign_posn": unknown, "n_sign_posn": unknown, "decimal_point": ".",
            "thousands_sep": texts, "grouping": []}


def _checked(value, function, number=1):
    if not isinstance(value, _text):
        raise TypeError("%s() argument %d must be str, not %s" % (function, number, type(value).__name__))
    if "\0" in value:
        raise ValueError("embedded null character")


def strcoll(os1, os2, /):
    _checked(os1, "strcoll", 1)
    _checked(os2, "strcoll", 2)
    return (os1 > os2) - (os1 < os2)


def strxfrm(string, /):
    _checked(string, "strxfrm")
    return string


_SPECIFIER = _re.compile(r"%(?:\((?P<key>.*?)\))?(?P<modifiers>[-#0-9 +*.hlL]*?)[eEfFgGdiouxXcrs%]")


def format_string(f, val, grouping=False, monetary=False):
    # There are no groups of digits in C; what is left is that too few values are told of otherwise.
    if not isinstance(val, dict):
        given = val if isinstance(val, tuple) else (val,)
        wanted = sum(1 + found["modifiers"].count("*") for found in _SPECIFIER.finditer(f) if found[0] != "%%")
        if wanted > len(given):
            raise IndexError("tuple index out of range")
        val = given if _SPECIFIER.search(f) else val
    return f % val


def format(percent, value, grouping=False, monetary=False, *additional):
    import warnings

    warnings.warn("This method will be removed in a future version of Python. Use 'locale.format_string()' instead.",
                  DeprecationWarning, stacklevel=2)
    found = _SPECIFIER.match(percent)
    if not found or len(found[0]) != len(percent):
        raise ValueError("format() must be given exactly one %%char format specifier, %r not valid" % percent)
    return percent % (value, *additional)


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    return "%.12g" % val


def delocalize(string):
    return string


def localize(string, grouping=False, monetary=False):
    return string


def atof(string, func=float):
    return func(string)


def atoi(string):
    return int(string)
