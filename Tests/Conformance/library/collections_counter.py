"""Counter."""
from collections import Counter
import operator

from facts import calls, each, pairs

counters = [Counter(), Counter("abca"), Counter({"a": 3, "b": -1}), Counter(a=1, z=0)]
pairs([("+", operator.add), ("-", operator.sub), ("&", operator.and_), ("|", operator.or_), ("==", operator.eq),
    ("<=", operator.le), (">", operator.gt)],
      counters, counters)
each("most_common", counters, (), 0, 1, 9, -1)
each("total", counters, ())
each("update", counters, "ab", ({"a": 5},), (), 5)
each("subtract", counters, "ab", ({"a": 5},))
for counter in counters:
    print(counter, counter["nope"], list(counter.elements()), +counter, -counter, dict(counter), len(counter),
        counter.keys())
calls(Counter, 5, ([("a", 1)],), ({"a": "x"},))
calls(Counter.fromkeys, "ab")
