"""Texts and bytes in pieces: encoders and decoders that remember what isn't whole yet."""
from codecs._names import shown_name

__name__ = "codecs"

_UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_UTF32 = {b"\xff\xfe\x00\x00": "utf-32-le", b"\x00\x00\xfe\xff": "utf-32-be"}
_UTF8_MARK = b"\xef\xbb\xbf"
# How texts begin in encodings that say so, and what the rest is in.
_MARKS = {"utf-16": _UTF16, "utf-32": _UTF32, "utf-8-sig": {_UTF8_MARK: "utf-8"}}
_WITHOUT_MARK = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}


class Codec:
    """What encodes and decodes at once; the methods are for those that derive from it."""

    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class IncrementalEncoder:
    def __init__(self, errors="strict"):
        self.errors, self.buffer = errors, ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class BufferedIncrementalEncoder(IncrementalEncoder):
    """Keeps what `_buffer_encode` leaves over."""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, used = self._buffer_encode(data, self.errors, final)
        self.buffer = data[used:]
        return result

    def reset(self):
        super().reset()
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""


class IncrementalDecoder:
    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b"", 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Keeps what `_buffer_decode` leaves over."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, used = self._buffer_decode(data, self.errors, final)
        self.buffer = data[used:]
        return result

    def reset(self):
        super().reset()
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


def decoder_of(encoding, pair=None):
    """The class of an encoding's decoders."""
    if pair is not None:
        class IncrementalDecoder(_decoders):
            def decode(self, input, final=False):
                return pair[1](input, self.errors)[0]

        return IncrementalDecoder

    class IncrementalDecoder(_TextDecoder):
        _given = encoding

    return IncrementalDecoder


def encoder_of(encoding, pair=None):
    if pair is not None:
        class IncrementalEncoder(_encoders):
            def encode(self, input, final=False):
                return pair[0](input, self.errors)[0]

        return IncrementalEncoder

    class IncrementalEncoder(_TextEncoder):
        _given = encoding

    return IncrementalEncoder


_encoders, _decoders = IncrementalEncoder, IncrementalDecoder


class _TextEncoder(IncrementalEncoder):
    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.reset()

    def encode(self, input, final=False):
        data = input.encode(self._encoding, self.errors)
        # The mark of the byte order comes once.
        self._encoding = _WITHOUT_MARK.get(self._name, self._encoding)
        return data

    def reset(self):
        self._encoding, self._name = self._given, shown_name(self._given)

    def getstate(self):
        is_begun = self._name in _WITHOUT_MARK and self._encoding != self._given
        return (2 if self._name != "utf-8-sig" else 1) * (not is_begun) if self._name in _WITHOUT_MARK else 0

    def setstate(self, state):
        if state or self._name not in _WITHOUT_MARK:
            self.reset()
        else:
            self._encoding = _WITHOUT_MARK[self._name]


class _TextDecoder(BufferedIncrementalDecoder):
    def __init__(self, errors="strict"):
        super().__init__(errors)
        self._encoding, self._name = None, shown_name(self._given)

    def _buffer_decode(self, input, errors, final):
        text, used, self._encoding = decoded(input, self._name, self._given, errors, final, self._encoding)
        return text, used

    def reset(self):
        super().reset()
        self._encoding = None

    def getstate(self):
        # What it said that the rest is in; CPython's numbers mean the same.
        if self._name == "utf-8-sig":
            return self.buffer, int(self._encoding is None)
        if self._name in ("utf-16", "utf-32"):
            return self.buffer, 2 if self._encoding is None else 0 if self._encoding.endswith("-le") else 1
        return self.buffer, 0

    def setstate(self, state):
        self.buffer, number = state
        self._encoding = None
        if self._name == "utf-8-sig" and not number:
            self._encoding = "utf-8"
        elif self._name in ("utf-16", "utf-32") and number != 2:
            self._encoding = self._name + ("-be" if number == 1 else "-le")


def decoded(data, name, encoding, errors, final, known=None):
    """As much as can be decoded of bytes: the text, how many bytes that took, and what the rest is in."""
    start = 0
    if name in _MARKS and known is None:
        # The mark of the byte order says what follows.
        marks, is_order = _MARKS[name], name != "utf-8-sig"
        size = len(next(iter(marks)))
        known = marks.get(bytes(data[:size]))
        if known is not None:
            start = size
        elif len(data) < size and not final and (is_order or _UTF8_MARK.startswith(data)):
            return "", 0, None
        elif not data:
            return "", 0, None
        else:
            known = _WITHOUT_MARK[name]
    inner = known or encoding
    rest = data[start:]
    cut = 0 if final else _unfinished(rest, shown_name(inner), errors)
    used = len(rest) - cut
    return bytes(rest[:used]).decode(inner, errors), start + used, known


def _unfinished(data, name, errors):
    """How many bytes at the end begin a character that is not there altogether."""
    if name == "utf-8":
        return _unfinished_utf8(data, errors)
    if name.startswith("utf-16"):
        cut = len(data) % 2
        at = len(data) - cut - (1 if name == "utf-16-le" else 2)
        return cut + 2 if at >= 0 and data[at] & 0xFC == 0xD8 else cut
    if name.startswith("utf-32"):
        return len(data) % 4
    if name in ("unicode-escape", "raw-unicode-escape"):
        return _unfinished_escape(data, name)
    if name == "utf-7":
        # What is begun by a plus and has no end yet.
        at = data.rfind(b"+")
        return len(data) - at if at >= 0 and data[at + 1:].replace(b"/", b"").replace(b"+", b"").isalnum() or \
            data[-1:] == b"+" else 0
    return 0


def _unfinished_utf8(data, errors):
    for back in range(1, min(3, len(data)) + 1):
        if data[-back] & 0xC0 != 0x80:
            if errors == "surrogatepass" and data[-back] == 0xED and back < 3:
                return back
            try:
                data[-back:].decode()
            except UnicodeDecodeError as error:
                return back if error.reason == "unexpected end of data" else 0
            return 0
    return 0


def _unfinished_escape(data, name):
    """An escape at the end that its digits, or its name, are still missing of."""
    at = data.rfind(b"\\", max(0, len(data) - 100))
    if at < 0:
        return 0
    start = at
    while start and data[start - 1:start] == b"\\":
        start -= 1
    if (at - start) % 2 or at + 1 == len(data):
        return 0 if (at - start) % 2 else len(data) - at
    kind, rest = data[at + 1:at + 2], len(data) - at - 2
    wanted = {b"u": 4, b"U": 8, b"x": 2 if name == "unicode-escape" else 0}.get(kind, 0)
    if kind == b"N" and name == "unicode-escape":
        return len(data) - at if b"}" not in data[at:] else 0
    return len(data) - at if rest < wanted else 0
