"""deque."""
from collections import deque

from facts import calls, each

values = [deque(), deque([1, 2, 3]), deque("abc", maxlen=3), deque([1, 1], maxlen=0)]
each("append", values, 9)
each("appendleft", values, 9)
each("pop", values, ())
each("popleft", values, ())
each("extend", values, "xy", 5)
each("extendleft", values, "xy")
each("rotate", values, (), 1, -1, 10)
each("insert", values[:2], (0, "q"), (-1, "q"), (99, "q"))
each("insert", values[2:3], (0, "q"))
each("index", values, 1, "c", (1, 1), "z")
each("count", values, 1, "a")
each("reverse", values, ())
each("__getitem__", values, 0, -1, 9)
each("__contains__", values, 1, "a")
for value in values:
    print(value, value.maxlen, len(value), bool(value), list(reversed(value)), value == deque(value),
        value + deque([7]))
calls(deque, 5, ([1, 2, 3], 2), ([1], -1), ([1], "a"))
