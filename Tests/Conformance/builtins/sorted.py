"""The built-in sorted."""
from facts import calls

calls(sorted, ([3, 1, 2],), "hello", ({"b": 1, "a": 2},), ([1, "a"],), ([],), 5, ([(1, "b"), (1, "a")],),
    ([None, None],), ([True, 0, 0.5],), ([[2], [1]],))
