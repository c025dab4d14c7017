"""What of binascii isn't native: lines of uuencoded data, and quoted-printable text (RFC 2045)."""


def _bytes(data):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data.encode("ascii")
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(
            f"argument should be bytes, buffer or ASCII string, not {type(data).__name__!r}") from None


def _buffer(data):
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not {type(data).__name__!r}") from None


def b2a_uu(data, /, *, backtick=False):
    """A line: its length, then six bits a character."""
    data = _buffer(data)
    if len(data) > 45:
        raise Error("At most 45 bytes at once")
    zero = 96 if backtick else 32
    line = [len(data) + 32 if data else zero]
    for at in range(0, len(data), 3):
        number = int.from_bytes(data[at:at + 3].ljust(3, b"\0"), "big")
        for shift in (18, 12, 6, 0):
            six = number >> shift & 63
            line.append(six + 32 if six else zero)
    return bytes(line) + b"\n"


def a2b_uu(data, /):
    line = _bytes(data)
    length = (line[0] if line else 0) - 32 & 63
    out, bits, count, at = bytearray(), 0, 0, 1
    while len(out) < length:
        # Spaces at the end may have been lost on the way, and stand for zero.
        character = line[at] if at < len(line) else 32
        at += 1
        if character in b"\r\n":
            character = 32
        if not 32 <= character <= 96:
            raise Error("Illegal char")
        bits, count = bits << 6 | character - 32 & 63, count + 6
        if count >= 8:
            count -= 8
            out.append(bits >> count & 255)
    if line[at:].strip(b" `\r\n"):
        raise Error("Trailing garbage")
    return bytes(out)


def a2b_qp(data, header=False):
    data = _bytes(data)
    out, at = bytearray(), 0
    while at < len(data):
        byte = data[at]
        at += 1
        if byte == 95 and header:
            out.append(32)
        elif byte != 61:
            out.append(byte)
        elif at >= len(data):
            break
        elif data[at] in b"\r\n":
            # A line that goes on: what stands before its end is left out.
            end = data.find(b"\n", at)
            at = len(data) if end < 0 else end + 1
        elif data[at] == 61:
            out.append(61)
            at += 1
        elif data[at:at + 2].decode("latin-1").strip("0123456789abcdefABCDEF") == "" and at + 1 < len(data):
            out.append(int(data[at:at + 2], 16))
            at += 2
        else:
            out.append(61)
    return bytes(out)


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    data = _buffer(data)
    # The ends of the lines that come out are as the first that goes in.
    first = data.find(b"\n")
    end = b"\r\n" if first > 0 and data[first - 1:first] == b"\r" else b"\n"
    out, width, at = bytearray(), 0, 0
    while at < len(data):
        byte = data[at]
        is_end = byte == 10 or byte == 13 and data[at + 1:at + 2] == b"\n"
        if istext and is_end:
            if out and out[-1:] in (b" ", b"\t"):
                out[-1:] = b"=%02X" % out[-1]
            out += end
            width = 0
            at += 1 if byte == 10 else 2
            continue
        following = data[at + 1:at + 2]
        if (byte > 126 or byte == 61 or byte == 95 and header
                or byte == 46 and width == 0 and following in (b"", b"\n", b"\r", b"\0")
                or not istext and byte in b"\r\n" or byte in b" \t" and (quotetabs or not following)
                or byte < 33 and byte not in b"\r\n\t "):
            piece = b"=%02X" % byte
            is_full = width + 3 >= 76
        else:
            piece = b"_" if header and byte == 32 else bytes([byte])
            is_full = width + 1 >= 76 and following not in (b"", b"\n")
        if is_full:
            out += b"=" + end
            width = 0
        out += piece
        width += len(piece)
        at += 1
    return bytes(out)
