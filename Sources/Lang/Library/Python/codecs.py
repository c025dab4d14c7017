"""Encodings."""
import _katydid
import io as _io

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_UTF16_LE = BOM_LE = b"\xff\xfe"
BOM_UTF16_BE = BOM_BE = b"\xfe\xff"
BOM_UTF32_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"
BOM = BOM_UTF16 = BOM_UTF16_LE
BOM_UTF32 = BOM_UTF32_LE
BOM32_LE, BOM32_BE, BOM64_LE, BOM64_BE = BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE
_rot = {ord(a): b for a, b in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
                                  "NOPQRSTUVWXYZABCDEFGHIJKLMnopqrstuvwxyzabcdefghijklm")}


def _transform(name):
    """The functions of the encodings that go from bytes to bytes or from text to text."""
    name = name.lower().replace("-", "_")
    if name in ("hex", "hex_codec"):
        import binascii
        return binascii.hexlify, binascii.unhexlify
    if name in ("base64", "base64_codec", "base_64"):
        import base64
        return base64.encodebytes, base64.decodebytes
    if name in ("zlib", "zlib_codec", "zip"):
        import zlib
        return zlib.compress, zlib.decompress
    if name in ("rot13", "rot_13"):
        return lambda s: s.translate(_rot), lambda s: s.translate(_rot)
    return None


def encode(obj, encoding="utf-8", errors="strict"):
    pair, found = _transform(encoding), _search(encoding.lower().replace(" ", "_"))
    if found is not None:
        return found[0](obj, errors)[0]
    return pair[0](obj) if pair else obj.encode(encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    pair, found = _transform(encoding), _search(encoding.lower().replace(" ", "_"))
    if found is not None:
        return found[1](obj, errors)[0]
    return pair[1](obj) if pair else bytes(obj).decode(encoding, errors)


class CodecInfo(tuple):
    def __new__(cls, encode, decode, name):
        self = tuple.__new__(cls, (encode, decode, StreamReader, StreamWriter))
        self.name = name
        self.encode, self.decode = encode, decode
        self.streamreader, self.streamwriter = StreamReader, StreamWriter
        return self

    def __repr__(self):
        return "<codecs.CodecInfo object for encoding %s at 0x%x>" % (self.name, id(self))


def lookup(encoding):
    pair = _transform(encoding)
    name = encoding.lower().replace("_", "-")
    if pair:
        return CodecInfo(lambda data, errors="strict": (pair[0](data), len(data)),
                         lambda data, errors="strict": (pair[1](data), len(data)), name)
    found = _search(encoding.lower().replace(" ", "_"))
    if found is not None:
        return found
    "".encode(encoding)
    aliases = {"utf8": "utf-8", "u8": "utf-8", "latin-1": "iso8859-1", "latin1": "iso8859-1", "us-ascii": "ascii",
               "iso-8859-1": "iso8859-1"}
    return CodecInfo(lambda data, errors="strict": (data.encode(encoding, errors), len(data)),
                     lambda data, errors="strict": (bytes(data).decode(encoding, errors), len(data)),
                     aliases.get(name, name))


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


class StreamReader:
    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors


class StreamWriter(StreamReader):
    pass


class IncrementalDecoder:
    """Keeps the bytes of a character that isn't whole yet."""

    def __init__(self, errors="strict", encoding="utf-8"):
        self.errors, self._given = errors, encoding.lower().replace("_", "-")
        self.reset()

    def decode(self, input, final=False):
        data = self._rest + input
        if self._encoding in _MARKS and (data or final):
            # The mark of the byte order says what follows.
            marks = _MARKS[self._encoding]
            size = len(next(iter(marks)))
            is_byte_order = self._encoding != "utf-8-sig"
            if len(data) < size and not final and (is_byte_order or BOM_UTF8.startswith(data)):
                self._rest = data
                return ""
            wanted = marks.get(data[:size])
            if wanted is not None:
                data, self._encoding = data[size:], wanted
            elif not is_byte_order:
                self._encoding = "utf-8"
            elif len(data) < size:
                self._encoding += "-le"
            else:
                raise UnicodeError(self._encoding.upper() + " stream does not start with BOM")
        cut = 0 if final else _unfinished(data, self._encoding)
        self._rest = data[len(data) - cut:]
        return data[:len(data) - cut].decode(self._encoding, self.errors)

    def reset(self):
        self._rest, self._encoding = b"", self._given

    def getstate(self):
        """What is kept, and what is known of the byte order: 0 or 1 for it, 2 as long as it is open."""
        if self._given == "utf-8-sig":
            return self._rest, int(self._encoding == self._given)
        if self._given in ("utf-16", "utf-32"):
            return self._rest, 2 if self._encoding == self._given else int(self._encoding.endswith("be"))
        return self._rest, 0

    def setstate(self, state):
        self._rest, flag = state
        self._encoding = self._given
        if self._given == "utf-8-sig" and not flag:
            self._encoding = "utf-8"
        elif self._given in ("utf-16", "utf-32") and flag < 2:
            self._encoding += ("-le", "-be")[flag]


# How texts begin in encodings that say so, and what the rest is in.
_MARKS = {"utf-16": {BOM_UTF16_LE: "utf-16-le", BOM_UTF16_BE: "utf-16-be"},
          "utf-32": {BOM_UTF32_LE: "utf-32-le", BOM_UTF32_BE: "utf-32-be"}, "utf-8-sig": {BOM_UTF8: "utf-8"}}


def _unfinished(data, encoding):
    """How many bytes at the end begin a character that is not there altogether."""
    if encoding in ("utf-8", "utf8"):
        for back in range(1, min(3, len(data)) + 1):
            if data[-back] & 0xC0 != 0x80:
                try:
                    data[-back:].decode()
                except UnicodeDecodeError as error:
                    return back if error.reason == "unexpected end of data" else 0
                return 0
        return 0
    if encoding.startswith("utf-16"):
        cut = len(data) % 2
        at = len(data) - cut - (1 if encoding == "utf-16-le" else 2)
        return cut + 2 if at >= 0 and data[at] & 0xFC == 0xD8 else cut
    return len(data) % 4 if encoding.startswith("utf-32") else 0


class IncrementalEncoder:
    def __init__(self, errors="strict", encoding="utf-8"):
        self.errors, self._given = errors, encoding.lower().replace("_", "-")
        self.reset()

    def encode(self, input, final=False):
        data = input.encode(self._encoding, self.errors)
        # The mark of the byte order comes once.
        self._encoding = _UNMARKED.get(self._encoding, self._encoding)
        return data

    def reset(self):
        self._encoding = self._given

    def getstate(self):
        if self._encoding not in _UNMARKED:
            return 0
        return 1 if self._encoding == "utf-8-sig" else 2

    def setstate(self, state):
        self._encoding = self._given if state else _UNMARKED.get(self._given, self._given)


_UNMARKED = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}


def getincrementaldecoder(encoding):
    "".encode(encoding)
    return lambda errors="strict": IncrementalDecoder(errors, encoding)


def getincrementalencoder(encoding):
    "".encode(encoding)
    return lambda errors="strict": IncrementalEncoder(errors, encoding)


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    decoder = IncrementalDecoder(errors, encoding)
    for data in iterator:
        text = decoder.decode(data)
        if text:
            yield text
    text = decoder.decode(b"", True)
    if text:
        yield text


def iterencode(iterator, encoding, errors="strict", **kwargs):
    encoder = IncrementalEncoder(errors, encoding)
    for text in iterator:
        data = encoder.encode(text)
        if data:
            yield data


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    if encoding is None:
        return _io.open(filename, mode)
    return _io.open(filename, mode.replace("b", ""), encoding=encoding, errors=errors, newline="")


def getreader(encoding):
    "".encode(encoding)
    return lambda stream, errors="strict": _io.TextIOWrapper(stream, encoding, errors, newline="")


getwriter = getreader


_searches, _registered = [], {}


def register(search_function, /):
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _searches.append(search_function)
    _katydid.set_codec_search(_search)


def unregister(search_function, /):
    if search_function in _searches:
        _searches.remove(search_function)
        _registered.clear()


def _search(name):
    """What the registered functions give for a name; None when none of them knows it."""
    for function in _searches if name not in _registered else ():
        found = function(name)
        if found is not None:
            if not isinstance(found, tuple) or len(found) != 4:
                raise TypeError("codec search functions must return 4-tuples")
            _registered[name] = found
            break
    return _registered.get(name)


def register_error(name, handler):
    raise RuntimeError("codecs.register_error() is refused: the handlers are those of the language")


def lookup_error(name):
    found = globals().get(name + "_errors")
    if found is None or name == "lookup":
        if name in ("surrogateescape", "surrogatepass"):
            raise RuntimeError("codecs.lookup_error() of %r is not supported" % name)
        raise LookupError("unknown error handler name %r" % name)
    return found


def _wrong(exception):
    return TypeError("don't know how to handle %s in error callback" % type(exception).__name__)


def strict_errors(exception, /):
    if not isinstance(exception, Exception):
        raise TypeError("codec must pass exception instance")
    raise exception


def ignore_errors(exception, /):
    if not isinstance(exception, (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)):
        raise _wrong(exception)
    return "", exception.end


def replace_errors(exception, /):
    if isinstance(exception, UnicodeEncodeError):
        return "?" * (exception.end - exception.start), exception.end
    if isinstance(exception, UnicodeDecodeError):
        return "\ufffd", exception.end
    if isinstance(exception, UnicodeTranslateError):
        return "\ufffd" * (exception.end - exception.start), exception.end
    raise _wrong(exception)


def xmlcharrefreplace_errors(exception, /):
    if not isinstance(exception, UnicodeEncodeError):
        raise _wrong(exception)
    return "".join("&#%d;" % ord(c) for c in exception.object[exception.start:exception.end]), exception.end


def _escaped(character):
    code = ord(character)
    return "\\x%02x" % code if code < 0x100 else "\\u%04x" % code if code < 0x10000 else "\\U%08x" % code


def backslashreplace_errors(exception, /):
    if isinstance(exception, UnicodeDecodeError):
        text = "".join("\\x%02x" % byte for byte in exception.object[exception.start:exception.end])
    elif isinstance(exception, (UnicodeEncodeError, UnicodeTranslateError)):
        text = "".join(map(_escaped, exception.object[exception.start:exception.end]))
    else:
        raise _wrong(exception)
    return text, exception.end


def namereplace_errors(exception, /):
    if not isinstance(exception, UnicodeEncodeError):
        raise _wrong(exception)
    from unicodedata import name
    names = [(name(c, None), c) for c in exception.object[exception.start:exception.end]]
    return "".join("\\N{%s}" % found if found else _escaped(c) for found, c in names), exception.end
