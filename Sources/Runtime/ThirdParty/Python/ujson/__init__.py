"""`json` under ujson's name: texts without spaces."""
import json as _json
from json import JSONDecodeError


def dumps(obj, ensure_ascii=True, encode_html_chars=False, escape_forward_slashes=True, sort_keys=False, indent=0,
          allow_nan=True, reject_bytes=True, default=None, separators=None):
    text = _json.dumps(
        obj, ensure_ascii=ensure_ascii, sort_keys=sort_keys, indent=indent or None, allow_nan=allow_nan, default=default,
        separators=separators or ((",", ": ") if indent else (",", ":")))
    if escape_forward_slashes:
        text = text.replace("/", "\\/")
    if encode_html_chars:
        for char in "<>&":
            text = text.replace(char, "\\u%04x" % ord(char))
    return text


encode = dumps


def dump(obj, fp, **options):
    fp.write(dumps(obj, **options))


def loads(s, **options):
    return _json.loads(s)


decode = loads


def load(fp, **options):
    return loads(fp.read())
