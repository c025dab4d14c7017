"""Formatting by a specification; read when it is asked for."""
import re as _re
from decimal._core import _length, _make
from decimal._signals import ROUND_HALF_EVEN

__name__ = "decimal"

_spec = _re.compile(r"(?:(?P<fill>.)?(?P<align>[<>=^]))?(?:(?P<no_neg_0_first>z)(?=[-+ ]))?"
                    r"(?P<sign>[-+ ])?(?P<no_neg_0>z)?(?P<zeropad>0)?"
                    r"(?P<width>(?!0)[0-9]{1,18})?(?P<sep>,)?(?:\.(?P<precision>[0-9]{1,18}))?(?P<type>[eEfFgGnN%])?\Z",
                    _re.DOTALL)


def formatted(value, specifier, context):
    specifier.encode()
    match = _spec.match(specifier)
    if match is None:
        raise ValueError("invalid format string")
    fill, align = match.group("fill"), match.group("align")
    if match.group("zeropad"):
        if fill is not None or align is not None:
            raise ValueError("invalid format string")
        fill, align = "0", "="
    fill, align = fill or " ", align or ">"
    width = int(match.group("width") or 0)
    precision = match.group("precision")
    precision = None if precision is None else int(precision)
    kind = match.group("type")
    separator = match.group("sep")
    if kind is None:
        kind = ("G" if context.capitals else "g") if precision is not None else None
    elif kind in "nN":
        if separator:
            raise ValueError("invalid format string")
        kind = "g" if kind == "n" else "G"
    sign_mode = match.group("sign") or "-"
    if value._kind:
        body = str(value.copy_abs()) + ("%" if kind == "%" else "")
        if match.group("zeropad"):
            fill, align = " ", ">"
        return _padded("-" if value._sign else sign_mode.replace("-", ""), body, fill, align, width)
    letter = "E" if context.capitals else "e"
    if kind is not None and kind in "eEfFgG%":
        letter = "E" if kind in "EFG" and kind != "F" else "e"
    if kind == "%":
        value = _make(value._sign, value._int, value._exp + 2)
    given = value._int
    if precision is not None:
        rounding = context.rounding
        if kind in ("e", "E"):
            value = _rounded_digits(value, precision + 1, rounding)
        elif kind in ("f", "F", "%"):
            value = value._rescale(-precision, rounding)
        elif value._int and _length(value._int) > max(precision, 1):
            value = _rounded_digits(value, max(precision, 1), rounding)
    if not value and value._exp > 0 and kind in ("f", "F", "%"):
        value = value._rescale(0, ROUND_HALF_EVEN)
    digits = str(value._int)
    left = value._exp + len(digits)
    if kind in ("e", "E"):
        if not value and precision is not None:
            place = 1 - precision
        else:
            place = 1
    elif kind in ("f", "F", "%"):
        place = left
    elif value._exp <= 0 and left > -6:
        place = left
    else:
        place = 1
    if place <= 0:
        whole, fraction = "0", "0" * -place + digits
    elif place > len(digits):
        whole, fraction = digits + "0" * (place - len(digits)), ""
    else:
        whole, fraction = digits[:place] or "0", digits[place:]
    negative = value._sign
    # What only rounding makes a zero keeps its sign under a capital `F`.
    if (match.group("no_neg_0") or match.group("no_neg_0_first")) and not (given if kind == "F" else value._int):
        negative = 0
    exponent = left - place
    tail = "." + fraction if fraction else ""
    if exponent or kind in ("e", "E"):
        tail += "%s%+d" % (letter, exponent)
    if kind == "%":
        tail += "%"
    sign = "-" if negative else sign_mode.replace("-", "")
    if separator:
        minimum = width - len(sign) - len(tail) if match.group("zeropad") else 0
        whole = _grouped(whole, minimum)
    return _padded(sign, whole + tail, fill, align, width)


def _rounded_digits(value, count, rounding):
    """A number with exactly so many digits."""
    length = _length(value._int)
    if not value._int:
        return value
    if length > count:
        rounded = value._rescale(value.adjusted() + 1 - count, rounding)
        return rounded._rescale(rounded._exp + 1, rounding) if _length(rounded._int) > count else rounded
    return _make(value._sign, value._int * 10 ** (count - length), value._exp - count + length)


def _grouped(digits, minimum):
    groups = []
    while digits:
        groups.insert(0, digits[-3:])
        digits = digits[:-3]
    text = ",".join(groups)
    while len(text) < minimum:
        # A separator never comes first: the digit before it may exceed the width by one.
        text = ("0," if len(text.split(",")[0]) == 3 else "0") + text
    return text


def _padded(sign, body, fill, align, width):
    padding = fill * (width - len(sign) - len(body))
    if align == "<":
        return sign + body + padding
    if align == ">":
        return padding + sign + body
    if align == "=":
        return sign + padding + body
    half = len(padding) // 2
    return padding[:half] + sign + body + padding[half:]
