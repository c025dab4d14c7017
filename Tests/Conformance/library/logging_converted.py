# Configurations of `logging` whose parts name each other, and what is refused.
import logging
import logging.config
import sys

logging.lastResort = None


class Printing(logging.Handler):
    def __init__(self, a=1, *, b=2):
        super().__init__()
        self.a, self.b = a, b

    def emit(self, record):
        print("printing", self.a, self.b, self.format(record))


class Quiet(logging.Filter):
    def filter(self, record):
        return "no" not in record.getMessage()


def config(**parts):
    return {"version": 1, "disable_existing_loggers": False, **parts}


MINE = {"class": "__main__.Printing"}
ROOT = {"handlers": ["h"], "level": "DEBUG"}
MEMORY = {"class": "logging.handlers.MemoryHandler", "capacity": 2}
for number, parts in enumerate([
        config(handlers={"m": {**MEMORY, "target": "h"}, "h": dict(MINE)}, root={"handlers": ["m"], "level": "DEBUG"}),
        config(handlers={"a": {**MEMORY, "target": "h"}, "h": dict(MINE)}, root={"handlers": ["a"], "level": "DEBUG"}),
        config(handlers={"m": {**MEMORY, "target": "nowhere"}}),
        config(handlers={"m": {**MEMORY, "target": "cfg://handlers.h"}, "h": dict(MINE)}),
        config(handlers={"h": {**MINE, "a": "cfg://my.list[1]", "b": "cfg://my[list][0]"}}, my={"list": [7, 8]}, root=ROOT),
        config(handlers={"h": {**MINE, "a": "cfg://nope"}}), config(handlers={"h": {**MINE, "a": "cfg://my["}}, my=1),
        config(handlers={"h": {**MINE, "filters": [Quiet()]}}, root=ROOT), config(handlers={"h": {}}), config(handlers=[]),
        config(handlers={"h": {"class": "logging.StreamHandler", "stream": "ext://sys.nope"}}), config(handlers={"h": 5}),
        config(formatters={"f": {"format": "%(nope", "validate": True}}), config(formatters={"f": 5}), config(root=5),
        config(loggers={"a.b": {"level": "WARNING", "handlers": ["h"], "propagate": False}}, handlers={"h": dict(MINE)}),
        {"version": 1, "loggers": {"keep": {"level": "INFO"}}}, {"version": 1, "root": {"level": "INFO"}}, config(),
        {"version": 2}, {}]):
    logging.getLogger("a.b"), logging.getLogger("old.x")
    try:
        logging.config.dictConfig(parts)
    except Exception as error:
        print(number, type(error).__name__, error, "|", repr(error.__cause__))
    for name in ("a.b", "keep", "old.x"):
        logger = logging.getLogger(name)
        print(number, name, logger.level, len(logger.handlers), logger.propagate, logger.disabled)
    root = logging.getLogger()
    print(number, root.level, [type(each).__name__ for each in root.handlers], [each.name for each in root.handlers])
    logging.getLogger("a.b").warning("hello %s", number)
    logging.getLogger("a.b").info("no")
    root.error("an error")
    root.setLevel(30)
    root.handlers[:] = []
converted = logging.config.DictConfigurator(config(a=[1, {"b": "ext://sys.byteorder"}], t=(1, "ext://sys.byteorder")))
print(converted.config["a"], converted.config["a"][1]["b"], converted.config["t"], converted.config["t"][1])
print(type(converted.config).__mro__, converted.config.pop("nothing"), converted.config.get("nothing", 5))
