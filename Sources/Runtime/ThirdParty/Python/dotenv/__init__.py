"""`.env` files beside the spec, as python-dotenv reads them."""
import io
import os
import re

from _refusals import refuser as _refuser

_EXPORT = re.compile(r"(?:export[^\S\r\n]+)?")
_SINGLE_KEY = re.compile(r"'([^']+)'")
_PLAIN_KEY = re.compile(r"([^=\#\s]+)")
_SINGLE = re.compile(r"'((?:\\'|[^'])*)'")
_DOUBLE = re.compile(r'"((?:\\"|[^"])*)"')
_BARE = re.compile(r"[^\r\n]*")
_COMMENT = re.compile(r"(?:[^\S\r\n]*#[^\r\n]*)?")
_LINE_END = re.compile(r"[^\S\r\n]*(?:\r\n|\n|\r|$)")
_REST_OF_LINE = re.compile(r"[^\r\n]*(?:\r|\n|\r\n)?")
_BLANK = re.compile(r"\s*")
_SPACE = re.compile(r"[^\S\r\n]*")
_EQUALS = re.compile(r"(=[^\S\r\n]*)")
_DOUBLE_ESCAPE = re.compile(r"\\[\\'\"abfnrtv]")
_SINGLE_ESCAPE = re.compile(r"\\[\\']")
_VARIABLE = re.compile(r"\$\{(?P<name>[^\}:]*)(?::-(?P<default>[^\}]*))?\}")
_ESCAPES = {"\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


def _unescape(pattern, text):
    return pattern.sub(lambda match: _ESCAPES[match.group(0)[1]], text)


def _bindings(text):
    """Keys and values in order; a line that is none gives nothing."""
    place = _BLANK.match(text).end()
    while place < len(text):
        binding, end = _binding(text, place)
        if end is None:
            import logging

            logging.getLogger("dotenv.main").warning(
                "python-dotenv could not parse statement starting at line %s", text.count("\n", 0, place) + 1)
            end = max(_REST_OF_LINE.match(text, place).end(), place + 1)
        elif binding is not None:
            yield binding
        place = _BLANK.match(text, end).end()


def _binding(text, place):
    """One binding and where it ends; no end for a line that can't be read."""
    place = _EXPORT.match(text, place).end()
    if text[place] == "#":
        return None, max(_COMMENT.match(text, place).end(), place + 1)
    key = (_SINGLE_KEY if text[place] == "'" else _PLAIN_KEY).match(text, place)
    if key is None:
        return None, None
    place = _SPACE.match(text, key.end()).end()
    value = None
    equals = _EQUALS.match(text, place)
    if equals is not None:
        value, place = _value(text, equals.end())
        if place is None:
            return None, None
    place = _COMMENT.match(text, place).end()
    end = _LINE_END.match(text, place)
    if end is None:
        return None, None
    return (key.group(1), value), end.end()


def _value(text, place):
    char = text[place:place + 1]
    if char == "'":
        found = _SINGLE.match(text, place)
        return (None, None) if found is None else (_unescape(_SINGLE_ESCAPE, found.group(1)), found.end())
    if char == '"':
        found = _DOUBLE.match(text, place)
        return (None, None) if found is None else (_unescape(_DOUBLE_ESCAPE, found.group(1)), found.end())
    if char in ("", "\n", "\r"):
        return "", place
    found = _BARE.match(text, place)
    return re.sub(r"\s+#.*", "", found.group(0)).rstrip(), found.end()


def _resolved(pairs, override):
    values = {}
    for name, value in pairs:
        if value is not None:
            env = dict(values) if not override else dict(os.environ)
            env.update(os.environ if not override else values)

            def text(match):
                default = match.group("default")
                found = env.get(match.group("name"), "" if default is None else default)
                return "" if found is None else found

            value = _VARIABLE.sub(text, value)
        values[name] = value
    return values


def _read(dotenv_path, stream, encoding):
    if stream is not None:
        return stream.read()
    if dotenv_path and os.path.isfile(dotenv_path):
        with open(dotenv_path, encoding=encoding) as file:
            return file.read()
    return None


def find_dotenv(filename=".env", raise_error_if_not_found=False, usecwd=False):
    """The path of the file in the current folder; a spec can't look outside of its own."""
    path = os.path.join(os.getcwd(), filename)
    if os.path.isfile(path):
        return path
    if raise_error_if_not_found:
        raise IOError("File not found")
    return ""


def dotenv_values(dotenv_path=None, stream=None, verbose=False, interpolate=True, encoding="utf-8"):
    if dotenv_path is None and stream is None:
        dotenv_path = find_dotenv()
    text = _read(dotenv_path, stream, encoding)
    pairs = list(_bindings(text)) if text else []
    if interpolate:
        return _resolved(pairs, True)
    return dict(pairs)


def load_dotenv(dotenv_path=None, stream=None, verbose=False, override=False, interpolate=True, encoding="utf-8"):
    """Puts the file's variables into `os.environ`; those that are set stay, without `override`."""
    if dotenv_path is None and stream is None:
        dotenv_path = find_dotenv()
    text = _read(dotenv_path, stream, encoding)
    pairs = list(_bindings(text)) if text else []
    values = _resolved(pairs, override) if interpolate else dict(pairs)
    for name, value in values.items():
        if name in os.environ and not override:
            continue
        if value is not None:
            os.environ[name] = value
    return bool(values)


def get_key(dotenv_path, key_to_get, encoding="utf-8"):
    return dotenv_values(dotenv_path, encoding=encoding).get(key_to_get)


__getattr__ = _refuser(__name__, "there are load_dotenv, dotenv_values, find_dotenv and get_key")
