"""Encodings that few texts have: UTF-7 (RFC 2152), Punycode (RFC 3492) and names of hosts (RFC 3490)."""

_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789"
# What stands for itself: all of ASCII that can be printed but these, and the usual white space.
_DIRECT = frozenset(map(chr, range(32, 126))).difference("+\\") | frozenset("\t\n\r")


def _units(character):
    """The UTF-16 units of a character."""
    code = ord(character)
    if code < 0x10000:
        return (code,)
    return 0xD800 + (code - 0x10000 >> 10), 0xDC00 + (code - 0x10000 & 0x3FF)


def _utf_7_encode(text, errors="strict"):
    out, count, bits, is_shifted = [], 0, 0, False

    def flush():
        if count:
            out.append(_BASE64[bits << 6 - count & 63])

    for character in text:
        if character in _DIRECT or character == "+" and not is_shifted:
            if is_shifted:
                flush()
                count = bits = 0
                is_shifted = False
                if character in _BASE64 or character == "-":
                    out.append("-")
            out.append("+-" if character == "+" else character)
            continue
        if not is_shifted:
            out.append("+")
            is_shifted = True
        for unit in _units(character):
            bits, count = bits << 16 | unit, count + 16
            while count >= 6:
                count -= 6
                out.append(_BASE64[bits >> count & 63])
            bits &= (1 << count) - 1
    if is_shifted:
        flush()
        out.append("-")
    return "".join(out).encode(), len(text)


def _handled(encoding, data, start, end, reason, errors):
    """What stands for bytes that can't be decoded."""
    if errors == "ignore":
        return ""
    if errors == "replace":
        return "\ufffd"
    if errors == "backslashreplace":
        return "".join("\\x%02x" % byte for byte in data[start:end])
    if errors == "strict":
        raise UnicodeDecodeError(encoding, data, start, end, reason)
    if errors in ("xmlcharrefreplace", "namereplace"):
        raise TypeError("don't know how to handle UnicodeDecodeError in error callback")
    raise LookupError("unknown error handler name '%s'" % errors)


def _utf_7_decode(data, errors="strict"):
    data = bytes(data)
    out, start, at, count, bits, high, is_shifted = [], 0, 0, 0, 0, 0, False
    while at < len(data):
        character, reason = chr(data[at]), None
        if is_shifted and character in _BASE64:
            bits, count, at = bits << 6 | _BASE64.index(character), count + 6, at + 1
            if count < 16:
                continue
            count -= 16
            unit, bits = bits >> count, bits & (1 << count) - 1
            if high and 0xDC00 <= unit < 0xE000:
                out.append(chr(0x10000 + (high - 0xD800 << 10) + (unit - 0xDC00)))
                high = 0
                continue
            if high:
                out.append(chr(high))
            high = unit if 0xD800 <= unit < 0xDC00 else 0
            if not high:
                out.append(chr(unit))
            continue
        if is_shifted:
            is_shifted = False
            if count >= 6:
                reason = "partial character in shift sequence"
            elif bits:
                reason = "non-zero padding bits in shift sequence"
            else:
                if high and data[at] < 128 and character != "+":
                    out.append(chr(high))
                high = 0
                at += character == "-"
                continue
            at += 1
        elif character == "+":
            start, at = at, at + 1
            if data[at:at + 1] == b"-":
                out.append("+")
                at += 1
            elif at < len(data) and chr(data[at]) not in _BASE64:
                at += 1
                reason = "ill-formed sequence"
            else:
                count, bits, high, is_shifted = 0, 0, 0, True
        elif data[at] < 128:
            out.append(character)
            at += 1
        else:
            start, at = at, at + 1
            reason = "unexpected special character"
        if reason is not None:
            out.append(_handled("utf7", data, start, at, reason, errors))
    if is_shifted and (high or count >= 6 or bits):
        out.append(_handled("utf7", data, start, len(data), "unterminated shift sequence", errors))
    return "".join(out), len(data)


def _threshold(place, bias):
    """From which digit on a number goes on at a place."""
    return min(26, max(1, 36 * (place + 1) - bias))


def _adapted(delta, is_first, count):
    """The bias after a number."""
    delta = delta // 700 if is_first else delta // 2
    delta += delta // count
    steps = 0
    while delta > 455:
        delta //= 35
        steps += 36
    return steps + 36 * delta // (delta + 38)


def _punycode_encode(text, errors="strict"):
    plain = [character for character in text if character < "\x80"]
    out, code, delta, done, bias = [], 128, 0, len(plain), 72
    for wanted in sorted({ord(character) for character in text if character >= "\x80"}):
        delta += (wanted - code) * (done + 1)
        code = wanted
        for character in text:
            if ord(character) < code:
                delta += 1
            elif ord(character) == code:
                rest, place = delta, 0
                while rest >= _threshold(place, bias):
                    least = _threshold(place, bias)
                    rest, digit = divmod(rest - least, 36 - least)
                    out.append(_DIGITS[least + digit])
                    place += 1
                out.append(_DIGITS[rest])
                bias = _adapted(delta, done == len(plain), done + 1)
                delta, done = 0, done + 1
        delta, code = delta + 1, code + 1
    return ("".join(plain) + ("-" if plain else "") + "".join(out)).encode(), len(text)


def _punycode_decode(data, errors="strict"):
    if errors not in ("strict", "replace", "ignore"):
        raise UnicodeError("Unsupported error handling " + errors)
    data = bytes(data)
    cut = data.rfind(b"-")
    text = list(data[:max(cut, 0)].decode("ascii", errors))
    digits, at, code, place, bias, is_first = data[cut + 1:].decode("ascii").lower(), 0, 128, -1, 72, True
    while at < len(digits):
        number, weight, step = 0, 1, 0
        while True:
            if at == len(digits):
                if errors == "strict":
                    raise UnicodeError("incomplete punicode string")
                return "".join(text), len(data)
            digit = _DIGITS.find(digits[at])
            at += 1
            if digit < 0:
                if errors == "strict":
                    raise UnicodeError("Invalid extended code point '%s'" % digits[at - 1].upper())
                return "".join(text), len(data)
            least = _threshold(step, bias)
            number += digit * weight
            if digit < least:
                break
            weight *= 36 - least
            step += 1
        place += number + 1
        code += place // (len(text) + 1)
        if code > 0x10FFFF:
            if errors == "strict":
                raise UnicodeError("Invalid character U+%x" % code)
            code = ord("?")
        place %= len(text) + 1
        text.insert(place, chr(code))
        bias = _adapted(number, is_first, len(text))
        is_first = False
    return "".join(text), len(data)


# What Unicode 3.2, which names of hosts go by, says the same of as the Unicode of today.
_STEADY = ((0xA0, 0x34E), (0x350, 0x5BD), (0x900, 0x10FB), (0x1E00, 0x1FFF), (0x3041, 0x3129), (0x3400, 0x4DB5),
           (0x4E00, 0x9FFF), (0xAC00, 0xD7A3))


def _prepared(label):
    """A part of a host's name as RFC 3491 has it: in lower case and composed."""
    from unicodedata import normalize
    out = []
    for character in label.replace("\xad", "").replace("\u034f", ""):
        code = ord(character)
        if code in (0x3002, 0xFF0E, 0xFF61) or code >= 0x80 and not any(low <= code <= high for low, high in _STEADY):
            raise UnicodeError("U+%04X in the name of a host is not supported" % code)
        folded = character.casefold()
        whole = normalize("NFKC", folded)
        again = normalize("NFKC", whole.casefold())
        out.append(again if again != whole else folded)
    return normalize("NFKC", "".join(out))


def _to_ascii(label):
    for text in (label, None):
        text = _prepared(label) if text is None else text
        if text.isascii():
            if 0 < len(text) < 64:
                return text.encode()
            raise UnicodeError("label empty or too long")
    if text.startswith("xn--"):
        raise UnicodeError("Label starts with ACE prefix")
    coded = b"xn--" + _punycode_encode(text)[0]
    if len(coded) >= 64:
        raise UnicodeError("label empty or too long")
    return coded


def _to_unicode(label):
    if not label.startswith(b"xn--"):
        return label.decode("ascii")
    text = label[4:].decode("punycode")
    back = _to_ascii(text)
    if label.decode("ascii").lower() != back.decode("ascii"):
        raise UnicodeError("IDNA does not round-trip", label, back)
    return text


def _idna_encode(text, errors="strict"):
    if errors != "strict":
        raise UnicodeError("unsupported error handling " + errors)
    if not text:
        return b"", 0
    if text.isascii():
        *labels, last = text.split(".")
        for label in labels:
            if not 0 < len(label) < 64:
                raise UnicodeError("label empty or too long")
        if len(last) >= 64:
            raise UnicodeError("label too long")
        return text.encode(), len(text)
    labels = text.replace("\u3002", ".").replace("\uff0e", ".").replace("\uff61", ".").split(".")
    end = b"" if labels[-1] else b"."
    if end:
        del labels[-1]
    return b".".join(map(_to_ascii, labels)) + end, len(text)


def _idna_decode(data, errors="strict"):
    if errors != "strict":
        raise UnicodeError("Unsupported error handling " + errors)
    data = bytes(data)
    if b"xn--" not in data and data.isascii():
        return data.decode("ascii"), len(data)
    labels = data.split(b".")
    end = "" if labels[-1] else "."
    if end:
        del labels[-1]
    return ".".join(map(_to_unicode, labels)) + end, len(data)


# As `codecs.register` would have them; the last two are for streams.
utf7 = (_utf_7_encode, _utf_7_decode, None, None)
punycode = (_punycode_encode, _punycode_decode, None, None)
idna = (_idna_encode, _idna_decode, None, None)
