"""The % operator on texts and mappings."""
from facts import calls

for form in ["%s", "%5s", "%-5s|", "%.1s", "%r", "%a", "%c", "%d", "%x", "no"]:
    for value in ["", "abc", "é日", None, [1], b"x", ("a",), (1, 2), {"a": 1}, ()]:
        calls(form.__mod__, (value,))
calls("%(a)s %(b)05d".__mod__, ({"a": 1, "b": 2},), ({"a": 1},), ((1, 2),))
calls("%s %s".__mod__, (("a", "b"),), (("a",),), (("a", "b", "c"),), ("ab",))
calls("%*d|%-*d".__mod__, ((5, 1, 5, 2),), ((5, 1),), (("a", 1, 2, 3),))
calls(b"%s %d %x %r".__mod__, ((b"a", 1, 255, "q"),), (("a", 1, 2, 3),))
