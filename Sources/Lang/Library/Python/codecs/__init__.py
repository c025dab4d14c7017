"""Encodings: what turns texts into bytes and back, at once, in pieces and over streams."""
import _katydid
import io as _io
from codecs._errors import (
    backslashreplace_errors, ignore_errors, lookup_error, namereplace_errors, register_error, replace_errors,
    strict_errors, xmlcharrefreplace_errors)
from codecs._pieces import (
    BufferedIncrementalDecoder, BufferedIncrementalEncoder, Codec, IncrementalDecoder, IncrementalEncoder, decoder_of,
    encoder_of)
from codecs._streams import EncodedFile, StreamReader, StreamReaderWriter, StreamRecoder, StreamWriter, reader_of, writer_of
from codecs._names import called as _called, shown_name as _shown_name, transform as _transform

__all__ = ["register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE",
           "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE",
           "BOM_UTF32_BE", "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder", "StreamReader",
           "StreamWriter", "StreamReaderWriter", "StreamRecoder", "getencoder", "getdecoder", "getincrementalencoder",
           "getincrementaldecoder", "getreader", "getwriter", "encode", "decode", "iterencode", "iterdecode",
           "strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors", "backslashreplace_errors",
           "namereplace_errors", "register_error", "lookup_error"]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_UTF16_LE = BOM_LE = b"\xff\xfe"
BOM_UTF16_BE = BOM_BE = b"\xfe\xff"
BOM_UTF32_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"
BOM = BOM_UTF16 = BOM_UTF16_LE
BOM_UTF32 = BOM_UTF32_LE
BOM32_LE, BOM32_BE, BOM64_LE, BOM64_BE = BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE


class CodecInfo(tuple):
    """The functions and classes of an encoding."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name, self.encode, self.decode = name, encode, decode
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        self.streamwriter, self.streamreader = streamwriter, streamreader
        self._is_text_encoding = True if _is_text_encoding is None else _is_text_encoding
        return self

    def __repr__(self):
        kind = type(self)
        return "<%s.%s object for encoding %s at %#x>" % (kind.__module__, kind.__qualname__, self.name, id(self))


def _checked(encoding, function):
    if not isinstance(encoding, str):
        raise TypeError("%s() argument must be str, not %s" % (
            function, "None" if encoding is None else type(encoding).__name__))
    if "\0" in encoding:
        raise ValueError("embedded null character")


def lookup(encoding, /):
    _checked(encoding, "lookup")
    pair = _transform(encoding)
    if pair is None:
        found = _search(encoding.lower().replace(" ", "_"))
        if found is not None:
            return found
        # Raises `LookupError` for what isn't known.
        "".encode(encoding)
        encoder, decoder = _of_texts(encoding)
    else:
        encoder, decoder = pair
    return CodecInfo(encoder, decoder, reader_of(encoding, decoder, pair), writer_of(encoding, encoder, pair),
                     encoder_of(encoding, pair), decoder_of(encoding, pair), _shown_name(encoding),
                     _is_text_encoding=pair is None)


def _of_texts(encoding):
    name = {"utf-8": "utf_8", "iso8859-1": "latin_1", "utf-8-sig": "utf_8"}.get(
        _shown_name(encoding), _shown_name(encoding).replace("-", "_"))
    if name.startswith(("cp", "iso", "koi", "mac")):
        name = "charmap"

    def encoder(input, errors="strict"):
        if not isinstance(input, str):
            raise TypeError("%s_encode() argument 1 must be str, not %s" % (name, type(input).__name__))
        return input.encode(encoding, errors), len(input)

    def decoder(input, errors="strict"):
        if not isinstance(input, bytes):
            if isinstance(input, str) and not name.endswith("escape"):
                raise TypeError("a bytes-like object is required, not 'str'")
            input = input.encode() if isinstance(input, str) else bytes(input)
        return input.decode(encoding, errors), len(input)

    return encoder, decoder


def encode(obj, encoding="utf-8", errors="strict"):
    return _called(lookup(encoding)[0], obj, errors, "encoding", encoding)


def decode(obj, encoding="utf-8", errors="strict"):
    return _called(lookup(encoding)[1], obj, errors, "decoding", encoding)


def getencoder(encoding):
    return lookup(encoding)[0]


def getdecoder(encoding):
    return lookup(encoding)[1]


def getincrementalencoder(encoding):
    return _incremental(encoding, "incrementalencoder")


def getincrementaldecoder(encoding):
    return _incremental(encoding, "incrementaldecoder")


def _incremental(encoding, kind):
    found = getattr(lookup(encoding), kind, None)
    if found is None:
        raise LookupError(encoding)
    return found


def getreader(encoding):
    return lookup(encoding)[2]


def getwriter(encoding):
    return lookup(encoding)[3]


def iterencode(iterator, encoding, errors="strict", **kwargs):
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for text in iterator:
        data = encoder.encode(text)
        if data:
            yield data
    data = encoder.encode("", True)
    if data:
        yield data


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for data in iterator:
        text = decoder.decode(data)
        if text:
            yield text
    text = decoder.decode(b"", True)
    if text:
        yield text


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    if encoding is not None and "b" not in mode:
        # Ends of lines are left as they are.
        mode += "b"
    file = _io.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        found = lookup(encoding)
        made = StreamReaderWriter(file, found[2], found[3], errors)
        made.encoding = encoding
        return made
    except:
        file.close()
        raise


def make_identity_dict(rng):
    return {number: number for number in rng}


def make_encoding_map(decoding_map):
    # What several stand for has none of its own.
    result = {}
    for number, character in decoding_map.items():
        result[character] = None if character in result else number
    return result


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


def _define():
    """The functions of single encodings, as CPython has them: `utf_8_decode(data, errors, final)` and so on."""
    from codecs import _functions

    for name, function in _functions.functions():
        globals()[name] = function


_define()
