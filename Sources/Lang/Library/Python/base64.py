"""Bytes as text in base 16, 32, 64 and 85 (RFC 4648, and Adobe's and Git's base 85)."""
import binascii
import struct

MAXLINESIZE = 76
MAXBINSIZE = 57


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return bytes(memoryview(s))
    except TypeError:
        raise TypeError("argument should be a bytes-like object or ASCII string, not %r"
                        % s.__class__.__name__) from None


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        altchars = _bytes(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


_to_url = bytes.maketrans(b"+/", b"-_")
_from_url = bytes.maketrans(b"-_", b"+/")


def urlsafe_b64encode(s):
    return b64encode(s).translate(_to_url)


def urlsafe_b64decode(s):
    return b64decode(_bytes(s).translate(_from_url))


_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"


def _encode32(s, alphabet):
    s = s if isinstance(s, bytes) else memoryview(s).tobytes()
    rest = len(s) % 5
    padded = s + b"\0" * (-len(s) % 5)
    out = bytearray()
    for start in range(0, len(padded), 5):
        group = int.from_bytes(padded[start:start + 5], "big")
        for shift in range(35, -1, -5):
            out.append(alphabet[group >> shift & 31])
    pads = {0: 0, 1: 6, 2: 4, 3: 3, 4: 1}[rest]
    if pads:
        out[-pads:] = b"=" * pads
    return bytes(out)


def _decode32(s, alphabet, casefold, map01=None):
    s = _bytes(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        map01 = _bytes(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    length = len(s)
    s = s.rstrip(b"=")
    pads = length - len(s)
    values = {letter: value for value, letter in enumerate(alphabet)}
    out = bytearray()
    group = b""
    for start in range(0, len(s), 8):
        group = s[start:start + 8]
        number = 0
        for letter in group:
            if letter not in values:
                raise binascii.Error("Non-base32 digit found") from None
            number = number << 5 | values[letter]
        number <<= 5 * (8 - len(group))
        out += number.to_bytes(5, "big")
    if length % 8 or pads not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    if pads and out:
        del out[-5:]
        out += number.to_bytes(5, "big")[:(43 - 5 * pads) // 8]
    return bytes(out)


def b32encode(s):
    return _encode32(s, _B32)


def b32decode(s, casefold=False, map01=None):
    return _decode32(s, _B32, casefold, map01)


def b32hexencode(s):
    return _encode32(s, _B32HEX)


def b32hexdecode(s, casefold=False):
    return _decode32(s, _B32HEX, casefold)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _bytes(s)
    if casefold:
        s = s.upper()
    if any(byte not in b"0123456789ABCDEF" for byte in s):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


def _encode85(b, alphabet, pad=False, foldnuls=False, foldspaces=False):
    b = b if isinstance(b, bytes) else memoryview(b).tobytes()
    padding = -len(b) % 4
    words = struct.unpack(">%dI" % ((len(b) + padding) // 4), b + b"\0" * padding)
    chunks = []
    for word in words:
        if foldnuls and word == 0:
            chunks.append(b"z")
        elif foldspaces and word == 0x20202020:
            chunks.append(b"y")
        else:
            chunks.append(bytes([alphabet[word // 52200625], alphabet[word // 614125 % 85],
                                 alphabet[word // 7225 % 85], alphabet[word // 85 % 85], alphabet[word % 85]]))
    if padding and not pad:
        if chunks[-1] == b"z":
            chunks[-1] = bytes([alphabet[0]]) * 5
        chunks[-1] = chunks[-1][:-padding]
    return b"".join(chunks)


_A85 = bytes(range(33, 118))
_B85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    result = _encode85(b, _A85, pad, True, foldspaces)
    if adobe:
        result = b"<~" + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        chunks = [result[i:i + wrapcol] for i in range(0, len(result), wrapcol)]
        if adobe and len(chunks[-1]) + 2 > wrapcol:
            chunks.append(b"")
        result = b"\n".join(chunks)
    return result + b"~>" if adobe else result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = _bytes(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    out = []
    current = []
    for byte in b + b"u" * 4:
        if 33 <= byte <= 117:
            current.append(byte)
            if len(current) == 5:
                word = 0
                for digit in current:
                    word = word * 85 + digit - 33
                if word > 0xFFFFFFFF:
                    raise ValueError("Ascii85 overflow") from None
                out.append(word.to_bytes(4, "big"))
                current = []
        elif byte == 122:
            if current:
                raise ValueError("z inside Ascii85 5-tuple")
            out.append(b"\0\0\0\0")
        elif foldspaces and byte == 121:
            if current:
                raise ValueError("y inside Ascii85 5-tuple")
            out.append(b"    ")
        elif byte not in ignorechars:
            raise ValueError("Non-Ascii85 digit found: %c" % byte)
    result = b"".join(out)
    padding = 4 - len(current)
    return result[:-padding] if padding else result


def b85encode(b, pad=False):
    return _encode85(b, _B85, pad)


def b85decode(b):
    b = _bytes(b)
    values = {letter: value for value, letter in enumerate(_B85)}
    padding = -len(b) % 5
    b = b + b"~" * padding
    out = []
    for start in range(0, len(b), 5):
        word = 0
        for offset, letter in enumerate(b[start:start + 5]):
            if letter not in values:
                raise ValueError("bad base85 character at position %d" % (start + offset)) from None
            word = word * 85 + values[letter]
        if word > 0xFFFFFFFF:
            raise ValueError("base85 overflow in hunk starting at byte %d" % start) from None
        out.append(word.to_bytes(4, "big"))
    result = b"".join(out)
    return result[:-padding] if padding else result


def _check_bytes(s):
    try:
        view = memoryview(s)
    except TypeError:
        raise TypeError("expected bytes-like object, not %s" % type(s).__name__) from None
    if view.format not in ("c", "b", "B"):
        raise TypeError("expected single byte elements, not %r from %s" % (view.format, type(s).__name__))


def encodebytes(s):
    _check_bytes(s)
    return b"".join(binascii.b2a_base64(s[i:i + MAXBINSIZE]) for i in range(0, len(s), MAXBINSIZE))


def decodebytes(s):
    _check_bytes(s)
    return binascii.a2b_base64(s)


def encode(input, output):
    output.write(encodebytes(input.read()))


def decode(input, output):
    output.write(decodebytes(input.read()))
