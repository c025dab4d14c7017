"""`json` under simplejson's name."""
from json import JSONDecodeError, JSONDecoder, JSONEncoder
import json as _json


def _options(options):
    for name in ("iterable_as_array", "for_json", "bigint_as_string", "item_sort_key", "int_as_string_bitcount"):
        if options.pop(name, None):
            raise NotImplementedError("%s= is not supported by Katydid's simplejson" % name)
    for name in ("namedtuple_as_object", "tuple_as_array", "encoding"):
        options.pop(name, None)
    return options


def _plain(value, ignores_nan):
    """What json can write: decimals become numbers, and NaN null if it is to be."""
    if isinstance(value, dict):
        return {key: _plain(item, ignores_nan) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        if hasattr(value, "_asdict"):
            return _plain(value._asdict(), ignores_nan)
        return [_plain(item, ignores_nan) for item in value]
    if isinstance(value, float):
        return None if ignores_nan and (value != value or abs(value) == float("inf")) else value
    return value


def dumps(obj, **options):
    options = _options(options)
    ignores_nan = options.pop("ignore_nan", False)
    uses_decimal = options.pop("use_decimal", True)
    options.setdefault("allow_nan", False)
    default = options.pop("default", None)
    found = {}

    def other(value):
        if uses_decimal and type(value).__name__ == "Decimal" and type(value).__module__ == "decimal":
            mark = "\ue000%d\ue001" % len(found)
            found[mark] = str(value)
            return mark
        if default is None:
            raise TypeError("Object of type %s is not JSON serializable" % type(value).__name__)
        return _plain(default(value), ignores_nan)

    text = _json.dumps(_plain(obj, ignores_nan), default=other, **options)
    for mark, digits in found.items():
        text = text.replace(_json.dumps(mark, ensure_ascii=options.get("ensure_ascii", True)), digits)
    return text


def dump(obj, fp, **options):
    fp.write(dumps(obj, **options))


def loads(s, **options):
    options = _options(options)
    if options.pop("use_decimal", False):
        import decimal

        options["parse_float"] = decimal.Decimal
    return _json.loads(s, **options)


def load(fp, **options):
    return loads(fp.read(), **options)
