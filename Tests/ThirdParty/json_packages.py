import collections
import datetime
import decimal
import enum

import orjson
import simplejson
from tabulate import tabulate, tabulate_formats


class Color(enum.Enum):
    red = 1


class Name(str, enum.Enum):
    a = "x"


Pair = collections.namedtuple("Pair", "a b")


def t(act):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])


for value in (Color.red, [Name.a], 2**64, 2**64 - 1, -2**63, -2**63 - 1, decimal.Decimal("1"), "\ud800", {1: 2}, {Color.red: 1}, b"x", {1}):
    t(lambda: orjson.dumps(value))
for text in ("1e400", "123456789012345678901234567890", "[1, 18446744073709551616]", b"[1]", None, 5):
    t(lambda: orjson.loads(text))
print(orjson.JSONEncodeError is TypeError)
for act in (
    lambda: simplejson.dumps({"a": decimal.Decimal("1.10"), "b": [decimal.Decimal("2")]}), lambda: simplejson.dumps([float("inf"), 1], ignore_nan=True),
    lambda: simplejson.dumps(decimal.Decimal("1"), use_decimal=False), lambda: simplejson.dumps(float("nan"), allow_nan=True),
    lambda: simplejson.dumps(Pair(1, (2, 3))), lambda: simplejson.loads("[1.10]", use_decimal=True), lambda: simplejson.dumps(object()),
    lambda: simplejson.dumps({"b": 1, "a": "é"}, sort_keys=True, indent=2), lambda: simplejson.dumps({1: 2, None: 3, True: 4}),
    lambda: simplejson.dumps({"a": object()}, default=lambda o: decimal.Decimal("7.0")), lambda: type(simplejson.dumps(1.5)),
):
    t(act)
try:
    simplejson.dumps([float("nan")])
except ValueError:
    print("ValueError")

TABLE = [["a", 1, 2.5], ["bb", -10, None], ["c", 1000, 3.14159]]
for form in ("simple_grid", "rounded_grid", "heavy_grid", "mixed_grid", "double_grid", "fancy_grid", "simple_outline", "rounded_outline",
             "heavy_outline", "mixed_outline", "double_outline", "fancy_outline"):
    print(tabulate(TABLE, tablefmt=form), form in tabulate_formats)
    print(tabulate(TABLE, headers=["x", "y", "z"], tablefmt=form))
for options in (dict(showindex=["p", "q", "r"]), dict(showindex=["p"]), dict(floatfmt=("", "", ".1f")), dict(intfmt=("", ",")), dict(missingval="?"),
                dict(numalign="left"), dict(numalign="center"), dict(stralign="center"), dict(disable_numparse=True), dict(headers=["a", "b", "c"], colalign=("center",))):
    for form in ("simple", "grid", "pretty", "fancy_grid"):
        t(lambda: tabulate(TABLE, tablefmt=form, **options))
for data in ([], [["1.0"], ["2"]], [["  sp "]], [["1,000"], ["2"]], [["1,000.5"], ["2"]], [[1], ["x"]], [[1.5], ["nan"]], [["-"]], [[b"x"]], [["1 "], [" 2"]],
             [[datetime.date(2020, 1, 2)]], [[True], [None]]):
    t(lambda: tabulate(data))
