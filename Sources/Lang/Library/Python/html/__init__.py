"""Text in HTML: putting characters as entities, and back."""
import re as _re

__all__ = ["escape", "unescape"]

# What a browser makes of the numbers 128 to 159, which old pages meant as Windows-1252; 0 for those with no meaning.
_WINDOWS = (0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0,
            0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E,
            0x178)
_REFERENCE = _re.compile(r"&(#[xX][0-9a-fA-F]+;?|#[0-9]+;?|[^\t\n\f <&#;]{1,32};?)")


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def _character(code):
    """The text that a numeric reference stands for."""
    if 0x80 <= code <= 0x9F:
        return chr(_WINDOWS[code - 0x80] or code)
    if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd"
    is_control = (code < 0x20 and code not in (9, 10, 12, 13)) or code == 0x7F or code == 0xB
    if is_control or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE:
        return ""
    return chr(code)


def _resolve(match):
    name = match.group(1)
    if name[0] == "#":
        digits = name.rstrip(";")
        return _character(int(digits[2:], 16) if digits[1] in "xX" else int(digits[1:]))
    from html.entities import html5
    # Old names need no semicolon, so that the longest beginning that is a name counts.
    for end in range(len(name), 1, -1):
        if name[:end] in html5:
            return html5[name[:end]] + name[end:]
    return "&" + name


def unescape(s):
    return _REFERENCE.sub(_resolve, s) if "&" in s else s
