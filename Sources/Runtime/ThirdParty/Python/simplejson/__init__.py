"""`json` under simplejson's name."""
from json import JSONDecodeError, JSONDecoder, JSONEncoder
import json as _json


def _options(options):
    for name in ("use_decimal", "ignore_nan", "iterable_as_array", "for_json", "bigint_as_string"):
        if options.pop(name, None):
            raise NotImplementedError("%s= is not supported by Katydid's simplejson" % name)
    for name in ("namedtuple_as_object", "tuple_as_array", "encoding"):
        options.pop(name, None)
    return options


def dumps(obj, **options):
    return _json.dumps(obj, **_options(options))


def dump(obj, fp, **options):
    return _json.dump(obj, fp, **_options(options))


def loads(s, **options):
    return _json.loads(s, **_options(options))


def load(fp, **options):
    return _json.load(fp, **_options(options))
