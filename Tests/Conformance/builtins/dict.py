"""The built-in dict."""
from facts import calls

calls(dict, (), ([("a", 1)],), ({"a": 1},), (["ab", "cd"],), ([1],), (["abc"],), 5, ([["a"]],), ([([], 1)],),
    ((("a", 1), ("a", 2)),))
