"""json.dumps of all that it takes, and of what it does not."""
import collections
import enum
import json

from facts import calls


class Level(enum.IntEnum):
    LOW = 1


values = [None, True, 0, -5, 1.0, 1e100, 1e-7, float("nan"), float("inf"), "a\"b\\", "é日\U0001f600", "\x00\x1f\x7f/",
    [], [1, [2]], (1, 2),
          {}, {"b": 1, "a": 2}, {1: 2, None: 3, True: 4,
              1.5: 5}, Level.LOW, collections.OrderedDict(z=1), 2 ** 70, {"k": []}]
calls(json.dumps, *[(value,) for value in values])
calls(json.dumps, *[(value,) for value in values], indent=2)
calls(json.dumps, *[(value,) for value in values], ensure_ascii=False, separators=(",", ":"))
calls(json.dumps, {"b": 1, "a": [1, {"d": 1, "c": 2}]}, sort_keys=True, indent="\t")
calls(json.dumps, [1.5, [float("nan")]], float("inf"), allow_nan=False)
calls(json.dumps, {1, 2}, b"x", object, {(1,): 2}, [1.0, set()], ({"a": {1}},))
calls(json.dumps, {(1,): 2, "a": 1}, skipkeys=True)
calls(json.dumps, {1, 2}, ({3},), default=sorted)
cycle = []
cycle.append(cycle)
try:
    json.dumps(cycle)
except ValueError as error:
    print(error)
