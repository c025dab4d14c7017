"""`json` under orjson's name: bytes without spaces."""
import datetime as _datetime
import enum as _enum
import json as _json
import uuid as _uuid

from _refusals import refuser as _refuser

OPT_APPEND_NEWLINE = 1 << 10
OPT_INDENT_2 = 1
OPT_NAIVE_UTC = 1 << 1
OPT_NON_STR_KEYS = 1 << 2
OPT_OMIT_MICROSECONDS = 1 << 3
OPT_PASSTHROUGH_DATETIME = 1 << 9
OPT_SORT_KEYS = 1 << 5
OPT_UTC_Z = 1 << 7
OPT_SERIALIZE_NUMPY = 1 << 4
OPT_SERIALIZE_DATACLASS = OPT_SERIALIZE_UUID = 0


class JSONDecodeError(_json.JSONDecodeError):
    pass


JSONEncodeError = TypeError


def dumps(obj, default=None, option=None):
    option = option or 0

    def plain(value):
        """What json can write; orjson writes some more types by itself."""
        if isinstance(value, dict):
            out = {}
            for key, item in value.items():
                if not isinstance(key, str):
                    if not option & OPT_NON_STR_KEYS:
                        raise JSONEncodeError("Dict key must be str")
                    key = str(plain(key)) if not isinstance(key, bool) and key is not None else _json.dumps(key)
                out[key] = plain(item)
            return out
        if isinstance(value, (list, tuple)):
            return [plain(item) for item in value]
        if isinstance(value, _enum.Enum):
            return plain(value.value)
        if isinstance(value, float):
            return value if value == value and abs(value) != float("inf") else None
        if value is None or isinstance(value, (str, bool)):
            return value
        if isinstance(value, int):
            if not -(1 << 63) <= value < 1 << 64:
                raise JSONEncodeError("Integer exceeds 64-bit range")
            return value
        if isinstance(value, _datetime.datetime) and not option & OPT_PASSTHROUGH_DATETIME:
            if option & OPT_OMIT_MICROSECONDS:
                value = value.replace(microsecond=0)
            if option & OPT_NAIVE_UTC and value.tzinfo is None:
                value = value.replace(tzinfo=_datetime.timezone.utc)
            text = value.isoformat()
            return text[:-6] + "Z" if option & OPT_UTC_Z and text.endswith("+00:00") else text
        if isinstance(value, (_datetime.date, _datetime.time)) and not option & OPT_PASSTHROUGH_DATETIME:
            return value.isoformat()
        if isinstance(value, _uuid.UUID):
            return str(value)
        if hasattr(value, "__dataclass_fields__"):
            return plain({name: getattr(value, name) for name in value.__dataclass_fields__})
        if default is not None:
            return plain(default(value))
        kind = type(value)
        name = kind.__name__ if kind.__module__ in ("builtins", "__main__") else "%s.%s" % (kind.__module__, kind.__name__)
        raise JSONEncodeError("Type is not JSON serializable: %s" % name)

    indent = 2 if option & OPT_INDENT_2 else None
    text = _json.dumps(
        plain(obj), ensure_ascii=False, indent=indent, sort_keys=bool(option & OPT_SORT_KEYS),
        separators=(",", ": ") if indent else (",", ":"))
    try:
        return (text + ("\n" if option & OPT_APPEND_NEWLINE else "")).encode("utf-8")
    except UnicodeEncodeError:
        raise JSONEncodeError("str is not valid UTF-8: surrogates not allowed") from None


def loads(obj):
    if isinstance(obj, (bytes, bytearray)):
        obj = bytes(obj).decode("utf-8")

    elif not isinstance(obj, str):
        raise JSONDecodeError("Input must be bytes, bytearray, memoryview, or str", "", 0)

    def refuse(name):
        raise ValueError(name)

    def whole(text):
        number = int(text)
        return number if -(1 << 63) <= number < 1 << 64 else float(number)

    def fraction(text):
        number = float(text)
        if abs(number) == float("inf"):
            raise JSONDecodeError("number is infinity when parsed as double", obj, max(0, obj.find(text)))
        return number

    try:
        return _json.loads(obj, parse_constant=refuse, parse_int=whole, parse_float=fraction)
    except JSONDecodeError:
        raise
    except _json.JSONDecodeError as error:
        raise JSONDecodeError(error.msg, error.doc, error.pos) from None
    except ValueError as error:
        raise JSONDecodeError("unexpected character", obj, max(0, obj.find(str(error)))) from None


__getattr__ = _refuser(__name__)
