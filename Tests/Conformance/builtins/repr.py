"""The built-in repr."""
from facts import calls

calls(repr, 5, 1.0, "a'b", 'a"b', "a'b\"c", "\n\t\\", "\x00\x7f\xa0", "日", b"a'b", b"\x00\n", [1, "a"], (1,),
    ((),), {1: "a"}, set(), {1}, frozenset(), frozenset([1]), range(5), range(1, 5), range(0, 9, 2), slice(1),
    None, ..., NotImplemented, int, print, True, 1e100, ([[]],), ({"a": {}},), "\ud800", "\U0001f600", "\u200b",
    bytearray(b"x"))
