# Names that few programs use: constants of `stat`, `json.encoder` and `hmac`, and the handlers of `codecs`.
import codecs
import gc
import hmac
import inspect
import json.encoder
import logging.handlers
import platform
import stat
import uuid

print(sorted((name, value) for name, value in vars(stat).items() if isinstance(value, int) and name.isupper()))
print(stat.S_ISDOOR(1), stat.S_ISPORT(1), stat.S_ISWHT(0))
print(hmac.trans_36[:5], hmac.trans_5C[:5])
print(json.encoder.ESCAPE.pattern, json.encoder.ESCAPE_ASCII.pattern, json.encoder.HAS_UTF8.pattern)
print(sorted(json.encoder.ESCAPE_DCT.items()), json.encoder.INFINITY)
print(logging.handlers.ST_DEV, logging.handlers.ST_INO, logging.handlers.ST_MTIME, uuid.int_, uuid.bytes_)
print(gc.get_freeze_count(), gc.is_finalized(1), platform.win32_edition(), platform.win32_is_iot(), platform.java_ver())
print(inspect.CORO_CREATED, inspect.CORO_RUNNING, inspect.CORO_SUSPENDED, inspect.CORO_CLOSED, inspect.getcoroutinelocals(1))
shown = inspect.formatannotationrelativeto(inspect.Signature)
print(shown(int), shown(inspect.Parameter), shown(hmac.HMAC))
print(codecs.BOM32_BE, codecs.BOM32_LE, codecs.BOM64_BE, codecs.BOM64_LE)


def fault(make):
    try:
        make()
    except UnicodeError as error:
        return error


FAULTS = [
    fault(lambda: "a\u20ac\U0001f600\xe9b\x81".encode("ascii")), fault(lambda: b"a\xff\xfeb".decode("ascii")),
    fault(lambda: "\ud800".encode()), UnicodeTranslateError("a\u1234b", 1, 2, "reason"), ValueError(1), 5, UnicodeError("x"),
]
for name in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace"):
    for error in FAULTS:
        for handler in (codecs.lookup_error(name), getattr(codecs, name + "_errors")):
            try:
                print(name, ascii(handler(error)))
            except Exception as raised:
                print(name, type(raised).__name__, ascii(str(raised)))
try:
    codecs.lookup_error("none such")
except LookupError as error:
    print(error)
