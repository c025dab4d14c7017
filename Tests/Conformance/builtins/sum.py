"""The built-in sum."""
from facts import calls

calls(sum, ([],), ([1, 2, 3],), ([1, 2.5],), ([[1], [2]], []), (["a", "b"], ""), (["a"],), (range(101),),
    ([0.1] * 10,), ({1: 2},), 5, ([1], None), ([True, True],), ((1, 2), 10), ([b"a"], b""))
