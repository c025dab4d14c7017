"""Log records, warnings and classes made by calls know where the call stands."""
import collections
import enum
import io
import logging
import sys
import typing
import warnings

out = io.StringIO()
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter("%(filename)s:%(lineno)d %(funcName)s %(module)s %(levelname)s %(message)s"))
log = logging.getLogger("places")
log.addHandler(handler)
log.setLevel(logging.DEBUG)
log.propagate = False


def shown():
    sys.stdout.write(out.getvalue())
    out.seek(0)
    out.truncate()


log.info("in the module")
shown()


def function(value):
    log.debug("value %r", value)
    log.warning("two %s %s", value, "words")
    log.log(logging.INFO, "log")
    return value


function(1)
shown()


class Task:
    def run(self):
        log.error("from a method")
        try:
            1 / 0
        except ZeroDivisionError:
            log.exception("caught")
        inner = lambda: log.critical("from a lambda")
        inner()
        [log.info("comprehension %d", i) for i in range(2)]

    @staticmethod
    def make():
        log.info("static %s",
                 function(2))


Task().run()
text = out.getvalue()
print("\n".join(line for line in text.split("\n") if not line.startswith("  File")))
out.seek(0)
out.truncate()
Task.make()
shown()


def nested():
    def deeper():
        log.info("deeper")
    deeper()


nested()
log.info("stack", stack_info=True)
text = out.getvalue()
print([line.strip() for line in text.split("\n") if "File" not in line])
out.seek(0)
out.truncate()

adapter = logging.LoggerAdapter(log, {"user": 1})
adapter.info("through an adapter")
shown()


class Collect(logging.Handler):
    def emit(self, record):
        print(record.lineno, record.funcName, record.filename, record.getMessage())


root = logging.getLogger()
root.addHandler(Collect())
root.setLevel(logging.INFO)
logging.info("root")
logging.warning("root %s", "again")


def through_root():
    logging.error("in a function")
    logging.getLogger("other.name").info(msg="by keyword")
    logging.getLogger("other.name").warning("spread %s %s", *[1, 2], **{})


through_root()

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")

    def old():
        warnings.warn("is old", DeprecationWarning)

    old()
    warnings.warn("plain")
for each in caught:
    print(each.lineno, each.filename.rsplit("/", 1)[-1], each.category.__name__, each.message)

Point = collections.namedtuple("Point", "x y")
Color = enum.Enum("Color", "RED GREEN")
Made = type("Made", (), {"a": 1})
Number = typing.NewType("Number", int)
Pair = typing.NamedTuple("Pair", [("a", int)])
Options = typing.TypedDict("Options", {"a": int})
T = typing.TypeVar("T")
for made in (Point, Color, Made, Number, Pair, Options, T):
    print(made.__module__, made.__name__, made)
