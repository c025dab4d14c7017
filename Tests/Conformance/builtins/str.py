"""The built-in str."""
from facts import calls

calls(str, (), 5, 1.0, None, "a", b"a", ([1, "a"],), ({"a": 1},), (b"caf\xc3\xa9", "utf-8"), (b"\xff", "utf-8"),
    (b"\xff", "utf-8", "replace"), ("a", "utf-8"), (5, "utf-8"), ((1,),), int, True, (1, 2, 3, 4))
