import binascii


def _bytes(data):
    if isinstance(data, str):
        try:
            return data.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    raise TypeError(
        "argument should be a bytes-like object or ASCII string, not %r" % data.__class__.__name__
    )


def _translate(data, old, new):
    return data.translate(bytes.maketrans(old, new))


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return _translate(encoded, b"+/", altchars)
    return encoded


def b64decode(s, altchars=None, validate=False):
    data = _bytes(s)
    if altchars is not None:
        altchars = _bytes(altchars)
        assert len(altchars) == 2, repr(altchars)
        data = _translate(data, altchars, b"+/")
    return binascii.a2b_base64(data, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return _translate(b64encode(s), b"+/", b"-_")


def urlsafe_b64decode(s):
    return b64decode(_translate(_bytes(s), b"-_", b"+/"))


def encodebytes(s):
    return b"".join(binascii.b2a_base64(s[start:start + 57]) for start in range(0, len(s), 57))


def decodebytes(s):
    return binascii.a2b_base64(s)


def b16encode(s):
    return bytes(s).hex().upper().encode("ascii")


def b16decode(s, casefold=False):
    data = _bytes(s)
    if casefold:
        data = data.upper()
    if any(byte not in b"0123456789ABCDEF" for byte in data):
        raise binascii.Error("Non-base16 digit found")
    if len(data) % 2:
        raise binascii.Error("Odd-length string")
    return bytes.fromhex(data.decode("ascii"))
